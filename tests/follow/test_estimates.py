"""Intervals over articles hold the true value about as often as they say."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from analysis.follow import mean_of, share_of
from analysis.follow.estimates import Numbers
from analysis.reliability import Estimate

DRAWS = 800
Draw = Callable[[np.random.Generator, int], tuple[Numbers, Numbers]]


def tones(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    return draw.normal(-0.1, 0.35, n).clip(-1, 1), np.ones(n)


def source_words(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    sources = draw.integers(1, 9, n).astype("float64")
    return sources * draw.gamma(2, 20, n), sources


def even_shares(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    words = draw.integers(20, 400, n).astype("float64")
    return words * draw.beta(4, 4, n), words


def rare_shares(draw: np.random.Generator, n: int) -> tuple[Numbers, Numbers]:
    """Half the articles have nobody unnamed, as most do."""
    words = draw.integers(20, 400, n).astype("float64")
    return words * np.where(draw.random(n) < 0.5, 0, draw.beta(1, 4, n)), words


@pytest.mark.parametrize(
    ("make", "estimate", "n", "at_least"),
    [
        (tones, mean_of, 5, 0.93),
        (tones, mean_of, 30, 0.93),
        (source_words, mean_of, 12, 0.87),
        (source_words, mean_of, 60, 0.92),
        (even_shares, share_of, 5, 0.90),
        (even_shares, share_of, 30, 0.92),
        (rare_shares, share_of, 8, 0.86),
        (rare_shares, share_of, 100, 0.92),
    ],
)
def test_coverage(
    make: Draw, estimate: Callable[[Numbers, Numbers], Estimate | None], n: int, at_least: float
) -> None:
    parts, wholes = make(np.random.default_rng(0), 400_000)
    truth = parts.sum() / wholes.sum()
    draw = np.random.default_rng(n)
    found = [estimate(*make(draw, n)) for _ in range(DRAWS)]
    held = [e is not None and e.low <= truth <= e.high for e in found]
    assert at_least <= np.mean(held) <= 0.99


def test_a_share_stays_inside_and_none_of_five_is_not_certain() -> None:
    wholes = np.array([40.0, 60, 80, 20, 100])
    none = share_of(np.zeros(5), wholes)
    assert none is not None
    assert (none.value, none.low) == (0.0, 0.0)
    assert 0.05 < none.high < 0.5
    every = share_of(wholes, wholes)
    assert every is not None
    assert every.high == 1.0 > every.low


def test_nothing_has_no_estimate() -> None:
    empty = np.array([])
    assert mean_of(empty, empty) is None
    assert share_of(np.zeros(3), np.zeros(3)) is None
