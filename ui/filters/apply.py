"""Rows that pass conditions; passages that conditions name. One mechanism for both."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis import Analysis
from analysis.records import Span
from analysis.tables import place_table, statement_table, tone, unnamed_rows
from ui.cache import once
from ui.filters.fields import BY_NAME, FIRST, Things, fields_of
from ui.link import conditions, written
from ui.state import band_of

Conditions = Mapping[str, tuple[str, ...]]
Pairs = tuple[tuple[str, tuple[str, ...]], ...]
NOUNS: dict[Things, tuple[str, str]] = {
    "statements": ("statement", "statements"),
    "sentences": ("sentence", "sentences"),
    "names": ("mention", "mentions"),
    "paragraphs": ("paragraph", "paragraphs"),
}


def every(analysis: Analysis, things: Things, wanted: Conditions) -> pd.DataFrame:
    """All rows there are to filter, counted in the way the reader asked for; made once."""
    ways = wanted.get("count", ())
    if things == "statements":
        return once(_statements, analysis, outermost="outermost" in wanted.get("credit", ()))
    if things == "sentences":
        return once(_sentences, analysis, band_of(wanted))
    if things == "paragraphs":
        return once(_paragraphs, analysis, band_of(wanted))
    return once(
        place_table, analysis, references="references" in ways, adjectives="adjectives" in ways
    )


def counted(analysis: Analysis, things: Things, wanted: Conditions) -> pd.DataFrame:
    """The rows that count before any filter: of the body, unless other parts were asked for."""
    return once(_counted, analysis, things, tuple(wanted.items()))


def _counted(analysis: Analysis, things: Things, pairs: Pairs) -> pd.DataFrame:
    wanted = dict(pairs)
    table = every(analysis, things, wanted)
    first = FIRST.get(things, ())
    if "id" in wanted:
        return table
    parts = wanted.get("part", first)
    if not first or not table["role"].isin(list(parts)).any():
        return table if things != "names" or "part" not in wanted else table.head(0)
    return table[table["role"].isin(list(parts))]


def passing(analysis: Analysis, things: Things, wanted: Conditions) -> pd.DataFrame:
    """The rows that pass every filter of their kind, with a fresh index."""
    return once(_passing, analysis, things, tuple(wanted.items()))


def _passing(analysis: Analysis, things: Things, pairs: Pairs) -> pd.DataFrame:
    wanted = dict(pairs)
    table = counted(analysis, things, wanted)
    for name, values in wanted.items():
        known = BY_NAME.get(name)
        column = known.columns.get(things) if known else None
        if known is None or not column or name == "part" or not values:  # "part" is in counted
            continue
        if name == "least":
            table = table[table["entity"].map(table["entity"].value_counts()) >= _low(values)]
        elif known.form == "range":
            table = table[table[column].between(*bounds(values))]
        elif known.form == "words":
            asked = set(values)
            kept = [bool(asked & set(str(cell).split())) for cell in table[column]]
            table = table[pd.Series(kept, index=table.index, dtype="bool")]
        else:
            table = table[table[column].astype("str").isin(list(values))]
    return table.reset_index(drop=True)


def passages(analysis: Analysis, show: str | None) -> tuple[Span, ...]:
    """The places in the text that a ``show`` names ("statements;named:anonymous"), in order."""
    things, _, rest = (show or "").partition(";")
    if things not in NOUNS:
        return ()
    kind: Things = things
    rows = passing(analysis, kind, conditions(rest))
    if kind == "statements":
        wanted = set(rows["attribution"])
        return tuple(
            sorted({s for a in analysis.attributions if a.id in wanted for s in a.content})
        )
    return tuple(
        Span(int(s), int(e)) for s, e in zip(rows["start"], rows["end"], strict=True) if s < e
    )


def naming(things: Things, on: Conditions, **more: str) -> str:
    """What names the passages that pass these filters and more: "statements;named:anonymous"."""
    of_these = {f.name for f in fields_of(things)}
    kept = {name: values for name, values in on.items() if name in of_these}
    conditions = written({**kept, **{name: (value,) for name, value in more.items()}})
    return f"{things};{conditions}" if conditions else things


def bounds(values: tuple[str, ...]) -> tuple[float, float]:
    """The two ends of a range written "2..5"; without limits where it is not a range."""
    low, _, high = (values[0] if values else "").partition("..")
    try:
        return float(low), float(high)
    except ValueError:
        return float("-inf"), float("inf")


def _low(values: tuple[str, ...]) -> float:
    return bounds(values)[0] if ".." in values[0] else 1.0


def _statements(analysis: Analysis, *, outermost: bool) -> pd.DataFrame:
    table = statement_table(analysis, outermost=outermost)
    quiet = unnamed_rows(table).map({True: "yes", False: "no"}).astype("str")
    return table.assign(verb=table["cue"].str.lower(), unnamed=quiet)


def _sentences(analysis: Analysis, band: float) -> pd.DataFrame:
    return _with_sign(tone.tone_sentences(analysis, band=band))


def _paragraphs(analysis: Analysis, band: float) -> pd.DataFrame:
    """Body paragraphs with the tone of all their sentences."""
    sentences = once(_sentences, analysis, band)
    return _with_sign(tone.tone_paragraphs(sentences[sentences["number"] > 0], band=band))


def _with_sign(table: pd.DataFrame) -> pd.DataFrame:
    signs = [str(tone).rpartition(" ")[2] for tone in table["tone"]]
    return table.assign(sign=pd.Series(signs, index=table.index, dtype="str"))
