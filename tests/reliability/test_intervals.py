"""Intervals: values of the literature, and simulated coders with known error rates."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from analysis.reliability.intervals import (
    Estimate,
    Stratum,
    clustered,
    points_for,
    stratified,
    weighted,
    wilson,
)

DRAWS = 1000


def coverage(draw: Callable[[], Estimate | None], truth: float) -> float:
    """The share of draws whose interval holds the truth."""
    made = [draw() for _ in range(DRAWS)]
    return sum(e is not None and e.low - 1e-9 <= truth <= e.high + 1e-9 for e in made) / DRAWS


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe (1998), Statistics in Medicine 17, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_the_published_one(right: int, n: int, low: float, high: float) -> None:
    made = wilson(right, n)
    assert made is not None
    assert (made.low, made.high) == pytest.approx((low, high), abs=0.00005)


PLAIN = [(3000, 0.8, 100), (3000, 0.9, 200), (1000, 0.7, 100), (400, 0.85, 100), (4000, 0.95, 150)]


@pytest.mark.parametrize(("size", "rate", "n"), PLAIN)
def test_a_plain_sample_covers_the_truth_in_95_of_100_draws(size: int, rate: float, n: int) -> None:
    random = np.random.default_rng(size + n)
    good = round(size * rate)

    def draw() -> Estimate | None:
        return wilson(int(random.hypergeometric(good, size - good, n)), n, size=size)

    assert coverage(draw, good / size) == pytest.approx(0.95, abs=0.02)


# Sizes and error rates of the program's own high, medium and low confidence, then others.
STRATA = [
    [(1400, 0.97, 33), (2000, 0.71, 33), (750, 0.33, 34)],
    [(1400, 0.97, 67), (2000, 0.71, 67), (750, 0.33, 66)],
    [(600, 0.8, 25), (600, 0.85, 25), (600, 0.7, 25), (600, 0.75, 25)],
    [(900, 0.9, 50), (300, 0.6, 50)],
]


@pytest.mark.parametrize("strata", STRATA)
def test_a_stratified_sample_covers_the_truth_in_95_of_100_draws(
    strata: list[tuple[int, float, int]],
) -> None:
    random = np.random.default_rng(7)
    known = [(size, round(size * rate), n) for size, rate, n in strata]
    truth = sum(good for _, good, _ in known) / sum(size for size, _, _ in known)

    def draw() -> Estimate | None:
        return stratified(
            Stratum(int(random.hypergeometric(good, size - good, n)), n, size)
            for size, good, n in known
        )

    assert coverage(draw, truth) == pytest.approx(0.95, abs=0.02)


@pytest.mark.parametrize(("rate", "alike", "k"), [(0.8, 20, 40), (0.8, 3, 40), (0.95, 5, 60)])
def test_recall_of_whole_paragraphs_covers_the_truth(rate: float, alike: float, k: int) -> None:
    """What stands in one paragraph is found or missed together, more so the smaller ``alike``."""
    random = np.random.default_rng(11)
    there = random.poisson(1.5, 2000)
    found = random.binomial(there, random.beta(rate * alike, (1 - rate) * alike, 2000))
    both = list(zip(found.tolist(), there.tolist(), strict=True))

    def draw() -> Estimate | None:
        drawn = random.choice(2000, k, replace=False)
        return clustered([both[i] for i in drawn], size=2000)

    assert coverage(draw, found.sum() / there.sum()) == pytest.approx(0.95, abs=0.02)


def test_one_stratum_is_a_plain_sample() -> None:
    plain, one = wilson(40, 50, size=900), stratified([Stratum(40, 50, 900)])
    assert plain is not None
    assert one is not None
    assert (one.value, one.low, one.high) == pytest.approx((plain.value, plain.low, plain.high))


def test_strata_count_as_much_as_they_have_things() -> None:
    made = stratified([Stratum(10, 10, 900), Stratum(0, 10, 100)])
    assert made is not None
    assert made.value == pytest.approx(0.9)
    assert made.low < 0.9 < made.high


def test_what_was_wholly_checked_needs_no_interval() -> None:
    made = stratified([Stratum(9, 10, 10), Stratum(3, 5, 5)])
    assert made is not None
    assert made.low == made.value == made.high == 0.8
    assert wilson(9, 10, size=10) == Estimate(0.9, 0.9, 0.9, 10)
    assert clustered([(3, 4), (1, 1)], size=2) == Estimate(0.8, 0.8, 0.8, 5)


def test_equal_weights_give_wilsons_interval_and_unequal_ones_a_wider() -> None:
    answers = [(i < 16, 3.0) for i in range(20)]
    made, plain = weighted(answers), wilson(16, 20)
    assert made is not None
    assert plain is not None
    assert (made.low, made.high) == pytest.approx((plain.low, plain.high))
    uneven = weighted([(right, 1.0 if i % 2 else 9.0) for i, (right, _) in enumerate(answers)])
    assert uneven is not None
    assert uneven.points > made.points


def test_nothing_judged_gives_no_figure() -> None:
    assert wilson(0, 0) is None
    assert stratified([Stratum(0, 0, 10)]) is None
    assert weighted([]) is None
    assert clustered([(0, 0)], size=5) is None
    with pytest.raises(ValueError, match="cannot be right"):
        wilson(3, 2)


def test_a_larger_sample_promises_a_narrower_interval() -> None:
    points = [points_for(n, size=5000) for n in (20, 50, 100, 200, 400)]
    assert all(a > b for a, b in pairwise(points))
    assert points_for(100) == pytest.approx(7.8, abs=0.1)
    assert points_for(300, size=200) == 0.0
