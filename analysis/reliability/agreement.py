"""How far coders agree: Krippendorff's alpha with a bootstrap interval, and plain percent.

Alpha is 1 − observed / expected disagreement (Krippendorff 2011, "Computing Krippendorff's
alpha-reliability"), for any number of coders, with gaps. The package ``krippendorff`` 0.9.0 gives
the same alpha, but is under the GPL, which this program is not, and has no interval; and what
is needed of it is forty lines.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Level = Literal["nominal", "interval"]
Codes = Sequence[Hashable]
"""What the coders said of one unit: one value a coder who coded it, in any order."""
DRAWS = 1000
SEED = 20110125  # of the bootstrap: the same data give the same interval


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha in −1..1 (None where it is not defined), its 95 % interval, and percent agreement.

    ``units`` counts the units that two or more coders coded; ``percent`` is the share in 0..1 of
    pairs of codes that are the same.
    """

    alpha: float | None
    low: float | None
    high: float | None
    percent: float
    units: int


def agreement(units: Sequence[Codes], level: Level = "nominal") -> Agreement | None:
    """The agreement on these units; None where no unit was coded twice.

    Alpha is not defined where every code is the same: nothing could have been confused. The
    interval is the percentile bootstrap over units (Efron & Tibshirani 1993), ``DRAWS`` times.
    """
    coded = [tuple(codes) for codes in units if len(codes) > 1]
    if not coded:
        return None
    counts, distances = _table(coded, level)
    observed = _disagreements(counts, distances)
    alpha = _alpha(np.ones((1, len(coded))), counts, observed, distances)[0]
    low = high = None
    if not np.isnan(alpha) and len(coded) > 1:
        random = np.random.default_rng(SEED)
        weights = random.multinomial(len(coded), np.full(len(coded), 1 / len(coded)), DRAWS)
        drawn = _alpha(weights.astype(float), counts, observed, distances)
        # A draw in which only one value occurs says nothing about agreement.
        low, high = (
            np.nanpercentile(drawn, [2.5, 97.5]) if not np.isnan(drawn).all() else (None,) * 2
        )
    same = [a == b for codes in coded for a, b in combinations(codes, 2)]
    return Agreement(
        None if np.isnan(alpha) else float(alpha),
        None if low is None else float(low),
        None if high is None else float(high),
        sum(same) / len(same),
        len(coded),
    )


def pairwise(
    codes: Mapping[str, Mapping[int, Hashable]], level: Level = "nominal"
) -> dict[tuple[str, str], Agreement]:
    """The agreement of each two coders on the units both coded, by their names.

    ``codes`` gives for each coder the code of each unit.
    """
    found = {}
    for one, other in combinations(sorted(codes), 2):
        shared = codes[one].keys() & codes[other].keys()
        made = agreement([(codes[one][u], codes[other][u]) for u in sorted(shared)], level)
        if made:
            found[one, other] = made
    return found


def _table(units: Sequence[Codes], level: Level) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Counts (U, V) of the V values in the U units, and the squared distances (V, V) of values."""
    values: list[Hashable] = sorted({c for codes in units for c in codes}, key=_order)
    place = {v: i for i, v in enumerate(values)}
    counts = np.zeros((len(units), len(values)))
    for row, codes in enumerate(units):
        for code in codes:
            counts[row, place[code]] += 1
    return counts, DISTANCES[level](values)


def _order(value: Hashable) -> tuple[float, str]:
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value))


def _nominal(values: Sequence[Hashable]) -> NDArray[np.float64]:
    return 1.0 - np.eye(len(values))


def _interval(values: Sequence[Hashable]) -> NDArray[np.float64]:
    numbers = np.array(values, dtype=float)
    return (numbers[:, None] - numbers[None, :]) ** 2


DISTANCES: dict[Level, Callable[[Sequence[Hashable]], NDArray[np.float64]]] = {
    "nominal": _nominal,
    "interval": _interval,
}


def _disagreements(
    counts: NDArray[np.float64], distances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Observed disagreement (U,) of each unit: its pairs' distances over its coders less one."""
    pairs = np.einsum("uv,vw,uw->u", counts, distances, counts)
    return np.asarray(pairs / (counts.sum(axis=1) - 1))


def _alpha(
    weights: NDArray[np.float64],
    counts: NDArray[np.float64],
    observed: NDArray[np.float64],
    distances: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Alpha (B,) for each of B ways to weight the units (B, U); nan where not defined."""
    values = weights @ counts
    n = values.sum(axis=1)
    expected = np.einsum("bv,vw,bw->b", values, distances, values) / (n - 1)
    undefined = expected == 0
    return np.where(undefined, np.nan, 1 - weights @ observed / np.where(undefined, 1, expected))
