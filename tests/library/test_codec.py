"""Records to JSON and back, exactly, whatever the fields are and come to be."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, make_dataclass
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import analyze, read_article, records
from analysis.records import Correction, Span, ToneWord
from library.codec import CodecError, decode, encode
from library.samples import sample_articles


def through_json(record: Any) -> Any:
    return decode(type(record), json.loads(json.dumps(encode(record))))


@pytest.mark.parametrize("index", range(6))
def test_an_analysis_comes_back_exactly(index: int) -> None:
    analysis = analyze(sample_articles()[index])
    assert through_json(analysis) == analysis


def test_every_record_class_of_an_analysis_is_described() -> None:
    described = encode(analyze(read_article("One line.")))["classes"]
    ours = {n for n, c in vars(records).items() if hasattr(c, "__dataclass_fields__")}
    assert described.keys() == ours
    assert described["Span"] == [f.name for f in fields(Span)]


spans = st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.text(), spans, st.none() | spans)
def test_any_text_survives(value: str, target: Span, other: Span | None) -> None:
    correction = Correction("rename", target, other, value)
    assert through_json(correction) == correction


@given(spans, st.floats(allow_nan=False), st.floats(allow_nan=False), st.lists(st.text()))
def test_any_number_survives_to_the_last_bit(
    span: Span, valence: float, counted: float, changes: list[str]
) -> None:
    word = ToneWord(span, valence, counted, tuple(changes))
    assert through_json(word) == word


@settings(max_examples=10, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_the_analysis_of_any_text_survives(text: str) -> None:
    analysis = analyze(read_article(f"{text}\n\nIt rained, she said."))
    assert through_json(analysis) == analysis


@dataclass(frozen=True)
class Grown:
    """As ``Span`` might be one day: a field more, with a default, and another order."""

    end: int
    start: int
    why: Literal["", "moved"] = ""


def as_named(name: str, record: object) -> dict[str, Any]:
    data = encode(record)
    data["classes"] = {name: next(iter(data["classes"].values()))}
    return data


def test_a_field_that_is_new_takes_its_default() -> None:
    assert decode(Grown, as_named("Grown", Span(3, 9))) == Grown(9, 3)


def test_a_field_that_is_gone_is_passed_over() -> None:
    assert decode(Span, as_named("Span", Grown(9, 3, "moved"))) == Span(3, 9)


def test_a_missing_field_without_default_is_refused() -> None:
    shrunk = make_dataclass("Span", [("start", int)], frozen=True)
    with pytest.raises(CodecError, match="without end"):
        decode(Span, encode(shrunk(3)))


GOOD = encode(Correction("rename", Span(1, 2)))


@pytest.mark.parametrize(
    "damaged",
    [
        None,
        [],
        {},
        {**GOOD, "codec": 99},
        {**GOOD, "classes": {}},
        {**GOOD, "record": None},
        {**GOOD, "record": ["rename", [2, 1], None, ""]},  # Span refuses it itself
        {**GOOD, "record": ["rename", [1, "2"], None, ""]},
        {**GOOD, "record": ["rename", [1, True], None, ""]},
        {**GOOD, "record": ["rename", [1, 2, 3], None, ""]},
        {**GOOD, "record": ["rename", [1, 2], [], ""]},
        {**GOOD, "record": [7, [1, 2], None, ""]},
        {**GOOD, "classes": {"Correction": 7, "Span": 7}},
    ],
)
def test_what_is_no_record_is_refused_in_one_way(damaged: Any) -> None:
    with pytest.raises(CodecError):
        decode(Correction, damaged)


def test_a_code_outside_the_taxonomy_is_refused() -> None:
    data = encode(Grown(9, 3, "moved"))
    data["record"][2] = "shouted"
    with pytest.raises(CodecError, match="shouted"):
        decode(Grown, data)


def test_a_type_that_records_may_not_have_is_named() -> None:
    odd = make_dataclass("Odd", [("table", dict[str, int])], frozen=True)
    with pytest.raises(TypeError, match="dict"):
        encode(odd({}))
