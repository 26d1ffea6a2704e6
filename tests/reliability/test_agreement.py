"""Krippendorff's alpha against the values of the literature."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.reliability.agreement import agreement, pairwise

_ = None
# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", sections A to D.
A = ("0100000000", "1110010100")
B = ("aabbdcccedda", "babbbccceddd")
C = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3),
    (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
)
# Hayes & Krippendorff's four observers as printed on Wikipedia: three coders, fifteen units.
W = (
    (_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3),
    (1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _),
    (_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4),
)


def units(coders: tuple) -> list[list]:  # type: ignore[type-arg]
    """What the coders said of each unit, without the gaps."""
    return [[c for c in codes if c is not None] for codes in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "level", "published"),
    [
        (A, "nominal", 0.095),
        (B, "nominal", 0.692),
        (C, "nominal", 0.743),
        (C, "interval", 0.849),
        (W, "nominal", 0.691),
        (W, "interval", 0.811),
    ],
)
def test_alpha_is_the_published_one(coders: tuple, level: str, published: float) -> None:  # type: ignore[type-arg]
    made = agreement(units(coders), level)
    assert made is not None
    assert made.alpha == pytest.approx(published, abs=0.0005)


def test_the_interval_holds_the_alpha_and_is_the_same_each_time() -> None:
    random = np.random.default_rng(3)
    coded = [(c, c if random.random() < 0.8 else 1 - c) for c in random.integers(0, 2, 200)]
    one, again = agreement(coded), agreement(coded)
    assert one == again
    assert one is not None
    assert one.alpha is not None
    assert one.low is not None
    assert one.high is not None
    assert one.low < one.alpha < one.high
    assert 0.1 < one.high - one.low < 0.3
    assert one.percent == pytest.approx(0.8, abs=0.07)


def test_codes_that_never_differ_define_no_alpha() -> None:
    made = agreement([("right", "right")] * 5)
    assert made is not None
    assert (made.alpha, made.low, made.percent, made.units) == (None, None, 1.0, 5)


def test_a_unit_coded_once_says_nothing() -> None:
    assert agreement([("right",), ("wrong",)]) is None


def test_each_two_coders_are_compared_on_what_both_coded() -> None:
    codes = {"Ada": {1: "a", 2: "b", 3: "a"}, "Bo": {2: "b", 3: "b", 4: "a"}, "Cy": {9: "a"}}
    found = pairwise(codes)
    assert list(found) == [("Ada", "Bo")]
    assert found["Ada", "Bo"].units == 2
    assert found["Ada", "Bo"].percent == 0.5
