"""Whose role the words beside a name tell, and which names are one person's or one body's."""

from __future__ import annotations

from functools import cache

import pytest

from analysis import Analysis, analyze, read_article


@cache
def read(text: str) -> Analysis:
    return analyze(read_article(text))


def kinds(text: str) -> dict[str, str]:
    return {e.name: e.type for e in read(text).entities}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The press officer of the dockers' union, Wim Ostrand, said no.", "Wim Ostrand",
         "spokesperson"),
        ("The leader of the council, Fay Dunmore, said the lamp was sold.", "Fay Dunmore",
         "official"),
        ("A spokesman for the transport ministry, Major Gil Orr, said no.", "Gil Orr",
         "spokesperson"),
        ("Lance Corporal Una Falk said it was a shell.", "Una Falk", "law_security"),
        ("Its managing director, Ros Keel, said it would pay.", "Ros Keel", "business"),
        ("The town's heritage officer, Ida Loam, said it was old.", "Ida Loam", "official"),
    ],
)  # fmt: skip
def test_the_role_before_a_comma_is_the_whole_phrase_s(text: str, name: str, role: str) -> None:
    assert {s.name: s.role for s in read(text).sources}[name] == role


@pytest.mark.parametrize("last", ["Odell", "O'Dell", "de la Haye"])
def test_a_nickname_in_marks_stands_for_the_first_name(last: str) -> None:
    text = f"Robert “Rusty” {last} sold a boat. “It floats,” Rusty {last} said on Monday."
    assert [e.type for e in read(text).entities if last in e.name] == ["PERSON"]


def test_a_department_of_three_things_is_one_body() -> None:
    found = kinds(
        "The Department of Harbours, Fish and Salt said so. Park Ranger Dale Summer left."
    )
    assert found["Department of Harbours, Fish and Salt"] == "ORG"
    assert found["Dale Summer"] == "PERSON"
