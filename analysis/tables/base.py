"""The seven tidy tables: one row per thing, one column per fact, dtypes declared once.

Every row keeps ``start`` and ``end``, or an id that leads to them, so any number on a
screen can be followed back to characters of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from analysis.records import Analysis
from analysis.tables.columns import (
    ARTICLES,
    ATTRIBUTIONS,
    ENTITIES,
    MENTIONS,
    PARAGRAPHS,
    SENTENCES,
    SOURCES,
)
from analysis.tables.rows import (
    Row,
    article_rows,
    attribution_rows,
    entity_rows,
    mention_rows,
    paragraph_rows,
    sentence_rows,
    source_rows,
)

_HALF = re.compile("[\ud800-\udfff]")


def frame(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    """The rows as a frame with exactly the declared columns and dtypes, also when empty."""
    rows = list(rows)
    try:
        return pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))
    except UnicodeEncodeError:  # half of a character pair, which no column of text can hold
        whole = [{key: _whole(value) for key, value in row.items()} for row in rows]
        return frame(whole, columns)


def _whole(value: object) -> object:
    """The value; half a character pair in a text becomes U+FFFD, so lengths stay."""
    return _HALF.sub("\ufffd", value) if isinstance(value, str) else value


def as_declared(table: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """A grouped frame with exactly the declared columns and dtypes."""
    return table[list(columns)].astype(dict(columns)).reset_index(drop=True)


ROWS: dict[str, tuple[Callable[[Analysis], list[Row]], Mapping[str, str]]] = {
    "articles": (article_rows, ARTICLES),
    "paragraphs": (paragraph_rows, PARAGRAPHS),
    "sentences": (sentence_rows, SENTENCES),
    "mentions": (mention_rows, MENTIONS),
    "entities": (entity_rows, ENTITIES),
    "attributions": (attribution_rows, ATTRIBUTIONS),
    "sources": (source_rows, SOURCES),
}
"""The seven tables: their rows, and their columns."""


def table_of(name: str, analyses: Iterable[Analysis]) -> pd.DataFrame:
    """One of the seven for any number of articles; making one frame of all is what is quick."""
    rows, columns = ROWS[name]
    return frame((row for analysis in analyses for row in rows(analysis)), columns)


def article_table(analysis: Analysis) -> pd.DataFrame:
    """One row: the article and its totals."""
    return table_of("articles", [analysis])


def paragraph_table(analysis: Analysis) -> pd.DataFrame:
    """One row per paragraph, with its tone; ``number`` counts body paragraphs from 1."""
    return table_of("paragraphs", [analysis])


def sentence_table(analysis: Analysis) -> pd.DataFrame:
    """One row per scored sentence, in reading order."""
    return table_of("sentences", [analysis])


def mention_table(analysis: Analysis) -> pd.DataFrame:
    """One row per mention of an entity, in reading order, with the rule that joined it."""
    return table_of("mentions", [analysis])


def entity_table(analysis: Analysis) -> pd.DataFrame:
    """One row per entity, most-named first; ``count`` is its name mentions in the body."""
    return table_of("entities", [analysis])


def attribution_table(analysis: Analysis) -> pd.DataFrame:
    """One row per attribution; ``words`` are credited innermost, ``outer_words`` outermost."""
    return table_of("attributions", [analysis])


def source_table(analysis: Analysis) -> pd.DataFrame:
    """One row per source, most-heard first; ``share`` is of the body's words."""
    return table_of("sources", [analysis])
