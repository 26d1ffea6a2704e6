"""Words as spaCy's English tokenizer cuts them, made to survive newspaper typography.

The rules are spaCy's (``data/tokenizer.json``, made by ``training/tokenizer.py``); only reading
them is ours, because importing spaCy took longer than all other imports together and nothing else
of it was used. ``tests/language/test_tokens.py`` holds both equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.lexicon import DATA

_LONE = re.compile("[\ud800-\udfff]")  # half a character: JSON and the encoder cannot hold it
_CHUNK = re.compile(r"\S+")
_ENDLESS = re.compile(r"\S{401,}")
_PIECE = 50
"""Characters of an endless run that are split at once: time goes with their square."""
MOST_CHUNKS = 20_000
"""Chunks whose words are remembered, about 5 MB; most of an article's recur."""

Parts = tuple[str, ...]


class Word(NamedTuple):
    """A token of the article: its characters and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be split off a chunk at its front, back and inside, and what goes by a list."""

    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    infix: re.Pattern[str]
    url: re.Pattern[str]
    exceptions: dict[str, Parts]

    @classmethod
    def load(cls) -> Rules:
        """The rules that come with the program."""
        told = json.loads((DATA / "tokenizer.json").read_text(encoding="utf-8"))
        prefix, suffix, infix, url = (
            re.compile(told[name]) for name in ("prefix", "suffix", "infix", "url")
        )
        exceptions = {c: tuple(parts.split(" ")) for c, parts in told["exceptions"].items()}
        return cls(prefix, suffix, infix, url, exceptions)


class Tokenizer:
    """spaCy's algorithm (spacy/tokenizer.pyx, 3.8) over chunks between white space.

    Of each chunk, marks are taken off front and back until nothing more comes off or the rest is
    an exception; the rest is an exception, an address, or cut at the marks inside it; last,
    exceptions among the pieces are put together again ("a.m" and "."). Safe in several threads.
    """

    def __init__(self, rules: Rules, most: int = MOST_CHUNKS) -> None:
        self.rules, self.most = rules, most
        self.known: dict[str, Parts] = {}
        self._joins: dict[str, list[tuple[Parts, Parts]]] = {}
        for chunk, parts in rules.exceptions.items():
            if self._has_marks(chunk):
                apart = tuple(self._cut(chunk, {}))
                self._joins.setdefault(apart[0], []).append((apart, parts))

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words and marks of ``text[start:end]`` without the white space, offsets absolute."""
        words: list[Word] = []
        for begin, stop in _digestible(text, start, end):
            for chunk in _CHUNK.finditer(_LONE.sub("\ufffd", text[begin:stop])):
                at = begin + chunk.start()
                for part in self.parts(chunk[0]):
                    after = at + len(part)
                    words.append(Word(part, at, after))
                    at = after
        return words

    def parts(self, chunk: str) -> Parts:
        """The words of a chunk, which has no white space in it."""
        if chunk.isascii() and chunk.isalpha():  # most are: no rule can find a mark in it
            return self.rules.exceptions.get(chunk) or (chunk,)
        known = self.known.get(chunk)
        if known is None:
            known = self._joined(self._cut(chunk, self.rules.exceptions))
            if len(self.known) >= self.most:
                self.known = {}  # ever new names must not fill the memory
            self.known[chunk] = known
        return known

    def _cut(self, chunk: str, exceptions: dict[str, Parts]) -> list[str]:
        before, core, behind = self._bared(chunk, exceptions)
        inner = exceptions.get(core)
        if inner is None:
            inner = tuple(self._inside(core)) if core else ()
        return [*before, *inner, *reversed(behind)]

    def _bared(self, chunk: str, exceptions: dict[str, Parts]) -> tuple[list[str], str, list[str]]:
        """The marks in front, what is left, and the marks behind from the outside in."""
        before: list[str] = []
        behind: list[str] = []
        size = 0
        while chunk and len(chunk) != size and chunk not in exceptions:
            size = len(chunk)
            front = _length(self.rules.prefix.search(chunk))
            rest = chunk[front:]
            if front and rest in exceptions:
                return [*before, chunk[:front]], rest, behind
            back = _length(self.rules.suffix.search(rest))
            if back and chunk[:-back] in exceptions:
                return before, chunk[:-back], [*behind, chunk[-back:]]
            if front:
                before.append(chunk[:front])
            if back:
                behind.append(chunk[-back:])
                rest = rest[:-back]
            chunk = rest
        return before, chunk, behind

    def _inside(self, core: str) -> Iterator[str]:
        """An address whole; anything else cut at the marks inside, but not before the first."""
        if self.rules.url.match(core):
            yield core
            return
        at = 0
        for mark in self.rules.infix.finditer(core):
            if mark.start() == 0:
                continue
            if mark.start() > at:
                yield core[at : mark.start()]
            if mark[0]:
                yield mark[0]
            at = mark.end()
        if at < len(core):
            yield core[at:]

    def _joined(self, parts: list[str]) -> Parts:
        """Exceptions that were cut into several pieces, the longest and then the first winning."""
        found = [
            (len(apart), -i, whole)
            for i, part in enumerate(parts)
            for apart, whole in self._joins.get(part, ())
            if tuple(parts[i : i + len(apart)]) == apart
        ]
        taken: set[int] = set()
        swaps: dict[int, tuple[int, Parts]] = {}
        for size, place, whole in sorted(found, reverse=True):
            i = -place
            if i not in taken and i + size - 1 not in taken:
                swaps[i] = size, whole
            taken.update(range(i, i + size))
        return tuple(_swapped(parts, swaps)) if swaps else tuple(parts)

    def _has_marks(self, chunk: str) -> bool:
        rules = self.rules
        return any(p.search(chunk) for p in (rules.prefix, rules.suffix, rules.infix))


@cache
def tokenizer() -> Tokenizer:
    """The one that all articles share."""
    return Tokenizer(Rules.load())


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` without the white space, offsets absolute."""
    return tokenizer().words(text, start, end)


def _length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0


def _swapped(parts: Sequence[str], swaps: dict[int, tuple[int, Parts]]) -> Iterator[str]:
    i = 0
    while i < len(parts):
        size, whole = swaps.get(i, (1, (parts[i],)))
        yield from whole
        i += size


def _digestible(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch itself, or cut inside runs without a space that no word can be.

    Marks are taken off a run one by one: a line of 200,000 brackets would take minutes.
    """
    cuts = [start]
    for run in _ENDLESS.finditer(text, start, end):
        cuts += range(run.start() + _PIECE, run.end(), _PIECE)
    return list(zip(cuts, [*cuts[1:], end], strict=True))
