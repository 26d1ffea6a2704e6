"""What articles have in common: copies, near copies, and passages of shared (wire) copy.

Finding goes in two steps. *Fingerprints* are chosen shingles of five words, by winnowing
(Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003): any twelve words in a row that two articles share leave at least two fingerprints in
common, however long the rest is, which the MinHash of whole documents cannot promise. Then
the words themselves are compared, so every share is exact and every passage can be pointed at.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from analysis.records import Article, Paragraph, Span

SHINGLE = 5
"""Words in a row that count as the same wording; four or fewer recur by chance in news."""
WINDOW = 4
"""One fingerprint in any four shingles: 5 + 2*4 - 1 = 12 shared words leave two."""
PASSAGE = 12
"""Shared words from which a passage is shown."""
GAP = 3
"""Changed words that do not end a passage: an edited word or a changed day of the week."""
SAME, NEAR = 0.98, 0.5
"""Shares of the shorter article's words from which two are the same text, or near copies."""
CROWD = 40
"""Articles that share a fingerprint; above, each is compared with the first of them only."""
METHOD = f"winnow-{SHINGLE}-{WINDOW}"
_RUN = re.compile(r"\S+")
_MARKS = re.compile(r"[\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: spreads bits well
Prints = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words two articles share: where they stand in each, one span a paragraph."""

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    words: int
    """Words in common; up to three changed ones in a row may stand between them."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles have in common, counted in words of their bodies."""

    left: str
    right: str
    passages: tuple[Passage, ...]
    left_words: int
    right_words: int
    left_share: float
    """Of the left body's words that stand in passages, 0..1."""
    right_share: float

    @property
    def words(self) -> int:
        """Words in common, those of all passages."""
        return sum(p.words for p in self.passages)

    @property
    def kind(self) -> str:
        """ "same text", "near copy", "shared passages" or "nothing shared"."""
        if not self.passages:
            return "nothing shared"
        if min(self.left_share, self.right_share) >= SAME:
            return "same text"
        near = max(self.left_share, self.right_share) >= NEAR
        return "near copy" if near else "shared passages"


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    start: int
    end: int
    paragraph: int


@dataclass(slots=True)
class _Tile:
    """Words ``left .. left+length`` of one article equal ``right .. right+length`` of the other."""

    left: int
    right: int
    length: int


# ---------------------------------------------------------------- finding candidates


def fingerprints(article: Article) -> Prints:
    """The article's fingerprints, sorted and each once; made from all of its paragraphs."""
    words = [w.key for w in _words(article.text, article.paragraphs)]
    if len(words) < SHINGLE:
        return np.array([], dtype=np.uint64)
    hashes = np.array([zlib.crc32(w.encode("utf-8", "surrogatepass")) for w in words], np.uint64)
    rolled = np.zeros(len(hashes) - SHINGLE + 1, np.uint64)
    for place in range(SHINGLE):
        rolled = (rolled ^ hashes[place : place + len(rolled)]) * _FACTOR
        rolled ^= rolled >> np.uint64(29)
    if len(rolled) <= WINDOW:
        return np.unique(rolled.min(keepdims=True))
    windows = np.lib.stride_tricks.sliding_window_view(rolled, WINDOW)
    return np.unique(windows.min(axis=1))


def to_bytes(prints: Prints) -> bytes:
    """Fingerprints as they are kept: eight bytes each, the same on every machine."""
    return prints.astype("<u8").tobytes()


def from_bytes(kept: bytes) -> Prints:
    """Fingerprints that were kept."""
    return np.frombuffer(kept, "<u8").astype(np.uint64)


def candidates(prints: Mapping[str, Prints], of: str | None = None) -> list[tuple[str, str, int]]:
    """Pairs of ids with at least two fingerprints in common, most in common first.

    With ``of``, the pairs of that id, which then stands first in each.
    """
    names = list(prints)
    if of is not None:
        alike = (
            (of, n, len(np.intersect1d(prints[of], prints[n], True))) for n in names if n != of
        )
        return sorted(
            (pair for pair in alike if pair[2] >= 2), key=lambda pair: (-pair[2], pair[1])
        )
    if not names:
        return []
    owners = np.repeat(np.arange(len(names)), [len(prints[n]) for n in names])
    values = np.concatenate([prints[n] for n in names])
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    starts = np.flatnonzero(np.r_[True, values[1:] != values[:-1], True])
    shared: Counter[tuple[int, int]] = Counter()
    for start, end in pairwise(starts):
        if end - start > 1:
            shared.update(_pairs(owners[start:end].tolist()))
    found = [(names[a], names[b], n) for (a, b), n in shared.items() if n >= 2]
    return sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _pairs(owners: list[int]) -> Iterable[tuple[int, int]]:
    """All pairs, or where a crowd shares one wire story each with the first, to stay linear."""
    if len(owners) <= CROWD:
        return combinations(owners, 2)
    return ((owners[0], other) for other in owners[1:])


# ---------------------------------------------------------------- comparing two


def compare(left: Article, right: Article) -> Overlap:
    """Passages of at least twelve words that two bodies share, and their shares of each."""
    a, b = _words_of_body(left.text, left.body), _words_of_body(right.text, right.body)
    chains = [c for c in _chains(_tiles(a, b)) if sum(t.length for t in c) >= PASSAGE]
    passages = tuple(_passage(chain, a, b) for chain in chains)
    in_left = {i for c in chains for t in c for i in range(t.left, t.left + t.length)}
    in_right = {i for c in chains for t in c for i in range(t.right, t.right + t.length)}
    return Overlap(
        left.id,
        right.id,
        passages,
        len(a),
        len(b),
        len(in_left) / len(a) if a else 0.0,
        len(in_right) / len(b) if b else 0.0,
    )


def own_copy(article: Article, shared: Iterable[Span]) -> tuple[Span, ...]:
    """The body without the shared spans: what, of all compared, only this article has."""
    text, own = article.text, []
    taken = sorted(shared)
    for paragraph in article.body:
        start = paragraph.span.start
        for span in taken:
            if span.overlaps(paragraph.span):
                own.append((start, min(span.start, paragraph.span.end)))
                start = max(start, span.end)
        own.append((start, paragraph.span.end))
    return tuple(s for s in (_trimmed(text, start, end) for start, end in own) if s)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space and marks at its ends; None where no word remains."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@lru_cache(maxsize=16)  # each article of a few is compared with all others
def _words_of_body(text: str, body: tuple[Paragraph, ...]) -> tuple[_Word, ...]:
    return tuple(_words(text, body))


def _words(text: str, paragraphs: Sequence[Paragraph]) -> list[_Word]:
    """Runs with a letter or digit in them, compared by their letters and digits alone."""
    found = []
    for p in paragraphs:
        for run in _RUN.finditer(text, p.span.start, p.span.end):
            key = _MARKS.sub("", run.group()).lower()
            if key:
                found.append(_Word(key, run.start(), run.end(), p.index))
    return found


def _tiles(a: Sequence[_Word], b: Sequence[_Word]) -> list[_Tile]:
    """Equal stretches of at least five words, in the order of ``b``, each as long as can be."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(a) - SHINGLE + 1):
        there = places[tuple(w.key for w in a[i : i + SHINGLE])]
        if len(there) < 8:  # a refrain repeated for ever would make this quadratic
            there.append(i)
    tiles: list[_Tile] = []
    j = 0
    while j <= len(b) - SHINGLE:
        starts = places.get(tuple(w.key for w in b[j : j + SHINGLE]), ())
        if not starts:
            j += 1
            continue
        best = max((_Tile(i, j, _run(a, b, i, j)) for i in starts), key=lambda t: t.length)
        tiles.append(best)
        j += best.length
    return tiles


def _run(a: Sequence[_Word], b: Sequence[_Word], i: int, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length].key == b[j + length].key:
        length += 1
    return length


def _chains(tiles: Sequence[_Tile]) -> list[list[_Tile]]:
    """Tiles that follow each other in both articles with at most three words between."""
    chains: list[list[_Tile]] = []
    for tile in tiles:
        if chains:
            last = chains[-1][-1]
            between_left = tile.left - last.left - last.length
            between_right = tile.right - last.right - last.length
            if 0 <= between_left <= GAP and 0 <= between_right <= GAP:
                chains[-1].append(tile)
                continue
        chains.append([tile])
    return chains


def _passage(chain: Sequence[_Tile], a: Sequence[_Word], b: Sequence[_Word]) -> Passage:
    first, last = chain[0], chain[-1]
    return Passage(
        _spans(a[first.left : last.left + last.length]),
        _spans(b[first.right : last.right + last.length]),
        sum(t.length for t in chain),
    )


def _spans(words: Sequence[_Word]) -> tuple[Span, ...]:
    """One span for each paragraph the words stand in."""
    parts: dict[int, list[_Word]] = defaultdict(list)
    for word in words:
        parts[word.paragraph].append(word)
    return tuple(Span(part[0].start, part[-1].end) for part in parts.values())
