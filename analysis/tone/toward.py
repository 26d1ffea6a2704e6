"""Tone toward somebody: what one sentence says about one name in it.

"The court condemned Brandt" and "Brandt condemned the court" have the same words. A
log-linear model weighs which words stand on which side of the name, how near, and what
tone the news-tuned scorer finds there. It learnt from NewsMTSC (Hamborg & Donnay 2021, MIT)
over common words written small: ``data/lexicons/target_tone.txt`` is all it knows, and
no name, party or people is in it (``training/target_tone.py``; a test looks). Where the language
model read the text, its own shares for the name's words, which learnt from the same sentences,
are pooled with it (Genest & Zidek 1986); without the model the word lists stand alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis.lexicon import Pattern, group_words, word_table
from analysis.records import Article, NameTone, Span, Tagged
from analysis.text import InOrder
from analysis.tone.news import news_reader
from analysis.tone.typography import straighten
from analysis.tone.valence import Reading

Label = Literal["negative", "neutral", "positive"]
LABELS: tuple[Label, ...] = ("negative", "neutral", "positive")
FAR = 1500
"""Characters looked at on each side of the name: more is no sentence."""
NEAR = 5
LISTED = 0.7
"""Weight of the word lists' shares beside the model's in the logarithmic pool."""
LEAST = 1e-3
"""The model's shares are kept to three places."""
_TOKEN = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|[\"!?;:,().-]")
_CLAUSE_ENDS = frozenset('";:,().-') | {"but", "while", "although", "though", "because", "who"}
_BREAK = re.compile(r"[\";:,().—–“”]|\b(?:but|while|although|though|because|who)\b", re.I)
_PASSIVE = Pattern(r"(?:has |have |had )?{auxiliary passives}(?: \w+ly)? \w+ed\b")
_MARKS = frozenset('"!?;:,().-')
_NOT = group_words("adverbial negations")
_SAYS = group_words("verbs of saying")


@dataclass(frozen=True, slots=True)
class TargetTone:
    """How probable it is that a sentence is negative, neutral or positive toward the name."""

    negative: float
    neutral: float
    positive: float

    @property
    def score(self) -> float:
        """Positive minus negative, -1..1."""
        return self.positive - self.negative

    @property
    def label(self) -> Label:
        """The most probable of the three."""
        values = (self.negative, self.neutral, self.positive)
        return LABELS[values.index(max(values))]


@dataclass(frozen=True, slots=True)
class Toward:
    """One mention, the sentence it stands in, and that sentence's tone toward it."""

    mention: Span
    sentence: int
    tone: TargetTone


def score_target(text: str, start: int, end: int) -> TargetTone:
    """The tone of the sentence ``text`` toward ``text[start:end]``."""
    sums = [0.0, 0.0, 0.0]
    weights = _weights()
    for name, value in features(text, start, end):
        row = weights.get(name)
        if row is not None:
            for i in range(3):
                sums[i] += row[i] * value
    return _shared(sums)


def pooled(listed: TargetTone, read: Sequence[NameTone]) -> TargetTone:
    """Both opinions in one: a weighted mean of logarithms, made to sum to 1 again."""
    if not read:
        return listed
    values = []
    for own, name in zip((listed.negative, listed.neutral, listed.positive), LABELS, strict=True):
        words = [math.log(max(LEAST, getattr(word, name))) for word in read]
        values.append(sum(words) / len(words) + LISTED * math.log(max(LEAST, own)))
    return _shared(values)


def _shared(values: Sequence[float]) -> TargetTone:
    top = max(values)
    shares = [math.exp(v - top) for v in values]
    whole = sum(shares)
    return TargetTone(*(share / whole for share in shares))


def tones_toward(article: Article, tagged: Tagged, mentions: Sequence[Span]) -> list[Toward]:
    """The tone toward each mention that stands in a sentence, in order, one per sentence."""
    found: list[Toward] = []
    at, words = 0, InOrder(tagged.toward)
    for mention in sorted(mentions):
        while at < len(tagged.sentences) and tagged.sentences[at].span.end <= mention.start:
            at += 1
        if at == len(tagged.sentences):
            break
        span = tagged.sentences[at].span
        if span.covers(mention) and not (found and found[-1].sentence == at):
            start = mention.start - span.start
            listed = score_target(span.of(article.text), start, start + mention.end - mention.start)
            found.append(Toward(mention, at, pooled(listed, words.touching(mention))))
    return found


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    return {name: tuple(map(float, row)) for name, row in word_table("target_tone").items()}


# ---------------------------------------------------------------- what the model looks at


def features(text: str, start: int, end: int) -> Iterator[tuple[str, float]]:
    """Names and values of all that is known about a name in its sentence."""
    begin = max(0, start - FAR)
    sentence = text[begin : end + FAR]
    start, end = start - begin, end - begin
    left = _TOKEN.findall(straighten(sentence[:start]))
    right = _TOKEN.findall(straighten(sentence[end:]))
    yield "bias", 1.0
    yield from _words(left, right)
    yield from _shape(left, right)
    clause = _clause_edges(sentence, start, end)
    yield from _tone(news_reader().read(sentence), start, end, clause)


def _words(left: list[str], right: list[str]) -> Iterator[tuple[str, float]]:
    """Each word of the sentence, and those next to the name with their side and place."""
    before = [w.lower() for w in left if w not in _MARKS]
    after = [w.lower() for w in right if w not in _MARKS]
    for word in {*before, *after}:
        yield f"s {word}", 1.0
    for side, near in (("l", before[::-1][:NEAR]), ("r", after[:NEAR])):
        for word in set(near):
            yield f"{side} {word}", 1.0
        for place, word in enumerate(near[:2], start=1):
            yield f"{side}{place} {word}", 1.0
        if len(near) > 1:
            first, second = (near[1], near[0]) if side == "l" else (near[0], near[1])
            yield f"{side}{side} {first} {second}", 1.0
    for word in set(_clause(left[::-1]) + _clause(right)):
        yield f"c {word}", 1.0


def _clause(words: list[str]) -> list[str]:
    """The words up to the next comma, dash or conjunction."""
    found: list[str] = []
    for word in words[:25]:
        if word.lower() in _CLAUSE_ENDS and found:
            break
        if word not in _MARKS:
            found.append(word.lower())
    return found


def _shape(left: list[str], right: list[str]) -> Iterator[tuple[str, float]]:
    """Where the name stands: in a quotation, as a speaker, with a possessive, first."""
    quoted = left.count('"') % 2 == 1
    yield "in quotation" if quoted else "not in quotation", 1.0
    if not quoted and '"' in left + right:
        yield "beside quotation", 1.0
    if not left:
        yield "first in sentence", 1.0
    yield f"third {min(2, 3 * len(left) // (len(left) + len(right) + 1))}", 1.0
    after = [w.lower() for w in right[:4]]
    if any(w in _SAYS for w in after[:3]) or any(w.lower() in _SAYS for w in left[-2:]):
        yield "speaks", 1.0
    if right[:1] == ["s"] or right[:1] == ["'s"]:
        yield "possessive", 1.0
    if _PASSIVE.match(" ".join(after)):
        yield "passive", 1.0
    near = [w.lower() for w in left[-6:] + right[:6]]
    if any(w in _NOT or w.endswith("n't") for w in near):
        yield "negation near", 1.0
    for mark in "?!":
        if mark in left + right:
            yield f"mark {mark}", 1.0
    yield "length", min(3.0, (len(left) + len(right)) / 25)


def _clause_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause round the name begins and ends: at the next mark or conjunction."""
    before = [m.end() for m in _BREAK.finditer(text, 0, start)]
    after = _BREAK.search(text, min(len(text), end + 2))
    return before[-1] if before else 0, after.start() if after else len(text)


def _tone(
    reading: Reading, start: int, end: int, clause: tuple[int, int]
) -> Iterator[tuple[str, float]]:
    """Sums of tone on either side, near and far, and the nearest tone word of each side."""
    yield "compound", reading.score.compound
    sums: dict[str, float] = {}
    nearest: dict[str, tuple[int, float]] = {}
    for word in reading.words:
        side = "left" if word.span.end <= start else "right" if word.span.start >= end else "in"
        gap = max(start - word.span.end, word.span.start - end)
        if side == "in" or not word.counted:
            continue
        sign = "+" if word.counted > 0 else "-"
        names = [f"{side} {sign}", f"within {_bucket(gap)} {sign}", f"all {sign}"]
        if clause[0] <= word.span.start and word.span.end <= clause[1]:
            names += [f"clause {sign}", f"clause {side} {sign}"]
        for name in names:
            sums[name] = sums.get(name, 0.0) + abs(word.counted)
        if side not in nearest or gap < nearest[side][0]:
            nearest[side] = (gap, word.counted)
    for name, total in sums.items():
        yield f"tone {name}", math.tanh(total / 3)
        yield f"any tone {name}", 1.0
    for side, (gap, counted) in nearest.items():
        sign = "+" if counted > 0 else "-"
        yield f"nearest {side} {_bucket(gap)} {sign}", 1.0
    if not sums:
        yield "no tone word", 1.0
    both = sums.get("all +", 0.0) - sums.get("all -", 0.0)
    yield "tone balance", math.tanh(both / 4)


def _bucket(gap: int) -> int:
    """Characters to the name: 10, 25, 60, 120 or more."""
    return next((limit for limit in (10, 25, 60, 120) if gap <= limit), 999)
