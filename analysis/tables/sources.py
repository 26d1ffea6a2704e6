"""Tables of who speaks: statements, voices, the ways words came, verbs, and who is only named.

``statement_table`` is the widest: one row per attribution with all seven axes, so a page
filters it once and every chart is drawn from what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.records import Analysis, Attribution, Span
from analysis.sources import split_voices
from analysis.tables.base import CHAIN_ARROW, frame, paragraph_numbers
from analysis.text import body_mentions, count_words

WRITER_NAME = "the writer"
UNATTRIBUTED = "unattributed quotation"

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
VOICES = {
    "paragraph": "int64",
    "number": "int64",
    "source": "str",
    "name": "str",
    "attribution": "str",
    "mode": "str",
    "words": "int64",
    "from_word": "int64",
    "to_word": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
}
MANNERS = {"source": "str", "name": "str", "namedness": "str", "mode": "str"} | {
    "words": "int64",
    "statements": "int64",
    "total": "int64",
}
NAMED = {"namedness": "str", "statements": "int64", "sources": "int64", "words": "int64"}
VERBS = {"stance": "str", "cue": "str", "source": "str", "name": "str", "count": "int64"}
HEARD = {
    "entity": "str",
    "source": "str",
    "name": "str",
    "type": "str",
    "mentions": "int64",
    "statements": "int64",
    "words": "int64",
}
TONES = {"source": "str", "name": "str", "compound": "float64", "words": "int64"}
NODES = {
    "node": "str",
    "name": "str",
    "source": "str",
    "step": "int64",
    "place": "float64",
    "words": "int64",
    "statements": "int64",
}
LINKS = {
    "source": "str",
    "chain": "str",
    "provenance": "str",
    "words": "int64",
    "last": "bool",
    "step": "int64",
    "place": "float64",
    "to_step": "int64",
    "to_place": "float64",
}
TELLING = 3  # words; a statement of fewer is shown with who said it and how
SHOWN_ROUTES = 12  # more leaves than this cannot be told apart in one small picture


def statement_table(analysis: Analysis, *, outermost: bool = False) -> pd.DataFrame:
    """One row per attribution, in reading order; ``words`` innermost unless told otherwise.

    Nobody credited: ``source`` is "" and ``namedness`` implicit. ``links`` counts the steps
    from the outlet to the speaker: 1 when nothing is stated between. ``said`` is ``content``,
    with source and cue where the content alone would tell nothing ("She denied it").
    """
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    by_id = {s.id: s for s in analysis.sources}
    rows = []
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        source = by_id.get(credit.source or "")
        index = _paragraph(analysis, a)
        rows.append(
            {
                "attribution": a.id,
                "source": source.id if source else "",
                "name": source.name if source else "",
                "type": source.type if source else "unspecified",
                "role": source.role if source else "unknown",
                "namedness": source.namedness if source else "implicit",
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
                "cue": _joined(a.cue, text),
                "content": _joined(a.content, text),
                "said": _said(a, text),
                "start": a.span.start,
                "end": a.span.end,
            }
        )
    return frame(rows, STATEMENTS)


def voice_table(analysis: Analysis, *, outermost: bool = False) -> pd.DataFrame:
    """One row per stretch of one voice with words in it; ``from_word`` counts in its paragraph."""
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    modes = {a.id: a.mode for a in analysis.attributions}
    rows: list[dict[str, object]] = []
    place = {p.index: 0 for p in article.body}
    for voice in split_voices(
        article, analysis.attributions, analysis.credits, outermost=outermost
    ):
        words = count_words(text, voice.span)
        paragraph = article.paragraph_at(voice.span.start)
        if not words or paragraph is None:
            continue
        start = place[paragraph.index]
        place[paragraph.index] = start + words
        spoken = UNATTRIBUTED if voice.attribution else WRITER_NAME
        rows.append(
            {
                "paragraph": paragraph.index,
                "number": numbers[paragraph.index],
                "source": voice.source or "",
                "name": names[voice.source] if voice.source else spoken,
                "attribution": voice.attribution or "",
                "mode": modes.get(voice.attribution or "", ""),
                "words": words,
                "from_word": start,
                "to_word": start + words,
                "start": voice.span.start,
                "end": voice.span.end,
                "text": voice.span.of(text),
            }
        )
    return frame(rows, VOICES)


def manner_table(statements: pd.DataFrame) -> pd.DataFrame:
    """Words per source and manner, most-heard source first; ``total`` is the source's words."""
    stated = statements[statements["source"] != ""]
    keys = ["source", "name", "namedness", "mode"]
    grouped = stated.groupby(keys, sort=False, as_index=False).agg(
        words=("words", "sum"), statements=("attribution", "size")
    )
    grouped["total"] = grouped.groupby("source")["words"].transform("sum")
    ordered = grouped.sort_values(["total", "source", "words"], ascending=[False, True, False])
    return _as_declared(ordered, MANNERS)


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


def verb_table(statements: pd.DataFrame) -> pd.DataFrame:
    """How often each reporting verb stands with each source, by stance; nobody's are left out."""
    some = statements[(statements["cue"] != "") & (statements["source"] != "")]
    shown = some.assign(cue=some["cue"].str.lower())
    keys = ["stance", "cue", "source", "name"]
    grouped = shown.groupby(keys, sort=False, as_index=False).agg(count=("attribution", "size"))
    return _as_declared(grouped, VERBS)


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


def tone_by_source(analysis: Analysis, statements: pd.DataFrame) -> pd.DataFrame:
    """The mean compound of what is credited to each source shown, most-heard first."""
    words = statements.groupby("source")["words"].sum().to_dict()
    names = {s.id: s.name for s in analysis.sources}
    rows = [
        {"source": id, "name": names[id], "compound": compound, "words": int(words[id])}
        for id, compound in analysis.sentiment.sources
        if id in words and id in names
    ]
    table = frame(rows, TONES)
    return table.sort_values("words", ascending=False, kind="stable", ignore_index=True)


def route_tables(statements: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ways words came, as a tree from the outlet: its nodes, and the links between them.

    Statements with the same chain share a way; the twelve with most words are drawn. Sources
    for which the text states no relay stand together at one end, so that the others show.
    ``place`` is the height of a node: ends stand one under the other, others between theirs.
    """
    stated = statements[statements["source"] != ""]
    direct = (stated["links"] == 1) & (stated["provenance"] == "first_hand_text")
    ways = stated[~direct].groupby(["chain", "source", "provenance"], sort=False, as_index=False)
    made = ways.agg(words=("words", "sum"), statements=("attribution", "size"))
    made = made.sort_values("words", ascending=False, kind="stable").head(SHOWN_ROUTES)
    routes: list[dict[Any, Any]] = sorted(made.to_dict("records"), key=lambda w: str(w["chain"]))
    routes += _without_relay(stated[direct])
    places = _places([str(w["chain"]) for w in routes])
    ids = dict(zip(stated["name"], stated["source"], strict=True))
    nodes: dict[str, dict[str, object]] = {}
    links = []
    for way in routes:
        names = str(way["chain"]).split(CHAIN_ARROW)
        for step, name in enumerate(names):
            node = CHAIN_ARROW.join(names[: step + 1])
            ends = step == len(names) - 1
            source = way["source"] if ends else ids.get(name, "") if step else ""
            at = {"node": node, "name": name, "source": source, "step": step}
            spot = nodes.setdefault(
                node, {**at, "place": places[node], "words": 0, "statements": 0}
            )
            if ends:
                spot["words"] = int(str(spot["words"])) + way["words"]
                spot["statements"] = int(str(spot["statements"])) + way["statements"]
            if step:
                before = CHAIN_ARROW.join(names[:step])
                links.append(
                    {
                        "source": way["source"],
                        "chain": way["chain"],
                        "provenance": way["provenance"],
                        "words": way["words"],
                        "last": ends,
                        "step": step - 1,
                        "place": places[before],
                        "to_step": step,
                        "to_place": places[node],
                    }
                )
    return frame(nodes.values(), NODES), frame(links, LINKS)


def _without_relay(plain: pd.DataFrame) -> list[dict[Any, Any]]:
    """One way for all sources without a relay: that of the only one, or "12 without a relay"."""
    if plain.empty:
        return []
    outlet = str(plain["chain"].iloc[0]).split(CHAIN_ARROW)[0]
    sources = plain["source"].nunique()
    alone = sources == 1
    end = plain["name"].iloc[0] if alone else f"{sources} sources, no relay stated"
    return [
        {
            "chain": f"{outlet}{CHAIN_ARROW}{end}",
            "source": plain["source"].iloc[0] if alone else "",
            "provenance": "first_hand_text",
            "words": int(plain["words"].sum()),
            "statements": len(plain),
        }
    ]


def _places(chains: list[str]) -> dict[str, float]:
    """The height of every node of the tree of chains: an end its row, a branch their mean."""
    below: dict[str, list[int]] = {}
    for row, chain in enumerate(chains):
        names = chain.split(CHAIN_ARROW)
        for step in range(len(names)):
            below.setdefault(CHAIN_ARROW.join(names[: step + 1]), []).append(row)
    return {node: sum(rows) / len(rows) for node, rows in below.items()}


def _as_declared(table: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """A grouped frame with exactly the declared columns and dtypes."""
    return table[list(columns)].astype(dict(columns)).reset_index(drop=True)


def _paragraph(analysis: Analysis, a: Attribution) -> int:
    at = a.content[0].start if a.content else a.span.start
    paragraph = analysis.article.paragraph_at(at)
    return paragraph.index if paragraph else -1


def _said(a: Attribution, text: str) -> str:
    content = _joined(a.content, text)
    if len(content.split()) >= TELLING:
        return content
    return _joined(tuple(sorted((*a.source, *a.cue, *a.content))), text).replace(" … ", " ")


def _joined(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(" ".join(s.of(text).split()) for s in spans)
