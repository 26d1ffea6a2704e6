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
    """The best legal label path of each column.

    What led to a label is sought on the way back, along the path taken alone: the way there need
    only know how good each label can be.
    """
    steps, size, count = scores.shape
    best = np.empty((steps, size, count), dtype=np.float32)
    best[0] = first + scores[0]
    into = np.ascontiguousarray(moves.T)  # a row per label after, so the maximum runs along memory
    shortest = int(lengths.min())
    for t in range(1, steps):
        step = np.maximum.reduce(best[t - 1][:, None, :] + into, axis=2)
        step += scores[t]
        best[t] = step if t < shortest else np.where((t < lengths)[:, None], step, best[t - 1])
    paths = np.empty((steps, size), dtype=np.int32)
    chosen = (best[-1] + last).argmax(axis=1)
    paths[-1] = chosen
    for t in range(steps - 1, 0, -1):
        before = (best[t - 1] + into[chosen]).argmax(axis=1)
        chosen = before if t < shortest else np.where(t < lengths, before, chosen)
        paths[t - 1] = chosen
    return paths


def certainty(
    scores: Floats,
    moves: Floats,
    first: Floats,
    last: Floats,
    lengths: NDArray[np.int64],
    paths: Ints,
) -> Floats:
    """The share of all label paths, by weight, that agree with the chosen label at each word.

    Forward and backward sums, scaled at each step so that they neither vanish nor overflow.
    """
    steps = len(scores)
    weight = np.exp(moves)
    back = weight.T
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    ahead, behind = np.empty_like(local), np.empty_like(local)
    ahead[0] = local[0] * np.exp(first)
    ahead[0] /= ahead[0].sum(axis=1, keepdims=True) + _TINY
    for t in range(1, steps):
        now = ahead[t - 1] @ weight
        now *= local[t]
        np.divide(now, np.add.reduce(now, axis=1, keepdims=True) + _TINY, out=ahead[t])
    behind[-1] = np.exp(last)
    shortest = int(lengths.min())
    for t in range(steps - 1, 0, -1):
        before = (local[t] * behind[t]) @ back
        before /= np.maximum.reduce(before, axis=1, keepdims=True) + _TINY
        if t >= shortest:
            before = np.where((t < lengths)[:, None], before, behind[t])
        behind[t - 1] = before
    ahead *= behind
    chosen = np.take_along_axis(ahead, paths[:, :, None], axis=2)[:, :, 0]
    return chosen / (ahead.sum(axis=2) + _TINY)
