"""The Overview's figures and sentences, made from counts in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import entity_table, paragraph_table, source_audit, source_table
from analysis.tone import describe_tone
from ui.cache import made_once
from ui.kit.charts import AnyChart, show
from ui.kit.right import how_right
from ui.text import count, share, signed

PLACES = ("GPE", "LOC", "FAC")
BODIES = ("ORG", "NORP")


@dataclass(frozen=True, slots=True)
class Names:
    """How many different names stand in the body, by kind, and how often they are mentioned."""

    people: int
    places: int
    bodies: int
    others: int
    mentions: int
    top: str
    top_count: int

    @property
    def total(self) -> int:
        """All different names."""
        return self.people + self.places + self.bodies + self.others


@dataclass(frozen=True, slots=True)
class Voices:
    """How many sources are heard, with how many of the body's words, and how many unnamed.

    Unnamed is what the audit calls so: a role that one person holds is counted apart.
    """

    sources: int
    statements: int
    words: int
    body_words: int
    unnamed: int
    unnamed_words: int
    roles: int
    top: str
    top_words: int


def names_of(analysis: Analysis) -> Names:
    """Names counted over the body, each real person, place or body once."""
    table = made_once(entity_table, analysis)
    table = table[table["count"] > 0]
    kinds = table["type"]
    people, places = int((kinds == "PERSON").sum()), int(kinds.isin(PLACES).sum())
    bodies = int(kinds.isin(BODIES).sum())
    top = str(table["name"].iloc[0]) if len(table) else ""
    most = int(table["count"].iloc[0]) if len(table) else 0
    others = len(table) - people - places - bodies
    return Names(people, places, bodies, others, int(table["count"].sum()), top, most)


def voices_of(analysis: Analysis) -> Voices:
    """Sources with the words credited to them, as the source audit counts them."""
    table = made_once(source_table, analysis)
    audit = made_once(_audit, analysis)
    body = body_paragraphs(analysis)
    return Voices(
        sources=len(table),
        statements=len(analysis.attributions),
        words=int(table["words"].sum()),
        body_words=int(body["words"].sum()),
        unnamed=int(audit["unnamed_sources"]),
        unnamed_words=int(audit["unnamed_words"]),
        roles=int(audit["role_only_sources"]),
        top=str(table["name"].iloc[0]) if len(table) else "",
        top_words=int(table["words"].iloc[0]) if len(table) else 0,
    )


def _audit(analysis: Analysis) -> pd.Series[Any]:
    return source_audit([analysis]).iloc[0]


def body_paragraphs(analysis: Analysis) -> pd.DataFrame:
    """The rows of the paragraph table that are counted."""
    table = made_once(paragraph_table, analysis)
    return table[table["number"] > 0]


def tone_sentences(analysis: Analysis) -> str:
    """Two sentences on how the article sounds."""
    body = body_paragraphs(analysis).dropna(subset=["compound"])
    if body.empty:
        return "There is no body text to score."
    low, high = int((body["compound"] <= -0.05).sum()), int((body["compound"] >= 0.05).sum())
    first = (
        f"Of {count(len(body), 'paragraph')}, {low} {_are(low)} negative, "
        f"{len(body) - low - high} neutral and {high} positive."
    )
    if len(body) == 1:
        first = f"Its one paragraph scores {describe_tone(float(body['compound'].iloc[0]))}."
    further = []
    if len(body) > 1 and low + high:
        place = int(body["compound"].abs().to_numpy().argmax())
        number, score = int(body["number"].iloc[place]), float(body["compound"].iloc[place])
        further.append(f"paragraph {number} stands out most: {signed(score)}")
    tone = analysis.sentiment
    if tone.writer is not None and tone.quoted is not None:
        further.append(
            f"the writer's own words average {signed(tone.writer)}, "
            f"those credited to others {signed(tone.quoted)}"
        )
    second = "; ".join(further)
    return f"{first} {second[:1].upper()}{second[1:]}." if second else first


def tone_name(compound: float | None) -> str:
    """What a score is called: "mildly negative"; "no score" for none."""
    return describe_tone(compound).partition(", ")[2] or "no score"


def name_sentences(analysis: Analysis) -> str:
    """Two sentences on who the article is about."""
    names = names_of(analysis)
    if not names.total:
        return "No person, place or body is named in the body."
    kinds = [
        count(names.people, "person", "people"),
        count(names.places, "place"),
        count(names.bodies, "body", "bodies"),
    ]
    if names.others:
        kinds.append(f"{names.others} {'other' if names.others == 1 else 'others'}")
    times = "once" if names.top_count == 1 else f"{names.top_count} times"
    return (
        f"{count(names.total, 'name')} {'stands' if names.total == 1 else 'stand'} in the body, "
        f"mentioned {count(names.mentions, 'time')}: {', '.join(kinds[:-1])} and {kinds[-1]}. "
        f"Named most: {names.top}, {times}."
    )


def voice_sentences(analysis: Analysis) -> str:
    """Two sentences on who is speaking."""
    voices = voices_of(analysis)
    if not voices.sources:
        return "Nobody but the writer speaks: no statement is credited to anyone."
    return (
        f"{count(voices.sources, 'source')} in {count(voices.statements, 'statement')}, with "
        f"{voices.words:,} of {voices.body_words:,} words "
        f"({share(voices.words, voices.body_words)}). "
        f"Heard most: {voices.top}, {count(voices.top_words, 'word')}; "
        f"{voices.unnamed} of {voices.sources} {_are(voices.unnamed)} unnamed, {voices.roles} "
        f"{_are(voices.roles)} known by a role only."
    )


def apart(analysis: Analysis) -> str:
    """How far the writer's tone and that of what is quoted lie from each other."""
    tone = analysis.sentiment
    if tone.writer is None or tone.quoted is None:
        return "nothing quoted" if tone.quoted is None else "nothing of their own"
    return f"{abs(tone.writer - tone.quoted):.2f} apart"


def figure_row(figures: Sequence[tuple[str, str | int, str | None]]) -> None:
    """Figures side by side, wrapping where it is narrow: label, value, and what it is out of."""
    with st.grid(len(figures), min_column_width=115):
        for label, value, detail in figures:
            st.metric(label, value, detail, delta_color="off", delta_arrow="off")


def figure(
    label: str, value: str, detail: str, explained: str, *, line: AnyChart | None = None
) -> None:
    """One figure of the Overview: its value, a word or count under it, a line where it has one."""
    with st.container(border=True, height="stretch", gap="xxsmall"):
        st.metric(label, value, detail, delta_color="off", delta_arrow="off", help=explained)
        if line is not None:
            show(line, key="course", alt=f"Course of the tone: {detail} on the whole")
        how_right(label)


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
