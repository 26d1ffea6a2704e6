"""Word pieces: how the encoder spells a word (BERT's lower-case WordPiece, Devlin et al. 2019)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from analysis.language.features import MOST_WORDS

MOST = 5
"""Pieces of a word that are read; what a longer one ends with is left out."""
_LONGEST = 100


class Pieces:
    """Numbers of a word's pieces in one vocabulary; words seen before are remembered."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.rows = {piece: row for row, piece in enumerate(vocabulary)}
        self.unknown = self.rows["[UNK]"]
        self.first, self.last = self.rows["[CLS]"], self.rows["[SEP]"]
        self.mask = self.rows["[MASK]"]
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """One to ``MOST`` numbers for a word."""
        found = self._seen.get(word)
        if found is None:
            found = tuple(self._split(word)[:MOST]) or (self.unknown,)
            if len(self._seen) >= MOST_WORDS:
                self._seen = {}
            self._seen[word] = found
        return found

    def _split(self, word: str) -> list[int]:
        found: list[int] = []
        for part in _parts(word):
            found += self._longest(part)
            if len(found) >= MOST:
                break
        return found

    def _longest(self, part: str) -> list[int]:
        """The longest known piece at each place; one unknown makes the whole part unknown."""
        if len(part) > _LONGEST:
            return [self.unknown]
        found, start = [], 0
        while start < len(part):
            mark = "##" if start else ""
            end = len(part)
            while end > start and mark + part[start:end] not in self.rows:
                end -= 1
            if end == start:
                return [self.unknown]
            found.append(self.rows[mark + part[start:end]])
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Small letters without accents, cut at every mark that is no letter or digit."""
    if word.isascii() and word.isalnum():
        return [word.lower()]  # nearly every word: there is nothing to cut or take off
    plain = unicodedata.normalize("NFD", word.lower())
    parts, open_ = [], False
    for c in plain:
        kind = unicodedata.category(c)
        if kind == "Mn" or (kind.startswith("C") and c not in "\t\n\r"):
            continue
        if c.isspace():
            open_ = False
        elif _is_mark(c, kind) or _is_ideograph(c):
            parts.append(c)
            open_ = False
        elif open_:
            parts[-1] += c
        else:
            parts.append(c)
            open_ = True
    return parts


def _is_mark(c: str, kind: str) -> bool:
    code = ord(c)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or kind.startswith("P")


def _is_ideograph(c: str) -> bool:
    code = ord(c)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
