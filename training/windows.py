"""From documents to the stretches the encoder reads, and from stretches to batches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.language.features import Reader
from analysis.language.packing import pack
from analysis.language.pieces import Pieces
from analysis.language.tokens import split_words
from training.documents import Document
from training.labels import (
    ROLES,
    STYLES,
    TYPES,
    label_set,
    repaired,
    word_labels,
    word_tags,
    word_tones,
)

Ints = NDArray[np.int64]
MASK_SHARE = 0.1
"""Of the words are hidden whole from the encoder in training."""
TARGET_SHARE = 0.5
"""The same for names that have a tone: what is said must tell it, not who it is about."""
_LABELS = ("roles", "names", "pos", "tones")
_ARRAYS = ("codes", "flags", "pieces", "counts", *_LABELS)


@dataclass(slots=True)
class Line:
    """A paragraph, or several: arrays with a row a word; -1 where any label may stand."""

    codes: NDArray[np.int32]
    flags: NDArray[np.uint8]
    pieces: Ints
    counts: Ints
    """How many of the pieces each word has."""
    roles: NDArray[np.int16]
    names: NDArray[np.int16]
    pos: NDArray[np.int16]
    tones: NDArray[np.int16]
    style: int

    def __len__(self) -> int:
        return len(self.counts)


Lines = tuple[list[Line], set[int]]
"""A document's paragraphs, and those that share no stretch with others."""


def lines_of(document: Document, reader: Reader, pieces: Pieces) -> Lines:
    """A document's paragraphs as arrays."""
    words = [split_words(part.text, 0, len(part.text)) for part in document.parts]
    texts = [[w.text for w in found] for found in words]
    codes, flags = reader.codes(texts), reader.flags(texts)
    roles = {label: i for i, label in enumerate(label_set(ROLES))}
    names = {label: i for i, label in enumerate(label_set(TYPES))}
    found = []
    for part, line, row, flag in zip(document.parts, words, codes, flags, strict=True):
        spelt = [pieces.of(w.text) for w in line]
        found.append(
            Line(
                row,
                flag,
                np.array([p for s in spelt for p in s], dtype=np.int64),
                np.array([len(s) for s in spelt], dtype=np.int64),
                word_labels(line, part.roles, roles),
                word_labels(line, part.names, names),
                word_tags(line, part.pos),
                word_tones(line, part.tones),
                STYLES.index(document.style),
            )
        )
    return found, document.alone


def join(lines: Sequence[Line]) -> Line:
    """Several paragraphs as one stretch."""
    arrays = (np.concatenate([getattr(line, name) for line in lines]) for name in _ARRAYS)
    return Line(*arrays, lines[0].style)


def cut(line: Line, start: int, end: int) -> Line:
    """Some words of a paragraph, with runs made whole at the cuts."""
    if start == 0 and end == len(line):
        return line
    ends = np.concatenate([[0], np.cumsum(line.counts)])
    words = slice(start, end)
    return Line(
        line.codes[words],
        line.flags[words],
        line.pieces[ends[start] : ends[end]],
        line.counts[words],
        repaired(line.roles[words].copy()),
        repaired(line.names[words].copy()),
        line.pos[words],
        line.tones[words],
        line.style,
    )


def stretches(documents: Sequence[Lines], longest: int, rng: random.Random) -> list[Line]:
    """All documents cut as the product cuts them, with borders that shift from round to round."""
    found = []
    for lines, alone in documents:
        first = rng.randrange(longest * 3 // 4)
        sizes = [len(line) for line in lines]
        for places in pack(sizes, longest=longest, alone=alone, first=first):
            found.append(join([cut(lines[i], a, b) for i, a, b in places]))
    return found


def batches(items: Sequence[Line], pieces: int, rng: random.Random) -> list[list[Line]]:
    """Groups of about ``pieces`` pieces and similar length, in random order."""
    order = sorted(items, key=lambda x: (len(x.pieces) + rng.random() * 12, rng.random()))
    groups: list[list[Line]] = [[]]
    for item in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.pieces) > pieces:
            groups.append([])
        groups[-1].append(item)
    rng.shuffle(groups)
    return groups


def padded(items: Sequence[Line], marks: Pieces, rng: np.random.Generator) -> dict[str, Any]:
    """Arrays of one batch, batch first; see ``training.encoder.Batch``."""
    size, words = len(items), max(map(len, items))
    wide = max(len(x.pieces) for x in items) + 2
    pieces, owner = np.zeros((size, wide), np.int64), np.full((size, wide), words, np.int64)
    inside, first = np.zeros((size, wide), bool), np.zeros((size, words), np.int64)
    codes = np.zeros((size, words, items[0].codes.shape[1]), np.int64)
    flags = np.zeros((size, words, items[0].flags.shape[1]), np.float32)
    labels = {name: np.full((size, words), -1, np.int64) for name in _LABELS}
    for b, x in enumerate(items):
        n, p = len(x), len(x.pieces)
        own = np.repeat(np.arange(n), x.counts)
        share = np.where(x.tones >= 0, TARGET_SHARE, MASK_SHARE)
        hidden = (rng.random(n) < share)[own]
        pieces[b, 0], pieces[b, p + 1], inside[b, : p + 2] = marks.first, marks.last, True
        pieces[b, 1 : p + 1] = np.where(hidden, marks.mask, x.pieces)
        owner[b, 1 : p + 1] = own
        first[b, :n] = 1 + np.cumsum(x.counts) - x.counts
        codes[b, :n], flags[b, :n] = x.codes, x.flags
        for name, rows in labels.items():
            rows[b, :n] = getattr(x, name)
    return {
        "pieces": pieces,
        "inside": inside,
        "owner": owner,
        "first": first,
        "codes": codes,
        "flags": flags,
        "lengths": np.array([len(x) for x in items]),
        "style": np.array([x.style for x in items]),
        **labels,
    }
