"""From scores to labels: the best legal path through a stretch, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

NEVER = np.float32(-1e4)
"""The score of a step that must not happen."""
_TINY = np.float32(1e-30)


def impossible(labels: Sequence[str]) -> Floats:
    """A row per label before (the last: the start), a column per label after; 0 = allowed."""
    table = np.zeros((len(labels) + 1, len(labels)), dtype=np.float32)
    for i, before in enumerate((*labels, "O")):
        for j, after in enumerate(labels):
            opened, inside = before[0] in "BI", after[0] in "IE"
            if (opened or inside) and not (opened and inside and before[1:] == after[1:]):
                table[i, j] = NEVER
    return table


def best_paths(
    scores: Floats, moves: Floats, first: Floats, last: Floats, lengths: NDArray[np.int64]
) -> Ints:
    """The best legal label path of each column, the longest column first.

    What led to a label is sought on the way back, along the path taken alone: the way there need
    only know how good each label can be.
    """
    steps, size, count = scores.shape
    under_way = _under_way(lengths, steps)
    best = np.empty((steps, size, count), dtype=np.float32)
    best[0] = first + scores[0]
    into = np.ascontiguousarray(moves.T)  # a row per label after, so the maximum runs along memory
    for t in range(1, steps):
        n = under_way[t]
        np.maximum.reduce(best[t - 1, :n, None, :] + into, axis=2, out=best[t, :n])
        best[t, :n] += scores[t, :n]
        best[t, n:] = best[t - 1, n:]
    paths = np.empty((steps, size), dtype=np.int32)
    chosen = (best[-1] + last).argmax(axis=1)
    paths[-1] = chosen
    for t in range(steps - 1, 0, -1):
        n = under_way[t]
        chosen[:n] = (best[t - 1, :n] + into[chosen[:n]]).argmax(axis=1)
        paths[t - 1] = chosen
    return paths


def _under_way(lengths: NDArray[np.int64], steps: int) -> list[int]:
    """How many columns have a word at each step; ``ValueError`` if a shorter one stands first."""
    if (np.diff(lengths) > 0).any():
        raise ValueError("the longest column stands first")
    return np.searchsorted(-lengths, -np.arange(steps), side="left").tolist()


def certainty(
    scores: Floats,
    moves: Floats,
    first: Floats,
    last: Floats,
    lengths: NDArray[np.int64],
    paths: Ints,
) -> Floats:
    """The share of all label paths, by weight, that agree with the chosen label at each word.

    Forward and backward sums, scaled at each step so that they neither vanish nor overflow. The
    longest column stands first.
    """
    steps = len(scores)
    under_way = _under_way(lengths, steps)
    weight = np.exp(moves)
    back = weight.T
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    ahead, behind = np.zeros_like(local), np.empty_like(local)
    ahead[0] = local[0] * np.exp(first)
    ahead[0] /= ahead[0].sum(axis=1, keepdims=True) + _TINY
    for t in range(1, steps):
        n = under_way[t]
        now = ahead[t - 1, :n] @ weight
        now *= local[t, :n]
        np.divide(now, np.add.reduce(now, axis=1, keepdims=True) + _TINY, out=ahead[t, :n])
    behind[:] = np.exp(last)  # what stands behind a column's last word
    for t in range(steps - 1, 0, -1):
        n = under_way[t]
        before = (local[t, :n] * behind[t, :n]) @ back
        largest = np.maximum.reduce(before, axis=1, keepdims=True) + _TINY
        np.divide(before, largest, out=behind[t - 1, :n])
    ahead *= behind
    chosen = np.take_along_axis(ahead, paths[:, :, None], axis=2)[:, :, 0]
    return chosen / (ahead.sum(axis=2) + _TINY)
