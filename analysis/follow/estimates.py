"""Means and shares over the articles of a group, with 95 % intervals.

An article is what was chosen or drawn, and what stands in one article goes together; so the
variance is that of a ratio over whole articles (Cochran 1977, section 6.3), with Student's t
instead of 1.96 for small groups. A share's interval is Wilson's (1927) with the number of
independent answers that would be as certain (Korn & Graubard 1998), which stays inside 0..1 and
holds better near 0, where most groups' shares of unnamed words lie. Both held their promise
oftener than a bootstrap over articles (percentiles of 1,000) in groups of 5 to 30:
``benchmarks/RESULTS.md`` has the figures, ``tests/follow`` the trial.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from analysis.reliability import Estimate

Z = 1.959963984540054
"""Of the normal distribution, for 95 %."""
Numbers = NDArray[np.float64]


def mean_of(parts: Numbers, wholes: Numbers) -> Estimate | None:
    """``sum(parts) / sum(wholes)`` over articles, as words per source; None of nothing.

    With one article the interval has no end: it is the value itself, and ``n`` says so.
    """
    n, total = len(parts), float(wholes.sum())
    if not n or not total:
        return None
    value = float(parts.sum()) / total
    if n == 1:
        return Estimate(value, value, value, 1)
    half = student(n - 1) * math.sqrt(_variance(parts, wholes, value))
    return Estimate(value, value - half, value + half, n)


def share_of(parts: Numbers, wholes: Numbers) -> Estimate | None:
    """The same where the parts lie within the wholes: a share in 0..1, its interval inside."""
    n, total = len(parts), float(wholes.sum())
    if not n or not total:
        return None
    value = float(parts.sum()) / total
    if n == 1:
        return Estimate(value, value, value, 1)
    # Half an article's worth of either answer (Jeffreys): none of five is not therefore certain.
    middle = (float(parts.sum()) + 0.5 * total / n) / (total + total / n)
    variance = _variance(parts, wholes, middle)
    if not variance:
        return Estimate(value, value, value, n)
    t, effective = student(n - 1), middle * (1 - middle) / variance
    square = t * t / effective
    centre = (value + square / 2) / (1 + square)
    inside = max(0.0, value * (1 - value) / effective + square / (4 * effective))
    half = t * math.sqrt(inside) / (1 + square)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    return Estimate(value, min(value, low), max(value, high), n)


def student(freedom: int) -> float:
    """Student's t for 95 %, to within 1 % from four degrees of freedom on.

    Abramowitz & Stegun 1964, 26.7.5.

    >>> [round(student(n), 2) for n in (4, 9, 30)]
    [2.77, 2.26, 2.04]
    """
    z, v = Z, freedom
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )


def _variance(parts: Numbers, wholes: Numbers, value: float) -> float:
    n = len(parts)
    left = parts - value * wholes
    return float(n / (n - 1) * (left**2).sum() / wholes.sum() ** 2)
