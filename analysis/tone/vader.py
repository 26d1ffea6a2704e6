"""VADER's rules over a lexicon of our choice, and what they did to a word, in words.

All numbers come from the library's own methods (Hutto & Gilbert 2014). Its lists of idioms
and negations are module globals; nothing here changes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    C_INCR,
    N_SCALAR,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

_NEGATIONS = frozenset(NEGATE)
_STRENGTHENS = ("so", "this")
_IDIOM_WORDS = frozenset(
    max(phrase.split(), key=len) for phrase in (*SPECIAL_CASES, *BOOSTER_DICT) if " " in phrase
)
"""The longest word of each idiom: where none of them is near, no idiom is."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the library's rules look at: some words, and whether only part are in capitals."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class Rules(SentimentIntensityAnalyzer):  # type: ignore[misc]  # the library has no types
    """The library's analyzer over a lexicon of our choice, opening no file."""

    def __init__(self, lexicon: Mapping[str, float]) -> None:
        self.lexicon = lexicon

    def _negation_check(self, valence: float, words: list[str], start_i: int, i: int) -> float:
        """The library's check, asked only where a word could make a difference (speed)."""
        near = words[i - start_i - 1].lower()
        if (
            near not in _NEGATIONS
            and "n't" not in near
            and (start_i != 2 or words[i - 1].lower() not in _STRENGTHENS)
        ):
            return valence
        after: float = super()._negation_check(valence, words, start_i, i)
        return after

    def _special_idioms_check(self, valence: float, words: list[str], i: int) -> float:
        """The library's check, asked only where a word of an idiom is near (speed)."""
        if _IDIOM_WORDS.isdisjoint([w.lower() for w in words]):
            return valence
        after: float = super()._special_idioms_check(valence, words, i)
        return after


class Tracer(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """Rules that note each change of one word's valence; made anew for every word."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.lexicon = rules.lexicon
        self.changes: list[str] = []
        self.last = 0.0

    def explain(self, context: Context, i: int) -> tuple[str, ...]:
        """What changed the i-th word: the rules' names, with the words that called them."""
        item = context.words_and_emoticons[i]
        self.last = self._before_neighbours(context, i)
        self.sentiment_valence(0, context, item, i, [])
        return tuple(self.changes)

    def _before_neighbours(self, context: Context, i: int) -> float:
        """The value after the rules for "no" and for capitals, which the library has inline."""
        words = [w.lower() for w in context.words_and_emoticons]
        valence: float = self.lexicon[words[i]]
        before = words[max(0, i - 3) : i][::-1]
        if words[i] == "no" and any(w in self.lexicon for w in words[i + 1 : i + 2]):
            valence = 0.0
            self.changes.append("counted through the next word")
        if "no" in before[:2] or (before[2:] == ["no"] and before[0] in ("or", "nor")):
            valence = self.lexicon[words[i]] * N_SCALAR
            self.changes.append("negated by “no”")
        if context.words_and_emoticons[i].isupper() and context.is_cap_diff:
            valence += C_INCR if valence > 0 else -C_INCR
            self.changes.append("strengthened by capitals")
        return valence

    def _negation_check(self, valence: float, words: list[str], start_i: int, i: int) -> float:
        """Called after each booster rule, so it sees what that one did, too."""
        near = words[i - start_i - 1].lower()
        if valence != self.last:
            verb = "strengthened" if abs(valence) > abs(self.last) else "weakened"
            self.changes.append(f"{verb} by “{near}”")
        after: float = self.rules._negation_check(valence, words, start_i, i)
        if after != valence:
            grew = abs(after) > abs(valence)  # "never so good": ×1.25
            self.changes.append("strengthened by “so”" if grew else f"negated by “{near}”")
        self.last = after
        return after

    def _special_idioms_check(self, valence: float, words: list[str], i: int) -> float:
        after: float = self.rules._special_idioms_check(valence, words, i)
        if after != valence:
            self.changes.append("part of an idiom")
        self.last = after
        return after

    def _least_check(self, valence: float, words: list[str], i: int) -> float:
        after: float = self.rules._least_check(valence, words, i)
        if after != valence:
            self.changes.append("negated by “least”")
        return after


@cache
def library() -> SentimentIntensityAnalyzer:
    """The library's own analyzer, loaded once; nobody changes it."""
    return SentimentIntensityAnalyzer()
