"""What the encoder is told beside a word's pieces: its looks, its place, the lists it is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from analysis.language.quote_features import quotation_columns, quotes_singly

ROWS = {"shape": 200, "quote": 8, "left": 10, "right": 10, "place": 8}
"""The columns of a word's codes, and the rows of the embedding that each number points into."""
COLUMNS = tuple(ROWS)
PHRASES = ("country", "nationality", "region", "city", "outlet")
WORDS = ("first", "last", "title", "body", "site", "calendar")
FLAGS = (
    *(f"{name}_{part}" for name in PHRASES for part in ("begins", "goes_on")),
    *WORDS,
    "small_elsewhere",
    "capital_elsewhere",
    "headline_style",
    "capital",
)
"""Yes-or-no facts about a word: in which list it stands, how else the article writes it."""

Codes = NDArray[np.int32]
Flags = NDArray[np.uint8]

_STOPS = frozenset('.!?:"“”‘’()') | {"``", "''", "—", "–", "--"}
_LONG_RUN = re.compile(r"(.)\1{2,}")
_NORMAL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
MOST_WORDS = 20_000
"""Words remembered between articles; a longer list is emptied, so that a batch of ever new names
takes no more memory after its first 9,000 lines. An article of 50,000 words has 6,000."""


def shape_of(word: str) -> str:
    """``"Kim’s"`` → ``"Xxx'x"``: capitals, letters and digits, runs cut to two."""
    kinds = "".join(
        "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        for c in word.translate(_NORMAL)[:24]
    )
    return _LONG_RUN.sub(r"\1\1", kinds)


def hashed(text: str, rows: int) -> int:
    """A row for these letters, the same on every machine (``hash`` is not)."""
    return crc32(text.encode("utf-8", "surrogatepass")) % rows


@dataclass(slots=True)
class Lists:
    """The model's own word lists, in small letters; phrases by their first word."""

    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    words: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, entries: Mapping[str, Sequence[str]]) -> Lists:
        """From plain lines; a phrase's longest reading comes first."""
        phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        for name in PHRASES:
            by_first: dict[str, list[tuple[str, ...]]] = {}
            for entry in entries.get(name, ()):
                parts = tuple(entry.lower().replace("-", " - ").split())
                by_first.setdefault(parts[0], []).append(parts)
            phrases[name] = {
                first: tuple(sorted(found, key=lambda parts: (-len(parts), parts)))
                for first, found in by_first.items()
            }
        words = {n: frozenset(w.lower() for w in entries.get(n, ())) for n in WORDS}
        return cls(phrases, words)


@dataclass(slots=True)
class Reader:
    """Turns words into codes and flags with one set of lists."""

    lists: Lists
    _shapes: dict[str, int] = field(default_factory=dict)

    def codes(self, paragraphs: Sequence[Sequence[str]]) -> list[Codes]:
        """One matrix per paragraph, a row per word, columns as in ``COLUMNS``."""
        british = quotes_singly(paragraphs)
        found, running = [], False
        for words in paragraphs:
            quote, running = quotation_columns(words, british=british, running=running)
            rows = np.zeros((len(words), len(COLUMNS)), dtype=np.int32)
            if words:
                rows[:, 0] = [self._shape(word) for word in words]
                rows[:, 1:4] = quote
                rows[:, 4] = np.minimum(np.arange(len(words)), 6)
            found.append(rows)
        return found

    def _shape(self, word: str) -> int:
        row = self._shapes.get(word)
        if row is None:
            row = hashed(shape_of(word), ROWS["shape"])
            if len(self._shapes) >= MOST_WORDS:
                self._shapes = {}
            self._shapes[word] = row
        return row

    def flags(self, paragraphs: Sequence[Sequence[str]]) -> list[Flags]:
        """One matrix per paragraph, a row per word, columns as in ``FLAGS``."""
        small, capital = _spellings(paragraphs)
        return [self._flags(words, small, capital) for words in paragraphs]

    def _flags(self, words: Sequence[str], small: Counter[str], capital: Counter[str]) -> Flags:
        found = np.zeros((len(words), len(FLAGS)), dtype=np.uint8)
        lower = [word.lower() for word in words]
        titled = headline_style(words)
        for i, word in enumerate(words):
            if not word[:1].isupper():
                if word in self.lists.words["title"]:
                    found[i, len(PHRASES) * 2 + WORDS.index("title")] = 1
                continue
            self._mark_lists(found, lower, i)
            found[i, -4] = small[lower[i]] > 0
            found[i, -3] = capital[lower[i]] > (not _starts(words, i))
            found[i, -2] = titled
            found[i, -1] = 1
        return found

    def _mark_lists(self, found: Flags, lower: Sequence[str], i: int) -> None:
        """Set the flags of the lists in which the word at ``i`` stands or a phrase begins."""
        for column, name in enumerate(PHRASES):
            for parts in self.lists.phrases[name].get(lower[i], ()):
                if tuple(lower[i : i + len(parts)]) == parts:
                    found[i, column * 2] = 1
                    found[i + 1 : i + len(parts), column * 2 + 1] = 1
                    break
        for column, name in enumerate(WORDS, start=len(PHRASES) * 2):
            if lower[i] in self.lists.words[name]:
                found[i, column] = 1


def _starts(words: Sequence[str], i: int) -> bool:
    """Whether a capital here says nothing, because a sentence may begin."""
    return i == 0 or words[i - 1] in _STOPS


def headline_style(words: Sequence[str]) -> bool:
    """Whether nearly every long word is capitalised, as in a headline."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.75 * len(long)


def _spellings(paragraphs: Sequence[Sequence[str]]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written small, and with a capital that means something."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for words in paragraphs:
        if headline_style(words):
            continue
        for i, word in enumerate(words):
            if word.islower():
                small[word] += 1
            elif word[:1].isupper() and not _starts(words, i):
                capital[word.lower()] += 1
    return small, capital
