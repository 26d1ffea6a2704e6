"""The news-tuned scorer: VADER's rules over a lexicon made for news.

What it changes, each measured in benchmarks/RESULTS.md: words of
``data/lexicons/news_tone.txt`` go before VADER's own; words inside names do not count
("Supreme Court Justice" is no praise); phrases are read as one word; "prevent", "ease" and
their like turn a bad thing after them, "lack" and "lose" a good one; the idiom "the bomb" (+3)
is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.lexicon import word_list, word_table
from analysis.records import Span
from analysis.tone.typography import straighten
from analysis.tone.vader import Rules, library
from analysis.tone.valence import Line, ToneReader

MASK = "\x00"
"""Stands for a word that is part of a name: no lexicon has it."""
TURNED = -0.5
"""What is left of a bad thing that is prevented, or a good one that is lost: half, turned."""
_SLANG = {"bomb": "bombs"}
_ENTRY = re.compile(r"(\S.{0,60}?)\s*[\t ,;=]\s*([+-]?\d{1,2}(?:\.\d{1,4})?)")
_OPENS = frozenset("\"'([{*")
_CAPITALISED = re.compile(r"[A-Z][\w'&.-]*[a-z]")


class NewsRules(Rules):
    """The library's rules without the idiom "the bomb", which in news is a bomb."""

    def _special_idioms_check(self, valence: float, words: list[str], i: int) -> float:
        plain = [_SLANG.get(w.lower(), w) for w in words]
        after: float = super()._special_idioms_check(valence, plain, i)
        return after


class NewsReader(ToneReader):
    """A reader that passes over names and reads phrases as one word."""

    def __init__(self, lexicon: Mapping[str, float]) -> None:
        super().__init__(lexicon, NewsRules)
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for entry in lexicon:
            if " " in entry:
                parts = tuple(entry.split())
                self._phrases.setdefault(parts[0], []).append(parts)

    def choose(self, line: Line, names: Sequence[Span]) -> Line:
        """The line with names masked and phrases joined."""
        return self._join_phrases(_mask_names(line, names))

    def adjust(self, valence: float, words: list[str], i: int) -> tuple[float, tuple[str, ...]]:
        """ "Screening could decrease deaths", "lacks confidence": what is turned, and by what."""
        turners = word_list("tone_turners" if valence < 0 else "tone_spoilers")
        for word in words[max(0, i - 3) : i] if valence else ():
            if word.lower() in turners:
                return valence * TURNED, (f"turned by “{word.lower()}”",)
        return valence, ()

    def _join_phrases(self, line: Line) -> Line:
        lower = [w.lower() for w in line.words]
        found = [
            (i, parts)
            for i, word in enumerate(lower)
            if word in self._phrases
            for parts in self._phrases[word]
            if tuple(lower[i : i + len(parts)]) == parts
        ]
        if not found:
            return line
        words, known, first = line.words[:], set(line.known), dict(line.first)
        for i, parts in found:
            last = i + len(parts) - 1
            words[i:last] = [MASK] * (last - i)
            words[last] = " ".join(parts)
            known -= set(range(i, last))
            known.add(last)
            first[last] = i
        return Line(words, sorted(k for k in known if words[k] != MASK), line.places, first)


def _mask_names(line: Line, names: Sequence[Span]) -> Line:
    masked = [i for i in line.known if _is_name(line, i) or _inside(line, i, names)]
    if not masked:
        return line
    words, hidden = line.words[:], set(masked)
    for i in masked:
        words[i] = MASK
    return Line(words, [i for i in line.known if i not in hidden], line.places, line.first)


def _inside(line: Line, i: int, names: Sequence[Span]) -> bool:
    """Whether the language model reads the word as part of a name."""
    if not names:
        return False
    span = line.places.span(i, i)
    return any(name.covers(span) for name in names)


def _is_name(line: Line, i: int) -> bool:
    """A capitalised word inside a sentence: not its first, nor the first of a quotation."""
    word = line.words[i]
    if i == 0 or not _CAPITALISED.match(word):
        return False
    before = line.places.runs[i - 1]
    return (
        not (line.places.before(i)[:1] in _OPENS and line.places.before(i))
        and before[-1] not in ".?!:\"'"
    )


def read_word_list(text: str) -> tuple[tuple[tuple[str, float], ...], tuple[str, ...]]:
    """A reader's own list: words with valences of -4..4, and the lines that are not that.

    A line is a word or phrase, then a tab, comma, equals sign or space, then a number; ``#``
    begins a comment. The last line for a word counts.
    """
    words: dict[str, float] = {}
    wrong: list[str] = []
    for line in straighten(text).splitlines():
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        match = _ENTRY.fullmatch(entry)
        if match and -4 <= float(match[2]) <= 4:
            words[" ".join(match[1].lower().split())] = float(match[2])
        else:
            wrong.append(entry)
    return tuple(words.items()), tuple(wrong)


@cache
def news_lexicon() -> dict[str, float]:
    """VADER's lexicon with the news words put before it, endings spelt out."""
    entries = {
        word: float(row[0]) for word, row in word_table("news_tone").items() if _is_number(row)
    }
    vader: dict[str, float] = library().lexicon
    endings = {
        form: value
        for word, value in entries.items()
        if word.endswith("~")
        for form in inflect(word[:-1])
    }
    own = {word.removesuffix("~").lower(): value for word, value in entries.items()}
    return endings | vader | own


def _is_number(row: tuple[str, ...]) -> bool:
    try:
        return bool(row) and -4 <= float(row[0]) <= 4
    except ValueError:
        return False


def inflect(word: str) -> tuple[str, ...]:
    """The word's regular endings in -s, -ed and -ing: "deny" → "denies", "denied", "denying"."""
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return plural, word + "ed", word + "ing"


@cache
def news_reader() -> NewsReader:
    """The news-tuned scorer as it ships."""
    return NewsReader(news_lexicon())
