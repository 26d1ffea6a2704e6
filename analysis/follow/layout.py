"""Where the names of a network stand: linked ones near, others apart, the same every time.

Fruchterman & Reingold 1991, begun on a circle instead of at random, so that the same links give
the same picture. An own forty lines rather than networkx: the picture needs no more of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

ROUNDS = 300
PULL = 1.0
"""Toward the middle, so that parts without links between them stay in the picture."""


def spread(
    names: Sequence[str], links: Mapping[tuple[str, str], float]
) -> dict[str, tuple[float, float]]:
    """A place in -1..1 × -1..1 for each name; ``links`` weigh pairs of them, more is nearer.

    >>> spread(["a"], {})
    {'a': (0.0, 0.0)}
    """
    n = len(names)
    if n < 2:
        return dict.fromkeys(names, (0.0, 0.0))
    angle = 2 * np.pi * np.arange(n) / n
    at = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    weights = _weights(names, links)
    ideal = 2 / np.sqrt(n)
    for round in range(ROUNDS):
        at = at + _step(at, weights, ideal, limit=0.1 * (1 - round / ROUNDS))
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, _fitted(at), strict=True)}


def _weights(names: Sequence[str], links: Mapping[tuple[str, str], float]) -> NDArray[np.float64]:
    """Pairs by place, 1 for the strongest link; the weakest pull a few times less."""
    place = {name: i for i, name in enumerate(names)}
    made = np.zeros((len(names), len(names)))
    for (a, b), weight in links.items():
        if a in place and b in place and a != b:
            made[place[a], place[b]] = made[place[b], place[a]] = 1 + np.log(weight)
    return made / max(1.0, float(made.max()))


def _step(
    at: NDArray[np.float64], weights: NDArray[np.float64], ideal: float, *, limit: float
) -> NDArray[np.float64]:
    apart = at[:, None, :] - at[None, :, :]
    distance = np.maximum(np.sqrt((apart**2).sum(axis=2)), 0.01)
    force = ideal**2 / distance**2 - weights * distance / ideal
    np.fill_diagonal(force, 0.0)
    moved = (apart * force[:, :, None]).sum(axis=1) - PULL * at
    length = np.maximum(np.sqrt((moved**2).sum(axis=1)), 1e-9)
    return moved / length[:, None] * np.minimum(length, limit)[:, None]


def _fitted(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rounded, so that the last digits of another machine draw no other picture."""
    low, high = at.min(axis=0), at.max(axis=0)
    wide = np.maximum(high - low, 1e-9)
    return np.round(2 * (at - low) / wide - 1, 4)
