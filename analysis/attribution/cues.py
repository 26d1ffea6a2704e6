"""What a cue tells: its stance, whether speech, act or thought is reported, and negation.

The verbs are those of ``data/lexicons/reporting_verbs.txt``; cues of several words and nouns
have lists of their own. Stances are those of axis 6 of the taxonomy in ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from analysis.lexicon import lexicon_lines, word_group, word_table
from analysis.records import Act, Stance

LONGEST_PHRASE = 4
_WORD = re.compile(r"[^\W_]+")
_CONTRACTED = re.compile(r"(?:n['’]t|cannot)\b", re.I)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb; ``frame`` says what it takes (see the lexicon's header)."""

    lemma: str
    stance: Stance
    act: Act
    frame: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue says about how its content is presented."""

    stance: Stance
    act: Act
    negated: bool = False


@cache
def reporting_verbs() -> dict[str, Verb]:
    """Every form of the lexicon's verbs, in small letters."""
    found: dict[str, Verb] = {}
    for line in lexicon_lines("reporting_verbs"):
        lemma, forms, stance, act, frame = line.split("\t")
        verb = Verb(lemma, cast(Stance, stance), cast(Act, act), frame)
        for form in forms.split():
            found.setdefault(form, verb)
    return found


@cache
def _phrases() -> dict[tuple[str, ...], Reading]:
    table = word_table("cue_phrases")
    return {tuple(key.split()): _reading(row) for key, row in table.items()}


@cache
def _nouns() -> dict[str, Reading]:
    return {key: _reading(row) for key, row in word_table("cue_nouns").items()}


def _reading(row: Sequence[str]) -> Reading:
    return Reading(cast(Stance, row[0]), cast(Act, row[1]))


def read_cue(cue: str) -> Reading:
    """How these words present what they introduce: “has reportedly denied” is a hedge.

    Unknown words give ``unclassified``; no words at all (a quotation on its own) is neutral.
    """
    words = [w.lower() for w in _WORD.findall(cue)]
    negated = bool(_CONTRACTED.search(cue)) or any(w in word_group("negations") for w in words)
    if not words:
        return Reading("neutral", "speech")
    candidates = [*_phrase_readings(words), *_verb_readings(words), *_noun_readings(words)]
    hedges = [r for r in candidates if r.stance == "hedge"]
    if hedges:
        others = [r for r in candidates if r.stance != "hedge"]
        return Reading("hedge", others[0].act if others else hedges[0].act, negated)
    if candidates:
        return Reading(candidates[0].stance, candidates[0].act, negated)
    return Reading("unclassified", "speech_act", negated)


def _phrase_readings(words: Sequence[str]) -> Iterator[Reading]:
    phrases = _phrases()
    for i in range(len(words)):
        for size in range(LONGEST_PHRASE, 0, -1):
            if reading := phrases.get(tuple(words[i : i + size])):
                yield reading
                break


def _verb_readings(words: Sequence[str]) -> Iterator[Reading]:
    """Verbs in order; those that only help another cue word come last."""
    verbs, supports = reporting_verbs(), word_group("supports")
    found = [(w in supports, i, w) for i, w in enumerate(words) if w in verbs]
    for _, _, word in sorted(found):
        yield Reading(verbs[word].stance, verbs[word].act)


def _noun_readings(words: Sequence[str]) -> Iterator[Reading]:
    nouns = _nouns()
    return (nouns[w] for w in words if w in nouns)


def is_speech_cue(cue: str) -> bool:
    """Whether the words report speech or writing, rather than a thought or another act."""
    words = [w.lower() for w in _WORD.findall(cue)]
    if "according" in words or not words:
        return True
    verbs, nouns = reporting_verbs(), _nouns()
    return any(
        (w in verbs and verbs[w].act == "speech") or (w in nouns and nouns[w].act == "speech")
        for w in words
    )
