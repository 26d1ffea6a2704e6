"""Tables of who and what an article is about: places named, entities, paragraphs, pairs, tone.

``place_table`` is the widest; a page filters it once and every other table is made of what
is left, so all figures on a screen count the same places.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

import pandas as pd

from analysis.corrections import FACTS, correction_sentence
from analysis.records import Analysis, Entity
from analysis.tables.base import frame
from analysis.tables.rows import paragraph_numbers
from analysis.text import InOrder
from analysis.tone import NEUTRAL_BAND, name_tone

PLACES = {
    "entity": "str",
    "name": "str",
    "type": "str",
    "kind": "str",
    "rule": "str",
    "paragraph": "int64",
    "number": "int64",
    "role": "str",
    "sentence": "int64",
    "compound": "float64",
    "text": "str",
    "passage": "str",
    "start": "int64",
    "end": "int64",
}
RANKED = {
    "entity": "str",
    "name": "str",
    "type": "str",
    "count": "int64",
    "headline": "bool",
    "forms": "str",
    "first": "int64",
    "last": "int64",
    "paragraphs": "int64",
    "share": "float64",
    "start": "int64",
    "end": "int64",
}
CELLS = {
    "entity": "str",
    "name": "str",
    "paragraph": "int64",
    "number": "int64",
    "count": "int64",
    "text": "str",
}
NODES = {
    "entity": "str",
    "name": "str",
    "type": "str",
    "count": "int64",
    "x": "float64",
    "y": "float64",
}
LINKS = {
    "entity": "str",
    "name": "str",
    "other": "str",
    "paragraphs": "int64",
    "x": "float64",
    "y": "float64",
    "x2": "float64",
    "y2": "float64",
}
TONES = {
    "entity": "str",
    "name": "str",
    "type": "str",
    "compound": "float64",
    "tone": "str",
    "sentences": "int64",
}
OPEN = {"entity": "str", "name": "str", "reason": "str", "places": "int64"}
CORRECTIONS = {
    "kind": "str",
    "words": "str",
    "other": "str",
    "value": "str",
    "applies": "bool",
    "said": "str",
}
LEAST_NODES = 4
"""A network of fewer names says less than a sentence does."""


def place_table(
    analysis: Analysis, *, references: bool = False, adjectives: bool = False
) -> pd.DataFrame:
    """One row per place counted: names, on request pronouns and descriptions, nationality words."""
    article, tagged = analysis.article, analysis.tagged
    numbers = paragraph_numbers(article)
    tones = {t.sentence: t.score.compound for t in analysis.sentiment.sentences}
    sentences = InOrder(tagged.sentences)
    rows = []
    for entity in analysis.entities:
        for m in entity.mentions:
            if (m.kind != "name" and not references) or (m.adjectival and not adjectives):
                continue
            index = sentences.before(m.span.start)
            sentence = tagged.sentences[index].span if index >= 0 else m.span
            rows.append(
                {
                    "entity": entity.id,
                    "name": entity.name,
                    "type": entity.type,
                    "kind": "adjective" if m.adjectival else m.kind,
                    "rule": m.rule,
                    "paragraph": m.paragraph,
                    "number": numbers.get(m.paragraph, 0),
                    "role": article.paragraphs[m.paragraph].role,
                    "sentence": index,
                    "compound": tones.get(index),
                    "text": m.span.of(article.text),
                    "passage": " ".join(sentence.of(article.text).split()),
                    "start": m.span.start,
                    "end": m.span.end,
                }
            )
    return frame(rows, PLACES).sort_values(["start", "end"], ignore_index=True)


def ranked_table(analysis: Analysis, places: pd.DataFrame) -> pd.DataFrame:
    """One row per entity, most-named first; paragraphs are numbered from 1 in the body."""
    headlines = {i for i, p in enumerate(analysis.article.paragraphs) if p.role == "headline"}
    in_headline = {e.id for e in analysis.entities for m in e.mentions if m.paragraph in headlines}
    total = len(analysis.article.body) or 1
    rows = []
    for id, group in places.groupby("entity", sort=False):
        body = group.loc[group["number"] > 0, "number"]
        forms = Counter(group.loc[group["kind"].isin(["name", "adjective"]), "text"])
        rows.append(
            {
                "entity": id,
                "name": group["name"].iloc[0],
                "type": group["type"].iloc[0],
                "count": len(group),
                "headline": id in in_headline,
                "forms": ", ".join(f"{form} ({n})" for form, n in forms.most_common()),
                "first": int(body.min()) if len(body) else 0,
                "last": int(body.max()) if len(body) else 0,
                "paragraphs": body.nunique(),
                "share": body.nunique() / total,
                "start": group["start"].iloc[0],
                "end": group["end"].iloc[0],
            }
        )
    table = frame(rows, RANKED)
    return table.sort_values(["count", "start"], ascending=[False, True], ignore_index=True)


def cell_table(places: pd.DataFrame, entities: Collection[str]) -> pd.DataFrame:
    """How often each of these entities stands in each body paragraph; empty cells left out."""
    body = places[(places["number"] > 0) & places["entity"].isin(list(entities))]
    rows = [
        {
            "entity": id,
            "name": group["name"].iloc[0],
            "paragraph": paragraph,
            "number": group["number"].iloc[0],
            "count": len(group),
            "text": " … ".join(dict.fromkeys(group["passage"])),
        }
        for (id, paragraph), group in body.groupby(["entity", "paragraph"], sort=False)
    ]
    return frame(rows, CELLS)


def network_tables(places: pd.DataFrame, most: int = 14) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Entities that share a paragraph, on a circle, and the pairs with how many they share.

    Both are empty where fewer than four entities share a paragraph with another.
    """
    body = places[places["number"] > 0]
    leading = list(body["entity"].value_counts().index[:most])
    shared: Counter[tuple[str, str]] = Counter()
    for _, group in body[body["entity"].isin(leading)].groupby("number"):
        present = sorted(set(group["entity"]), key=leading.index)
        shared.update(combinations(present, 2))
    linked = [e for e in leading if any(e in pair for pair in shared)]
    if len(linked) < LEAST_NODES:
        return frame([], NODES), frame([], LINKS)
    spots = _on_a_circle(linked)
    facts = body.drop_duplicates("entity").set_index("entity")
    counts = body["entity"].value_counts()
    nodes = [
        {
            "entity": e,
            "name": facts.loc[e, "name"],
            "type": facts.loc[e, "type"],
            "count": int(counts[e]),
            **dict(zip(("x", "y"), spots[e], strict=True)),
        }
        for e in linked
    ]
    links = [
        {
            "entity": a,
            "name": facts.loc[a, "name"],
            "other": facts.loc[b, "name"],
            "paragraphs": n,
            **dict(zip(("x", "y", "x2", "y2"), (*spots[a], *spots[b]), strict=True)),
        }
        for (a, b), n in shared.most_common()
    ]
    return frame(nodes, NODES), frame(links, LINKS)


def _on_a_circle(names: Sequence[str]) -> dict[str, tuple[float, float]]:
    """A place for each, in order clockwise from the top."""
    angles = (2 * math.pi * i / len(names) for i in range(len(names)))
    return {name: (math.sin(a), math.cos(a)) for name, a in zip(names, angles, strict=True)}


def named_tone_table(places: pd.DataFrame, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """Mean compound (-1..1) of the sentences that name each entity, each sentence once."""
    scored = places.dropna(subset=["compound"]).drop_duplicates(["entity", "sentence"])
    rows = []
    for id, group in scored.groupby("entity", sort=False):
        mean = float(group["compound"].mean())
        tone = name_tone(mean, band).split()[-1]
        rows.append(
            {
                "entity": id,
                "name": group["name"].iloc[0],
                "type": group["type"].iloc[0],
                "compound": mean,
                "tone": tone,
                "sentences": len(group),
            }
        )
    table = frame(rows, TONES)
    return table.sort_values("sentences", ascending=False, kind="stable", ignore_index=True)


def open_table(analysis: Analysis) -> pd.DataFrame:
    """Names that could be more than one entity, with the reason they were left to themselves."""
    rows = [
        {"entity": e.id, "name": e.name, "reason": e.unresolved, "places": len(e.mentions)}
        for e in analysis.entities
        if e.unresolved
    ]
    return frame(rows, OPEN)


def correction_table(analysis: Analysis, kinds: Collection[str]) -> pd.DataFrame:
    """The reader's corrections of these kinds in their order, and whether each still applies."""
    text = analysis.article.text
    rows = [
        {
            "kind": c.kind,
            "words": "" if c.kind in FACTS else c.target.of(text),
            "other": c.other.of(text) if c.other else "",
            "value": c.value,
            "applies": c not in analysis.dropped,
            "said": correction_sentence(c, text),
        }
        for c in analysis.corrections
        if c.kind in kinds
    ]
    return frame(rows, CORRECTIONS)


def entity_by_id(analysis: Analysis, id: str | None) -> Entity | None:
    """The entity with this id, if the article has it."""
    return next((e for e in analysis.entities if e.id == id), None)
