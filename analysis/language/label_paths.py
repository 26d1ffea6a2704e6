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
    """The best legal label path of each column."""
    steps, size, count = scores.shape
    best = first + scores[0]
    came = np.empty((steps, size, count), dtype=np.int16)
    stay = np.arange(count, dtype=np.int16)
    into = np.ascontiguousarray(moves.T)  # a row per label after, so the maximum runs along memory
    for t in range(1, steps):
        reach = best[:, None, :] + into
        came[t] = reach.argmax(axis=2)
        step = reach.max(axis=2) + scores[t]
        done = t >= lengths
        came[t][done] = stay
        best = np.where(done[:, None], best, step)
    paths = np.empty((steps, size), dtype=np.int32)
    paths[-1] = (best + last).argmax(axis=1)
    column = np.arange(size)
    for t in range(steps - 1, 0, -1):
        paths[t - 1] = came[t][column, paths[t]]
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
    steps, size, count = scores.shape
    weight = np.exp(moves)
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    ahead = np.empty_like(local)
    ahead[0] = local[0] * np.exp(first)
    ahead[0] /= ahead[0].sum(axis=1, keepdims=True) + _TINY
    for t in range(1, steps):
        now = (ahead[t - 1] @ weight) * local[t]
        ahead[t] = now / (now.sum(axis=1, keepdims=True) + _TINY)
    behind = np.broadcast_to(np.exp(last), (size, count)).astype(np.float32)
    share = np.empty((steps, size), dtype=np.float32)
    for t in range(steps - 1, -1, -1):
        both = ahead[t] * behind
        chosen = np.take_along_axis(both, paths[t][:, None], axis=1)[:, 0]
        share[t] = chosen / (both.sum(axis=1) + _TINY)
        if t:
            before = (local[t] * behind) @ weight.T
            before /= before.max(axis=1, keepdims=True) + _TINY
            inside = (t < lengths)[:, None]
            behind = np.where(inside, before, behind)
    return share
