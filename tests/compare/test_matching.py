"""Statements matched across outlets: which are one, which only look so."""

from __future__ import annotations

import pytest

from analysis.compare import Said, match, read_wording
from analysis.compare.statements import _marks, _near
from benchmarks.matching import decide, read_pairs

SAME = [
    ("footfall would collapse by half", "footfall on one bank would halve", "one holds the other"),
    ("We cannot lose even one day", "We cannot lose even one day, nor shall we", "word for word"),
    (
        "no vote was held on the stadium",
        "We have not held a vote on the stadium",
        "all words alike",
    ),
]
OTHER = [
    ("the bridge was safe for lorries", "the bridge was unsafe for lorries", "yes and no"),
    ("three men were held over the fire", "five men were held over the fire", "other numbers"),
    ("schools would reopen on Monday", "schools would reopen on Thursday", "other days"),
    ("all rents in town would rise", "all rents in town would fall", "opposite words"),
    ("it was fine", "it was fine", "too little in common"),
    # the longer one takes back what the shorter says
    ("we were told of it in time", "I never said we were told of it in time", "yes and no"),
]


def said(text: str, source: str = "one", **more: bool) -> Said:
    return Said(source, more.get("named", True), read_wording(text), more.get("denied", False))


@pytest.mark.parametrize(("left", "right", "rule"), SAME)
def test_one_statement_in_two_wordings(left: str, right: str, rule: str) -> None:
    for verdict in (match(said(left), said(right)), match(said(right), said(left))):
        assert (verdict.answer, verdict.rule) == (True, rule)


@pytest.mark.parametrize(("left", "right", "rule"), OTHER)
def test_two_statements_that_look_alike(left: str, right: str, rule: str) -> None:
    for verdict in (match(said(left), said(right)), match(said(right), said(left))):
        assert (verdict.answer, verdict.rule) == (False, rule)


def test_a_denied_statement_is_no_match() -> None:
    text = "the council had seen the draft report in November"
    assert match(said(text), said(text)).answer
    assert match(said(text), said(text, denied=True)).rule == "one is denied"


def test_two_named_people_never_share_a_statement() -> None:
    text = "the council had seen the draft report in November"
    assert match(said(text, "farrow"), said(text, "reyl")).rule == "other source"


def test_on_the_gold_pairs_none_is_matched_wrongly() -> None:
    decided = [(decide(pair)[0], pair["same"]) for pair in read_pairs("dev")]
    assert sum(answer and not same for answer, same in decided) == 0
    assert sum(answer and same for answer, same in decided) >= 10


def test_what_the_rules_may_call_one_is_always_asked() -> None:
    texts = [p[side]["text"] for p in read_pairs() for side in ("left", "right")]
    texts += [text for pair in SAME for text in pair[:2]]
    matched = 0
    for left in texts:
        known: dict[object, list[int]] = {mark: [0] for mark in _marks(read_wording(left))}
        for right in texts:
            if match(said(left), said(right)).answer:
                matched += 1
                assert _near(read_wording(right), known) == [0], (left, right)
    assert matched > len(texts) / 2
