"""Shares with their 95 % intervals: plain, stratified, weighted, and of whole clusters.

All are Wilson's interval (Wilson 1927), which stays inside 0..1 and holds its promise for small
samples and for shares near 1, where p ± 1.96 standard errors does not (Brown, Cai & DasGupta
2001). Designs other than a plain random sample enter through the effective sample size, the
number of independent answers that would be as certain (Korn & Graubard 1998; Franco et al.
2019). Where a sample is a good part of what it was drawn from, the finite population correction
narrows the interval; where everything was checked there is nothing left to estimate.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""
SMOOTH = 0.5
"""Added to right and to wrong answers where a variance is estimated (Jeffreys' prior): a stratum
that was all right is not therefore certain. 0.5 came nearest to 95 % in benchmarks/RESULTS.md."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share in 0..1 with the ends of its 95 % interval, and how many answers it rests on."""

    value: float
    low: float
    high: float
    n: int

    @property
    def points(self) -> float:
        """Half the interval's width in percentage points, as in "± 6 points"."""
        return 50 * (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Of ``size`` things ``judged`` were judged and ``right`` of these were right."""

    right: int
    judged: int
    size: int


def wilson(right: float, n: int, *, size: int | None = None) -> Estimate | None:
    """The share ``right / n``; ``size`` is the number of things the n were drawn from.

    None where nothing was judged. Raises ``ValueError`` where more are right than were judged.
    """
    if not n:
        return None
    if not 0 <= right <= n:
        raise ValueError(f"{right} of {n} cannot be right")
    effective = math.inf if size == n else n
    if size is not None and n < size:
        effective = n * (size - 1) / (size - n)
    return _around(right / n, effective, n)


def stratified(strata: Iterable[Stratum]) -> Estimate | None:
    """The share in all strata together, each counting as much as it has things.

    Strata of which nothing was judged yet are left out; None where that is all of them.
    """
    seen = [s for s in strata if s.judged]
    total = sum(s.size for s in seen)
    if not seen or not total:
        return None
    value = sum(s.size / total * s.right / s.judged for s in seen)
    smooth = [(s.right + SMOOTH) / (s.judged + 2 * SMOOTH) for s in seen]
    middle = sum(s.size / total * p for s, p in zip(seen, smooth, strict=True))
    variance = sum(
        (s.size / total) ** 2 * p * (1 - p) / s.judged * _unseen(s)
        for s, p in zip(seen, smooth, strict=True)
    )
    n = sum(s.judged for s in seen)
    return _around(value, middle * (1 - middle) / variance if variance else math.inf, n)


def weighted(answers: Sequence[tuple[bool, float]]) -> Estimate | None:
    """The share of a group that cuts across strata, from answers and their weights.

    The effective size is Kish's, (Σw)² / Σw²: equal weights give Wilson's interval as it is.
    """
    total = sum(w for _, w in answers)
    if not total:
        return None
    right = sum(w for is_right, w in answers if is_right)
    return _around(right / total, total**2 / sum(w * w for _, w in answers), len(answers))


def clustered(clusters: Sequence[tuple[int, int]], *, size: int) -> Estimate | None:
    """A share over whole clusters drawn at random: (found, there to be found) of each paragraph.

    ``size`` is the number of clusters there are. The variance is that of a ratio (Cochran 1977,
    section 6.3): what stands in one paragraph is found or missed together. None where there is
    nothing to be found.
    """
    there = sum(m for _, m in clusters)
    if not there:
        return None
    k, unseen = len(clusters), 1 - len(clusters) / size
    found = sum(x for x, _ in clusters)
    middle = (found + SMOOTH) / (there + 2 * SMOOTH)
    spread = sum((x - middle * m) ** 2 for x, m in clusters) * k / max(k - 1, 1)
    design = max(1.0, spread / (there * middle * (1 - middle)))
    return _around(found / there, there / design / unseen if unseen > 0 else math.inf, there)


def points_for(n: int, *, expected: float = 0.8, size: int | None = None) -> float:
    """Half the interval's width in percentage points that n answers give, if ``expected`` holds."""
    n = n if size is None else min(n, size)
    made = wilson(expected * n, n, size=size)
    return made.points if made else 50.0


def _unseen(stratum: Stratum) -> float:
    """The finite population correction of a stratum, 0 where all of it was judged."""
    return max(0, stratum.size - stratum.judged) / max(1, stratum.size - 1)


def _around(value: float, effective: float, n: int) -> Estimate:
    """Wilson's interval for a share that is as certain as ``effective`` answers make it."""
    if math.isinf(effective):
        return Estimate(value, value, value, n)
    square = Z * Z / effective
    middle = (value + square / 2) / (1 + square)
    half = Z * math.sqrt(value * (1 - value) / effective + square / (4 * effective)) / (1 + square)
    # Rounding may not put the share itself outside: at 1 of 1 the upper end is 1.
    return Estimate(
        value, min(value, max(0.0, middle - half)), max(value, min(1.0, middle + half)), n
    )
