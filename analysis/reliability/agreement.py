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
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Level = Literal["nominal", "interval"]
Codes = Sequence[Hashable]
"""What the coders said of one unit: one value a coder who coded it, in any order."""
DRAWS = 1000
BATCH = 100
BATCHES = range(DRAWS // BATCH)
TINY = 1e-9  # what rounding leaves of a sum of squares that is 0
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
    features = FEATURES[level](coded)
    rows, times = np.unique(features, axis=0, return_counts=True)
    alpha = _alpha(times[None, :].astype(float), rows, level)[0]
    low = high = None
    if not np.isnan(alpha) and len(coded) > 1:
        random = np.random.default_rng(SEED)
        share = times / len(coded)
        drawn = [_alpha(random.multinomial(len(coded), share, BATCH), rows, level) for _ in BATCHES]
        # A draw in which only one value occurs says nothing about agreement.
        defined = [a for a in np.concatenate(drawn) if not np.isnan(a)]
        low, high = np.percentile(defined, [2.5, 97.5]) if defined else (None, None)
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


Floats = NDArray[np.float64]


def _counts(units: Sequence[Codes]) -> Floats:
    """How many coders gave each of the V values, by unit: (U, V)."""
    values = sorted({c for codes in units for c in codes}, key=str)
    place = {v: i for i, v in enumerate(values)}
    counts = np.zeros((len(units), len(values)))
    for row, codes in enumerate(units):
        for code in codes:
            counts[row, place[code]] += 1
    return counts


def _moments(units: Sequence[Codes]) -> Floats:
    """How many codes, their sum and the sum of their squares, by unit: (U, 3)."""
    numbers = [np.array(codes, dtype=float) for codes in units]
    return np.array([[len(x), x.sum(), (x * x).sum()] for x in numbers])


def _nominal(counts: Floats) -> tuple[Floats, Floats]:
    """Codes (B,) and pairs of them that differ (B,), of counts (B, V)."""
    n = counts.sum(axis=1)
    return n, n * n - (counts * counts).sum(axis=1)


def _interval(moments: Floats) -> tuple[Floats, Floats]:
    """Codes (B,) and squared distances summed over pairs (B,), of moments (B, 3)."""
    n, total, squares = moments.T
    return n, 2 * np.maximum(0.0, n * squares - total * total)


FEATURES: dict[Level, Callable[[Sequence[Codes]], Floats]] = {
    "nominal": _counts,
    "interval": _moments,
}
PAIRS: dict[Level, Callable[[Floats], tuple[Floats, Floats]]] = {
    "nominal": _nominal,
    "interval": _interval,
}
"""What is needed of units adds up, so alpha of any selection of them is a matrix product."""


def _alpha(weights: NDArray[Any], features: Floats, level: Level) -> Floats:
    """Alpha (B,) for each of B ways to weight the units (B, U); nan where not defined."""
    coders, apart = PAIRS[level](features)
    n, pairs = PAIRS[level](weights @ features)
    expected = pairs / (n - 1)
    undefined = expected <= TINY
    observed = weights @ (apart / (coders - 1))
    return np.where(undefined, np.nan, 1 - observed / np.where(undefined, 1, expected))
