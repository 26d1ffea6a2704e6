"""Where the words of a search stand in a text: the same question that the index was asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.records import Span
from library.search import asked_alike, plain_word, terms_of

_WORD = re.compile(r"[^\W_]+")
AROUND = 90
"""Characters shown on either side of a hit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found, with what stands around them; all spans are of the text."""

    around: Span
    marks: tuple[Span, ...]


def find_hits(text: str, query: str, most: int = 3) -> tuple[Hit, ...]:
    """The first places where a search's words stand, each with the words around it.

    Hits nearer than ``AROUND`` share their surroundings. Empty where only title, outlet or
    author matched.
    """
    marks = sorted(set(_marks(text, query)))
    hits: list[Hit] = []
    for mark in marks:
        if hits and mark.end <= hits[-1].around.end:
            hits[-1] = Hit(hits[-1].around, (*hits[-1].marks, mark))
        elif len(hits) < most:
            hits.append(Hit(_around(text, mark), (mark,)))
        else:
            break
    return tuple(hits)


def all_marks(text: str, query: str) -> tuple[Span, ...]:
    """Every place where a search's words stand, in order and apart."""
    found: list[Span] = []
    for mark in sorted(set(_marks(text, query))):
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return tuple(found)


def _marks(text: str, query: str) -> Iterator[Span]:
    if asked_alike(query):  # scripts without spaces are searched as they stand
        for part in query.split():
            for m in re.finditer(re.escape(part), text):
                yield Span(m.start(), m.end())
        return
    words = [(plain_word(m[0]), m.start(), m.end()) for m in _WORD.finditer(text)]
    for term in terms_of(query):
        *whole, last = term
        size = len(term)
        for i in range(len(words) - size + 1):
            if not words[i + size - 1][0].startswith(last):
                continue
            if all(words[i + k][0] == word for k, word in enumerate(whole)):
                yield Span(words[i][1], words[i + size - 1][2])


def _around(text: str, mark: Span) -> Span:
    """Whole words on either side, within the paragraph."""
    low = max(0, text.rfind("\n", 0, mark.start) + 1, mark.start - AROUND)
    end = text.find("\n", mark.end)
    high = min(len(text) if end < 0 else end, mark.end + AROUND)
    if low and text[low - 1] != "\n":
        low = text.find(" ", low, mark.start) + 1 or mark.start
    if high < len(text) and text[high] != "\n":
        high = max(text.rfind(" ", mark.end, high), mark.end)
    return Span(low, high)
