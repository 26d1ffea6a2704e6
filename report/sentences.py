"""What an editor would say to a colleague: three sentences made from counts.

Each figure in them is a link to the words behind it: on a page it chooses them, in a report it
leads to the table that holds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from analysis import Analysis
from analysis.tables import (
    DEFINITIONS,
    count_names,
    count_tones,
    count_voices,
    grouped,
    tone_columns,
    turning_point,
)
from analysis.text import body_words, count, share, signed
from analysis.tone import NEUTRAL_BAND, name_tone

Leads = Literal["paragraph", "entity", "source", "show"]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to what is behind them, as a click on a chart does."""

    words: str
    kind: Leads
    value: str | int
    explained: str = ""

    @property
    def to(self) -> str:
        """Where it leads, in one word."""
        return f"{self.kind}:{self.value}"


Piece = str | Link
TURN = 2 * NEUTRAL_BAND
"""Two stretches nearer to each other than this sound alike."""


def words_of(sentences: Sequence[Sequence[Piece]]) -> str:
    """The sentences as plain text."""
    return " ".join(
        "".join(p.words if isinstance(p, Link) else p for p in pieces) for pieces in sentences
    )


def tone_sentence(
    analysis: Analysis, paragraphs: pd.DataFrame, sentences: pd.DataFrame
) -> list[Piece]:
    """How it sounds, how many paragraphs are negative and positive, and where it turns."""
    tones = count_tones(sentences)
    if paragraphs.empty or tones.article is None:
        return ["There is no body text whose tone could be scored."]
    told: list[Piece] = [
        f"It sounds {name_tone(tones.article)} on the whole ({signed(tones.article)})"
    ]
    if len(paragraphs) == 1:
        return [*told, "; it is one paragraph long."]
    signs = [str(tone).rpartition(" ")[2] for tone in paragraphs["tone"]]
    low, high = signs.count("negative"), signs.count("positive")
    told += [": ", _paragraphs(low, "negative"), f" of {len(paragraphs)} paragraphs {_are(low)} "]
    told += ["negative and ", _paragraphs(high, "positive"), " positive"]
    turn = turning_point(tone_columns(paragraphs, analysis.article))
    if turn is None or abs(turn[1] - turn[2]) < TURN:
        return [*told, ", and it stays much the same throughout."]
    place = int(paragraphs.loc[paragraphs["number"] == turn[0], "paragraph"].iloc[0])
    link = Link(f"paragraph {turn[0]}", "paragraph", place, "Where the two sides differ most")
    about = "around" if grouped(analysis.article) else "at"
    return [
        *told,
        f"; it turns {about} ",
        link,
        f", from {signed(turn[1])} before to {signed(turn[2])} from there on.",
    ]


def name_sentence(places: pd.DataFrame) -> list[Piece]:
    """How many are named, of which kind, and whom it names most."""
    names = count_names(places)
    if not names.total:
        return ["No person, place or body is named in it."]
    kinds: list[Piece] = []
    for n, one, many, types in (
        (names.people, "person", "people", "PERSON"),
        (names.places, "place", "places", "GPE,LOC,FAC"),
        (names.bodies, "body", "bodies", "ORG,NORP"),
        (names.others, "other", "others", "EVENT,WORK,OTHER"),
    ):
        if n:
            kinds.append(Link(count(n, one, many), "show", f"names;type:{types}"))
    told: list[Piece] = ["It is about ", *_listed(kinds)]
    if names.top_count == 1:
        return [*told, ", named once." if names.total == 1 else ", each named once."]
    return [
        *told,
        f", {count(names.mentions, 'mention')} in all; most of all ",
        Link(names.top_name, "entity", names.top, DEFINITIONS["mentions"]),
        f", named {names.top_count} times.",
    ]


def voice_sentence(analysis: Analysis, statements: pd.DataFrame) -> list[Piece]:
    """Who speaks, in how many of its words, and what rests on unnamed sources."""
    voices, words = count_voices(statements), body_words(analysis.article)
    if not voices.sources:
        return ["Nobody but the writer speaks in it: no statement is credited to anyone."]
    alone = voices.sources == 1
    loose = f" ({voices.loose} without a speaker)" if voices.loose else ""
    top = Link(voices.top_name, "source", voices.top, DEFINITIONS["words"])
    told: list[Piece] = [
        Link(count(voices.sources, "source"), "show", "statements", DEFINITIONS["sources"]),
        *([", ", top, ", speaks in it, in "] if alone else [" speak in it, in "]),
        f"{count(voices.statements, 'statement')}{loose} with {voices.words:,} of its "
        f"{words:,} words ({share(voices.words, words)})",
    ]
    if alone:
        return [*told, ", and it is unnamed." if voices.unnamed else "."]
    told += ["; most of all ", top, f" ({count(voices.top_words, 'word')})"]
    if not voices.unnamed:
        return [*told, ", and none of them is unnamed."]
    where = "statements;unnamed:yes"
    unnamed = Link(f"{voices.unnamed} unnamed", "show", where, DEFINITIONS["unnamed"])
    return [
        *told,
        "; ",
        unnamed,
        f" {'source holds' if voices.unnamed == 1 else 'sources hold'} "
        f"{voices.unnamed_words:,} of those words ({share(voices.unnamed_words, voices.words)}).",
    ]


def _paragraphs(n: int, sign: str) -> Piece:
    return Link(str(n), "show", f"paragraphs;tone:{sign}", DEFINITIONS["tone"]) if n else "none"


def _listed(pieces: list[Piece]) -> list[Piece]:
    """ "a, b and c" of pieces."""
    told: list[Piece] = []
    for n, piece in enumerate(pieces):
        told += [piece] if not n else [" and " if n == len(pieces) - 1 else ", ", piece]
    return told


def _are(n: int) -> str:
    return "is" if n == 1 else "are"
