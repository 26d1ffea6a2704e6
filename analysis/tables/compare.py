"""Several articles beside each other, as tables on common scales: tone, names, sources, statements.

``labels`` names the articles by id, as a reader knows them: the outlet, or the title.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.compare import Joined, Row, from_headline, rules_used
from analysis.records import Analysis
from analysis.tables.base import frame
from analysis.text import body_words

VOICES = {"article": "str", "outlet": "str", "voice": "str", "compound": "float64"}
CAST = {
    "key": "str",
    "name": "str",
    "type": "str",
    "article": "str",
    "outlet": "str",
    "called": "str",
    "entity": "str",
    "source": "str",
    "mentions": "int64",
    "statements": "int64",
    "words": "int64",
    "share": "float64",
    "rule": "str",
    "articles": "int64",
}
UNNAMED = {
    "article": "str",
    "outlet": "str",
    "words": "int64",
    "attributed": "int64",
    "share": "float64",
}
REPORTS = {
    "row": "int64",
    "speaker": "str",
    "article": "str",
    "outlet": "str",
    "mode": "str",
    "stance": "str",
    "cue": "str",
    "called": "str",
    "through": "str",
    "headline": "bool",
    "rule": "str",
    "attribution": "str",
    "text": "str",
    "start": "int64",
    "end": "int64",
}


def compared_tone_table(analyses: Sequence[Analysis], labels: Mapping[str, str]) -> pd.DataFrame:
    """Mean compound (-1..1) of each article by voice: all, the writer, those quoted, headline."""
    rows = []
    for a in analyses:
        tone = a.sentiment
        voices = {
            "whole article": tone.article,
            "the writer": tone.writer,
            "those quoted": tone.quoted,
            "headline": tone.headline,
        }
        id = a.article.id
        rows += [
            {"article": id, "outlet": labels[id], "voice": v, "compound": c}
            for v, c in voices.items()
            if c is not None
        ]
    return frame(rows, VOICES)


def compared_cast_table(
    analyses: Sequence[Analysis], cast: Sequence[Joined], labels: Mapping[str, str]
) -> pd.DataFrame:
    """One row per person, place or body and article; ``rule`` says what joined it to the others.

    ``share`` is of the article's body words that are credited to it, 0..1.
    """
    words: dict[tuple[str, str], list[int]] = {}
    total = {a.article.id: body_words(a.article) or 1 for a in analyses}
    for a in analyses:
        for credit in a.credits:
            if credit.source:
                words.setdefault((a.article.id, credit.source), []).append(credit.words)
    rows = []
    for j in cast:
        articles = len({m.article for m in j.members})
        for m in j.members:
            said = words.get((m.article, m.source), [])
            rows.append(
                {
                    "key": j.key,
                    "name": j.name,
                    "type": j.type,
                    "article": m.article,
                    "outlet": labels[m.article],
                    "called": m.name,
                    "entity": m.entity,
                    "source": m.source,
                    "mentions": m.mentions,
                    "statements": len(said),
                    "words": sum(said),
                    "share": sum(said) / total[m.article],
                    "rule": m.rule or (f"first of: {rules_used(j)}" if articles > 1 else ""),
                    "articles": articles,
                }
            )
    return frame(rows, CAST)


def compared_unnamed_table(analyses: Sequence[Analysis], labels: Mapping[str, str]) -> pd.DataFrame:
    """Of the words credited to a source, those whose source has no name; a row an article."""
    rows = []
    for a in analyses:
        named = {s.id for s in a.sources if s.namedness == "named"}
        credited = [c for c in a.credits if c.source]
        every = sum(c.words for c in credited)
        unnamed = sum(c.words for c in credited if c.source not in named)
        share = unnamed / every if every else 0.0
        id = a.article.id
        rows.append(
            {
                "article": id,
                "outlet": labels[id],
                "words": unnamed,
                "attributed": every,
                "share": share,
            }
        )
    return frame(rows, UNNAMED)


def report_table(
    analyses: Sequence[Analysis], matched: Sequence[Row], labels: Mapping[str, str]
) -> pd.DataFrame:
    """One row per article's report of a statement; ``row`` is the same for the same statement."""
    by_id = {a.article.id: a for a in analyses}
    rows = []
    for number, row in enumerate(matched):
        for c in row.cells:
            text, a = by_id[c.article].article.text, c.attribution
            rows.append(
                {
                    "row": number,
                    "speaker": row.speaker,
                    "article": c.article,
                    "outlet": labels[c.article],
                    "mode": a.mode,
                    "stance": a.stance,
                    "cue": " … ".join(s.of(text) for s in a.cue),
                    "called": c.source,
                    "through": ", ".join(c.relays),
                    "headline": from_headline(by_id[c.article], row),
                    "rule": c.rule,
                    "attribution": a.id,
                    "text": c.text,
                    "start": a.span.start,
                    "end": a.span.end,
                }
            )
    return frame(rows, REPORTS)


def heard_apart_table(cast: pd.DataFrame) -> pd.DataFrame:
    """Who is heard in some of the articles and not in others: a row each, a column an article.

    Cells are words credited; 0 where somebody is named and not heard, missing where not named.
    """
    heard = cast[cast.groupby("key")["statements"].transform("sum") > 0]
    wide = heard.pivot_table(
        index=["name", "type"], columns="outlet", values="words", aggfunc="sum", sort=False
    )
    return wide.reset_index().rename_axis(columns=None)
