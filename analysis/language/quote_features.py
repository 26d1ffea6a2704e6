"""Where quotations run, told to the networks: marks are paired by position, whatever their curl."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]

_OPEN, _CLOSE, _STRAIGHT = frozenset("“„«") | {"``"}, frozenset("”»") | {"''"}, frozenset('"')
_SINGLE_OPEN, _SINGLE_CLOSE = frozenset("‘"), frozenset("’")


def quotes_singly(paragraphs: Sequence[Sequence[str]]) -> bool:
    """Whether speech stands in ‘single’ marks here, as in British papers."""
    double = _OPEN | _CLOSE | _STRAIGHT
    marks = Counter(word for words in paragraphs for word in words if len(word) <= 2)
    return marks["‘"] > 0 and not any(marks[mark] for mark in double)


def quotation_columns(
    words: Sequence[str], *, british: bool = False, running: bool = False
) -> tuple[Codes, bool]:
    """State and distances to both ends of the quotation, and whether one was left open.

    States: 0 outside, 1 inside, 2 inside and never closed here, 3 opening, 4 closing,
    5 inside a quotation running on from the paragraph before, 6 outside a paragraph
    that has quotations, 7 a mark without partner.
    """
    size = len(words)
    states = np.zeros(size, dtype=np.int32)
    start: int | None = None
    left = np.zeros(size, dtype=np.int32)
    right = np.zeros(size, dtype=np.int32)
    any_quote = False
    for i in range(size):
        kind = _mark_kind(words, i, start is not None, british=british)
        if kind == "open" and start is None:
            start, states[i], any_quote = i, 3, True
        elif kind == "close" and start is not None:
            states[start + 1 : i], states[i] = (5 if running and start == 0 else 1), 4
            _measure(left, right, start, i)
            start = None
        elif kind:
            states[i] = 7
    if start is not None:
        states[start + 1 :] = 2
        _measure(left, right, start, size)
    if any_quote:
        states[states == 0] = 6
    columns = np.stack([states, left, right], axis=1)
    return columns, start is not None


def _mark_kind(words: Sequence[str], i: int, inside: bool, *, british: bool) -> str:
    """``open``, ``close`` or nothing: marks are paired by position, whatever their curl."""
    word = words[i]
    if word in _OPEN or (british and word in _SINGLE_OPEN):
        return "open"
    if word in _CLOSE or (british and word in _SINGLE_CLOSE):
        return "close" if inside else "open"  # "”He left" is a mistyped opening mark
    if word in _STRAIGHT:
        return "close" if inside else "open"
    return ""


def _measure(left: Codes, right: Codes, start: int, end: int) -> None:
    """Write bucketed distances to the two marks over the words between them."""
    distance = np.arange(1, end - start)
    left[start + 1 : end] = bucket(distance)
    right[start + 1 : end] = bucket(distance[::-1])


def bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """1, 2, 3, 4, then doublings up to 9: near marks matter, far ones are just far."""
    steps = np.array([1, 2, 3, 4, 6, 10, 18, 34])
    return np.searchsorted(steps, distance, side="right")
