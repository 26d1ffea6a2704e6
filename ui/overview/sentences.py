"""What an editor would say to a colleague: three sentences made from counts."""

from __future__ import annotations

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
from analysis.text import body_words
from analysis.tone import NEUTRAL_BAND, name_tone
from ui.filters import counted, every
from ui.kit import Link, Piece
from ui.text import count, share, signed

TURN = 2 * NEUTRAL_BAND
"""Two stretches nearer to each other than this sound alike."""


def tone_sentence(analysis: Analysis) -> list[Piece]:
    """How it sounds, how many paragraphs are negative and positive, and where it turns."""
    paragraphs = every(analysis, "paragraphs", {})
    tones = count_tones(counted(analysis, "sentences", {}))
    if paragraphs.empty or tones.article is None:
        return ["There is no body text whose tone could be scored."]
    told: list[Piece] = [
        f"It sounds {name_tone(tones.article)} on the whole ({signed(tones.article)})"
    ]
    if len(paragraphs) == 1:
        return [*told, "; it is one paragraph long."]
    signs = paragraphs["sign"].value_counts()
    low, high = (int(signs.get(s, 0)) for s in ("negative", "positive"))
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


def name_sentence(analysis: Analysis) -> list[Piece]:
    """How many are named, of which kind, and whom it names most."""
    names = count_names(counted(analysis, "names", {}))
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
    times = "once" if names.top_count == 1 else f"{names.top_count} times"
    return [
        "It is about ",
        *_listed(kinds),
        f", {count(names.mentions, 'mention')} in all; most of all ",
        Link(names.top_name, "entity", names.top, DEFINITIONS["mentions"]),
        f", named {times}.",
    ]


def voice_sentence(analysis: Analysis) -> list[Piece]:
    """Who speaks, in how many of its words, and what rests on unnamed sources."""
    statements = counted(analysis, "statements", {})
    voices, words = count_voices(statements), body_words(analysis.article)
    if not voices.sources:
        return ["Nobody but the writer speaks in it: no statement is credited to anyone."]
    told: list[Piece] = [
        Link(count(voices.sources, "source"), "show", "statements", DEFINITIONS["sources"]),
        f" {'speaks' if voices.sources == 1 else 'speak'} in it, in ",
        f"{count(voices.statements, 'statement')} with {voices.words:,} of its {words:,} words "
        f"({share(voices.words, words)}); most of all ",
        Link(voices.top_name, "source", voices.top, DEFINITIONS["words"]),
        f" ({count(voices.top_words, 'word')})",
    ]
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
