"""From judgements to figures, by simulated coders who know what is right."""

from __future__ import annotations

import random

import pytest

from analysis.records import Span
from analysis.reliability import (
    CHOICES,
    PROGRAM,
    Drawn,
    Facet,
    Item,
    Judgement,
    Part,
    Sample,
    agreements,
    draw,
    findings,
    told_agreement,
)
from analysis.reliability.drawing import allocate

DRAWS = 1000
HERE = Span(0, 5)
RATES = {"high": 0.95, "medium": 0.7, "low": 0.35}
SIZES = {"high": 350, "medium": 500, "low": 190}


def statement(name: str, confidence: str = "high") -> Item:
    return Item(name, HERE, (Part("content", HERE),), "Ada", None, confidence, "direct", "person")


def population() -> tuple[list[Item], set[str]]:
    """Statements with the program's own sizes and error rates, and the ids of the right ones."""
    chance = random.Random(2)
    items, right = [], set()
    for level, size in SIZES.items():
        for i in range(size):
            items.append(statement(f"{level}{i}", level))
            if chance.random() < RATES[level]:
                right.add(items[-1].article)
    return items, right


@pytest.mark.parametrize(("by", "size"), [(None, 100), ("confidence", 90)])
def test_simulated_coders_cover_the_truth_in_95_of_100_samples(by: Facet | None, size: int) -> None:
    items, right = population()
    truth = len(right) / len(items)
    covered = 0
    for seed in range(DRAWS):
        drawn, strata = draw(items, size, by, seed)
        numbered = [Drawn(d.item, d.stratum, i) for i, d in enumerate(drawn)]
        said = [
            Judgement(d.number, "Ada", "right" if d.item.article in right else "speaker")
            for d in numbered
        ]
        sample = Sample("s", "statements", by, "here", seed, strata)
        share = findings(sample, numbered, said, "Ada").share
        assert share is not None
        covered += share.low <= truth <= share.high
    assert covered / DRAWS == pytest.approx(0.95, abs=0.02)


def test_strata_give_equal_shares_as_far_as_they_can() -> None:
    assert allocate({"a": 100, "b": 100, "c": 100}, 30) == {"a": 10, "b": 10, "c": 10}
    assert allocate({"a": 100, "b": 2, "c": 100}, 30) == {"a": 14, "b": 2, "c": 14}
    assert allocate({"a": 5, "b": 5}, 99) == {"a": 5, "b": 5}
    assert sum(allocate({"a": 7, "b": 9, "c": 1}, 10).values()) == 10


def test_what_nobody_can_tell_is_in_no_figure() -> None:
    drawn = [Drawn(statement(str(i)), "", i) for i in range(4)]
    sample = Sample("s", "statements", None, "here", 1, (("", 40),))
    said = [Judgement(i, "Ada", v) for i, v in enumerate(("right", "right", "extent", "unsure"))]
    found = findings(sample, drawn, said, "Ada")
    assert (found.judged, found.unsure) == (4, 1)
    assert found.share is not None
    assert found.share.value == pytest.approx(2 / 3)
    assert found.wrong == (("extent", 1),)


def test_recall_counts_what_was_rightly_found_and_what_was_missed() -> None:
    parts = tuple(Part("found", Span(i, i + 1)) for i in range(3))
    drawn = [Drawn(Item("a", HERE, parts, ""), "", i) for i in range(2)]
    sample = Sample("s", "missed statements", None, "here", 1, (("", 50),))
    said = [
        Judgement(0, "Ada", "checked", "1", (Span(3, 4),)),  # two right, one missed
        Judgement(1, "Ada", "checked", "", ()),  # three right
    ]
    found = findings(sample, drawn, said, "Ada")
    assert found.share is not None
    assert found.share.value == pytest.approx(5 / 6)
    assert found.missed == 1


def test_tones_agree_by_distance_and_the_program_by_sign() -> None:
    items = [Item("a", HERE, (Part("sentence", HERE),), "", s) for s in (-0.6, 0.0, 0.7, 0.3)]
    drawn = [Drawn(item, "", i) for i, item in enumerate(items)]
    sample = Sample("s", "tones", None, "here", 1, (("", 40),))
    given = {"Ada": ("-1", "0", "1", "0.5"), "Bo": ("-0.5", "0", "0.5", "-0.5")}
    said = [Judgement(i, c, "tone", v) for c, vs in given.items() for i, v in enumerate(vs)]
    assert findings(sample, drawn, said, "Ada").share.value == 1.0  # type: ignore[union-attr]
    assert findings(sample, drawn, said, "Bo").share.value == 0.75  # type: ignore[union-attr]
    together, pairs = agreements(sample, drawn, said)
    assert together is not None
    assert together.alpha == pytest.approx(1 - 3 * 7 / 48)  # worked out by hand
    assert pairs["Ada", PROGRAM].percent == 1.0
    assert pairs["Bo", PROGRAM].percent == 0.75
    assert (pairs["Ada", PROGRAM].alpha or 0) > (pairs["Bo", PROGRAM].alpha or 0)


def test_with_the_program_alpha_is_given_only_where_it_measures_something() -> None:
    drawn = [Drawn(statement(str(i)), "", i) for i in range(4)]
    sample = Sample("s", "statements", None, "here", 1, (("", 40),))
    said = [Judgement(i, "Ada", "right" if i else "extent") for i in range(4)]
    lines = told_agreement(*agreements(sample, drawn, said))
    assert lines == [
        "Ada and the program: the same in 75 % of 4 items; alpha would measure nothing, since the "
        "program claims every item drawn."
    ]


def test_no_two_answers_share_a_key_and_none_takes_a_key_in_use() -> None:
    for choices in CHOICES.values():
        keys = [c.key for c in choices]
        assert len(set(keys)) == len(keys)
        assert not {"C", "R", "U", "P"} & set(keys)  # Streamlit's, undo, pause
