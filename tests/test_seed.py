"""The article the project began with, read from ../shared: what issue 2 says of it.

Its sentences are not repeated here; stretches are found by short phrases.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from analysis.command.cli import main
from tests.shared_data import shared

SEED = "seeds/000_66738e88ae49390f.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return shared(SEED).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(text: str) -> dict[str, Any]:
    """What ``python -m analysis --json`` prints."""
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []
        patch.setattr("builtins.print", lambda *a, **k: printed.append(a[0]))
        assert main(["--json", str(shared(SEED))]) == 0
    return json.loads(printed[0])


def role_of(text: str, found: dict[str, Any], words: str) -> str:
    at = text.index(words)
    return next(p["role"] for p in found["paragraphs"] if p["s"] <= at < p["e"])


def entity(found: dict[str, Any], name: str) -> dict[str, Any]:
    matches = [e for e in found["entities"] if e["name"] == name]
    assert len(matches) == 1, [e["name"] for e in found["entities"]]
    return matches[0]


def speaker(text: str, found: dict[str, Any], words: str) -> str | None:
    """The source of the innermost attribution whose content holds these words."""
    at = text.index(words)
    names = {s["id"]: s["name"] for s in found["sources"]}
    holding = [a for a in found["attributions"] if any(s <= at < e for s, e in a["content"])]
    assert holding, words
    return names.get(max(holding, key=lambda a: a["depth"])["source_id"])


def test_each_paragraph_has_its_role(text: str, found: dict[str, Any]) -> None:
    assert found["title"] == text.splitlines()[0]
    assert found["author"] == "Nicole Karlis"
    assert found["published"] == "2018-02-10T16:41:00-05:00"
    expected = {
        "It appears as if": "standfirst",
        "By Nicole": "byline",
        "Senior Writer": "byline",
        "Published": "dateline",
        "(Getty": "caption",
        "award-winning": "bio",
        "MORE FROM": "related",
        "Related Topics": "related",
        "Kim Jong-un North Korea": "related",
    }
    assert {w: role_of(text, found, w) for w in expected} == expected
    assert Counter(p["role"] for p in found["paragraphs"])["body"] == 9


def test_three_people_called_kim(found: dict[str, Any]) -> None:
    people = {e["name"] for e in found["entities"] if e["name"].startswith("Kim ")}
    assert {p.lower().replace(" ", "-") for p in people} == {
        "kim-jong-un",
        "kim-yo-jong",
        "kim-eui-kyeom",
    }


def test_mentions_are_counted_once_for_whoever_they_mean(found: dict[str, Any]) -> None:
    assert entity(found, "Mike Pence")["count"] == 3
    outlet = entity(found, "Al Jazeera")
    assert (outlet["type"], outlet["count"]) == ("ORG", 4)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("grateful for the strong", "Mike Pence"),
        ("envoy Kim Yo-jong delivered", "Kim Eui-kyeom"),
        ("also delivered a message", "Kim Eui-kyeom"),
        ("spectators were visibly", "HuffPost Korea"),
    ],
)
def test_statements_reach_their_speakers(
    text: str, found: dict[str, Any], words: str, name: str
) -> None:
    assert speaker(text, found, words) == name


def test_words_add_up_and_offsets_hold(text: str, found: dict[str, Any]) -> None:
    assert sum(s["words"] for s in found["sources"]) + found["unattributed_words"] == found["words"]
    for mention in (m for e in found["entities"] for m in e["mentions"]):
        assert text[mention["s"] : mention["e"]] == mention["text"]
