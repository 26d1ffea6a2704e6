"""The engine: the first answer wins, and a verdict knows its rule."""

from __future__ import annotations

from analysis.rules import Passes, Rules, Verdict, rule_means, rule_name


def tens(number: int) -> str | None:
    """“20”: ends in nought."""
    return "tens" if number % 10 == 0 else None


def even(number: int) -> str | None:
    """“8”: divisible by two.

    More is said here.
    """
    return "" if number == 0 else "even" if number % 2 == 0 else None


def _any_number(number: int) -> str | None:
    return "a number"


KINDS = Rules(tens, even, _any_number)


def test_the_first_rule_that_answers_wins_and_is_named() -> None:
    assert KINDS.first(20) == Verdict("tens", "tens")
    assert KINDS.first(8) == Verdict("even", "even")
    assert KINDS.first(3) == Verdict("a number", "any number")


def test_an_empty_answer_is_an_answer() -> None:
    assert Rules(even).first(0) == Verdict("", "even")


def test_nothing_is_said_where_no_rule_answers() -> None:
    assert Rules(tens, even).first(3) is None
    assert list(Rules(tens, even).every(3)) == []


def test_every_rule_that_answers_is_heard_in_order() -> None:
    assert [v.rule for v in KINDS.every(20)] == ["tens", "even", "any number"]


def test_a_list_can_be_cut_after_a_rule() -> None:
    assert [name for name, _ in KINDS.through(even)] == ["tens", "even"]
    assert len(KINDS) == 3


def test_a_pass_takes_what_the_one_before_left() -> None:
    def halved(number: int, by: int) -> int:
        return number // by

    def less_one(number: int, by: int) -> int:
        return number - 1

    assert Passes(halved, less_one).over(9, 2) == 3
    assert [name for name, _ in Passes(halved, less_one)] == ["halved", "less one"]


def test_a_rule_says_what_it_is_for() -> None:
    assert rule_means(even) == "“8”: divisible by two."
    assert rule_means(_any_number) == ""
    assert rule_name(_any_number) == "any number"
