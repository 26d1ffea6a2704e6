"""The labels of each task, and which of them each word has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.language.tokens import Word
from training.documents import UNKNOWN, Range

STYLES = ("gum", "gmb", "wikigold", "crossner", "uner", "polnear", "ewt", "other")
"""Annotation styles; the product asks for the first."""
POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
ROLES = ("source", "cue", "content")
TONES = ("negative", "neutral", "positive")
"""Toward a name, in the order of the network's scores."""
TYPES = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK", "OTHER")


def label_set(kinds: Sequence[str]) -> list[str]:
    """O, then begin, inside, end and single for each kind."""
    return ["O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BIES")]


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


def word_tones(words: Sequence[Word], ranges: list[Range] | None) -> NDArray[np.int16]:
    """A tone for each word of a name that has one, -1 elsewhere."""
    found = np.full(len(words), -1, dtype=np.int16)
    for start, end, tone in ranges or ():
        for i, w in enumerate(words):
            if w.start < end and w.end > start:
                found[i] = TONES.index(tone)
    return found


def word_tags(words: Sequence[Word], ranges: list[Range] | None) -> NDArray[np.int16]:
    """A part of speech a word, -1 where the corpus cuts words otherwise or has none."""
    known = {(s, e): POS.index(tag) for s, e, tag in ranges or () if tag in POS}
    return np.array([known.get((w.start, w.end), -1) for w in words], dtype=np.int16)
