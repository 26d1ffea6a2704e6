"""From documents to arrays: codes, flags and the labels each word may have."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokenizer import Tokenizer

from analysis.language.features import Reader
from analysis.language.packing import pack
from analysis.language.tokens import Word, split_words
from training.documents import UNKNOWN, Document, Range

STYLES = ("gum", "gmb", "wikigold", "crossner", "uner", "polnear", "ewt", "other")
"""Annotation styles; the product asks for the first."""
POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
ROLES = ("source", "cue", "content")
TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK", "OTHER")


def label_set(kinds: Sequence[str]) -> list[str]:
    """O, then begin, inside, end and single for each kind."""
    return ["O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BIES")]


@dataclass(slots=True)
class Encoded:
    """One paragraph ready for the network; ``labels`` hold -1 where any label may stand."""

    codes: NDArray[np.int32]
    flags: NDArray[np.uint8]
    labels: NDArray[np.int16]
    pos: NDArray[np.int16]


def encode(
    document: Document, tokenizer: Tokenizer, reader: Reader, kinds: Sequence[str]
) -> list[Encoded]:
    """The document's paragraphs as arrays."""
    labels = {label: i for i, label in enumerate(label_set(kinds))}
    words = [split_words(tokenizer, part.text, 0, len(part.text)) for part in document.parts]
    texts = [[w.text for w in found] for found in words]
    codes = reader.codes(texts, STYLES.index(document.style))
    flags = reader.flags(texts)
    encoded = []
    for part, found, row, flag in zip(document.parts, words, codes, flags, strict=True):
        ranges = part.roles if kinds == ROLES else part.names
        capital = np.array([[w.text[:1].isupper()] for w in found], dtype=np.int32).reshape(-1, 1)
        encoded.append(
            Encoded(
                np.concatenate([row, capital], axis=1),
                flag,
                word_labels(found, ranges, labels),
                word_tags(found, part.pos),
            )
        )
    return encoded


def word_labels(
    words: Sequence[Word], ranges: list[Range] | None, labels: dict[str, int]
) -> NDArray[np.int16]:
    """A label a word: of the first range it shares a character with."""
    found = np.full(len(words), -1 if ranges is None else 0, dtype=np.int16)
    for start, end, kind in sorted(ranges or (), key=lambda r: (r[1] - r[0], r[0]), reverse=True):
        inside = [i for i, w in enumerate(words) if w.start < end and w.end > start]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        if kind == UNKNOWN:
            found[first : last + 1] = -1
        elif first == last:
            found[first] = labels[f"S-{kind}"]
        else:
            found[first + 1 : last] = labels[f"I-{kind}"]
            found[first], found[last] = labels[f"B-{kind}"], labels[f"E-{kind}"]
    return repaired(found)


def repaired(found: NDArray[np.int16]) -> NDArray[np.int16]:
    """Broken runs (a range cut by another that overlaps it) made whole again.

    Labels are 1 + 4 * kind + (0 begin, 1 inside, 2 end, 3 single).
    """
    i, size = 0, len(found)
    while i < size:
        if found[i] <= 0:
            i += 1
            continue
        kind, end = (found[i] - 1) // 4, i + 1
        closes = (found[i] - 1) % 4 >= 2
        while end < size and not closes and found[end] > 0 and (found[end] - 1) // 4 == kind:
            part = (found[end] - 1) % 4
            if part in (0, 3):
                break
            closes, end = part == 2, end + 1
        base = 1 + 4 * kind
        if end - i == 1:
            found[i] = base + 3
        else:
            found[i], found[end - 1], found[i + 1 : end - 1] = base, base + 2, base + 1
        i = end
    return found


def word_tags(words: Sequence[Word], ranges: list[Range] | None) -> NDArray[np.int16]:
    """A part of speech a word, -1 where the corpus cuts words otherwise or has none."""
    known = {(s, e): POS.index(tag) for s, e, tag in ranges or () if tag in POS}
    return np.array([known.get((w.start, w.end), -1) for w in words], dtype=np.int16)


def join(pieces: Sequence[Encoded]) -> Encoded:
    """Several paragraphs as one stretch."""
    return Encoded(
        np.concatenate([p.codes for p in pieces]),
        np.concatenate([p.flags for p in pieces]),
        np.concatenate([p.labels for p in pieces]),
        np.concatenate([p.pos for p in pieces]),
    )


def cut(piece: Encoded, start: int, end: int) -> Encoded:
    """Part of a paragraph, with runs made whole at the cuts."""
    if start == 0 and end == len(piece.labels):
        return piece
    labels = repaired(piece.labels[start:end].copy())
    return Encoded(piece.codes[start:end], piece.flags[start:end], labels, piece.pos[start:end])


def stretches(
    documents: Sequence[tuple[list[Encoded], set[int]]],
    longest: int,
    random_first: Callable[[int], int] = lambda _: 0,
) -> list[Encoded]:
    """All documents cut as the product cuts them, or with shifted borders."""
    found = []
    for parts, alone in documents:
        sizes = [len(p.labels) for p in parts]
        for pieces in pack(sizes, longest=longest, alone=alone, first=random_first(longest)):
            found.append(join([cut(parts[i], s, e) for i, s, e in pieces]))
    return found


def batches(items: list[Encoded], words: int, rng: random.Random) -> list[list[Encoded]]:
    """Groups of about ``words`` words and similar length, in random order."""
    order = sorted(items, key=lambda e: (len(e.labels) + rng.random() * 8, rng.random()))
    groups: list[list[Encoded]] = [[]]
    for item in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.labels) > words:
            groups.append([])
        groups[-1].append(item)
    rng.shuffle(groups)
    return groups
