"""Tables of who speaks: statements, manners, how sources are known, and who is only named.

``statement_table`` is the widest: one row per attribution with all seven axes, so a page
filters it once and every chart is drawn from what is left.
"""

from __future__ import annotations

import pandas as pd

from analysis.records import Analysis, Attribution, Source, Span
from analysis.tables.base import as_declared, frame
from analysis.tables.rows import CHAIN_ARROW, paragraph_numbers
from analysis.text import body_mentions
from analysis.tone import NEUTRAL_BAND, tone_side

STATEMENTS = {
    "attribution": "str",
    "source": "str",
    "name": "str",
    "type": "str",
    "role": "str",
    "namedness": "str",
    "mode": "str",
    "stance": "str",
    "negated": "bool",
    "provenance": "str",
    "chain": "str",
    "links": "int64",
    "confidence": "str",
    "depth": "int64",
    "words": "int64",
    "paragraph": "int64",
    "number": "int64",
    "cue": "str",
    "content": "str",
    "said": "str",
    "start": "int64",
    "end": "int64",
}
MANNERS = {"source": "str", "name": "str", "namedness": "str", "mode": "str"} | {
    "words": "int64",
    "statements": "int64",
    "total": "int64",
}
NAMED = {"namedness": "str", "statements": "int64", "sources": "int64", "words": "int64"}
HEARD = {
    "entity": "str",
    "source": "str",
    "name": "str",
    "type": "str",
    "mentions": "int64",
    "statements": "int64",
    "words": "int64",
}
TONES = {
    "source": "str",
    "name": "str",
    "compound": "float64",
    "tone": "str",
    "words": "int64",
}
TELLING = 3  # words; a statement of fewer is shown with who said it and how


def statement_table(analysis: Analysis, *, outermost: bool = False) -> pd.DataFrame:
    """One row per attribution, in reading order; ``words`` innermost unless told otherwise.

    Nobody credited: ``source`` is "" and ``namedness`` implicit. ``links`` counts the steps
    from the outlet to the speaker: 1 when nothing is stated between. ``said`` is ``content``,
    with source and cue where the content alone would tell nothing ("She denied it").
    """
    numbers = paragraph_numbers(analysis.article)
    by_id = {s.id: s for s in analysis.sources}
    rows = []
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        index = _paragraph(analysis, a)
        rows.append(
            {
                "attribution": a.id,
                **_known(by_id.get(credit.source or "")),
                "mode": a.mode,
                "stance": a.stance,
                "negated": a.negated,
                "provenance": credit.provenance,
                "chain": CHAIN_ARROW.join(credit.chain),
                "links": max(1, len(credit.chain) - 1),
                "confidence": a.confidence,
                "depth": a.depth,
                "words": credit.outer_words if outermost else credit.words,
                "paragraph": index,
                "number": numbers.get(index, 0),
                **_read(a, analysis.article.text),
                "start": a.span.start,
                "end": a.span.end,
            }
        )
    return frame(rows, STATEMENTS)


def _known(source: Source | None) -> dict[str, object]:
    """What the table tells of a source, or of nobody."""
    if source is None:
        nobody = {"source": "", "name": "", "type": "unspecified", "role": "unknown"}
        return {**nobody, "namedness": "implicit"}
    return {
        "source": source.id,
        "name": source.name,
        "type": source.type,
        "role": source.role,
        "namedness": source.namedness,
    }


def _read(a: Attribution, text: str) -> dict[str, object]:
    """The words of a statement as they are read: its cue, its content, and what to show of it."""
    content = _joined(a.content, text)
    return {"cue": _joined(a.cue, text), "content": content, "said": _said(a, content, text)}


def manner_table(statements: pd.DataFrame) -> pd.DataFrame:
    """Words per source and manner, most-heard source first; ``total`` is the source's words."""
    stated = statements[statements["source"] != ""]
    keys = ["source", "name", "namedness", "mode"]
    grouped = stated.groupby(keys, sort=False, as_index=False).agg(
        words=("words", "sum"), statements=("attribution", "size")
    )
    grouped["total"] = grouped.groupby("source")["words"].transform("sum")
    ordered = grouped.sort_values(["total", "source", "words"], ascending=[False, True, False])
    return as_declared(ordered, MANNERS)


def named_table(statements: pd.DataFrame) -> pd.DataFrame:
    """Statements, sources and words by named-ness, from named to implicit."""
    rows = []
    for value in ("named", "role_only", "collective_unnamed", "anonymous", "implicit"):
        some = statements[statements["namedness"] == value]
        if len(some):
            rows.append(
                {
                    "namedness": value,
                    "statements": len(some),
                    "sources": some.loc[some["source"] != "", "source"].nunique(),
                    "words": int(some["words"].sum()),
                }
            )
    return frame(rows, NAMED)


def heard_table(analysis: Analysis) -> pd.DataFrame:
    """People and bodies by how often they are named and how much they say, most-named first."""
    words = analysis.words_by_source
    by_entity = {s.entity: s for s in analysis.sources if s.entity}
    rows = []
    for entity in analysis.entities:
        source = by_entity.get(entity.id)
        mentions = body_mentions(analysis.article, entity)
        if entity.type not in ("PERSON", "ORG") or not (mentions or source):
            continue
        rows.append(
            {
                "entity": entity.id,
                "source": source.id if source else "",
                "name": entity.name,
                "type": entity.type,
                "mentions": mentions,
                "statements": len(source.attributions) if source else 0,
                "words": words.get(source.id, 0) if source else 0,
            }
        )
    table = frame(rows, HEARD)
    return table.sort_values(
        ["mentions", "words"], ascending=False, kind="stable", ignore_index=True
    )


def tone_by_source(
    analysis: Analysis, statements: pd.DataFrame, *, band: float = NEUTRAL_BAND
) -> pd.DataFrame:
    """The mean compound of what is credited to each source shown, most-heard first."""
    words = statements.groupby("source")["words"].sum().to_dict()
    names = {s.id: s.name for s in analysis.sources}
    rows = [
        {
            "source": id,
            "name": names[id],
            "compound": compound,
            "tone": tone_side(compound, band),
            "words": int(words[id]),
        }
        for id, compound in analysis.sentiment.sources
        if id in words and id in names
    ]
    table = frame(rows, TONES)
    return table.sort_values("words", ascending=False, kind="stable", ignore_index=True)


def _paragraph(analysis: Analysis, a: Attribution) -> int:
    at = a.content[0].start if a.content else a.span.start
    paragraph = analysis.article.paragraph_at(at)
    return paragraph.index if paragraph else -1


def _said(a: Attribution, content: str, text: str) -> str:
    if len(content.split()) >= TELLING:
        return content
    return _joined(tuple(sorted((*a.source, *a.cue, *a.content))), text).replace(" … ", " ")


def _joined(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(" ".join(s.of(text).split()) for s in spans)
