"""The JSON outside programs rely on: its shape, its values, and that it adds up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

from analysis import analyze, read_article
from analysis import records as r
from analysis.output.as_json import article_json

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "data/samples").glob("*.txt"))
TOP = {
    "id": str,
    "schema": int,
    "version": str,
    "model": str,
    "scorer": str,
    "title": (str, type(None)),
    "outlet": (str, type(None)),
    "author": (str, type(None)),
    "published": (str, type(None)),
    "answers": (str, type(None)),
    "file": (str, type(None)),
    "language": (str, type(None)),
    "warnings": list,
    "words": int,
    "paragraphs": list,
    "sentences": list,
    "entities": list,
    "attributions": list,
    "sources": list,
    "unattributed_words": int,
    "corrections": list,
}
VALUES = {
    "mode": set(get_args(r.Mode)),
    "stance": set(get_args(r.Stance)),
    "provenance": set(get_args(r.Provenance)),
    "confidence": set(get_args(r.Confidence)),
}
SOURCE_VALUES = {
    "type": set(get_args(r.SourceType)),
    "role": set(get_args(r.SourceRole)),
    "namedness": set(get_args(r.Namedness)),
}


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def result(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    text = request.param.read_text(encoding="utf-8")
    return text, json.loads(json.dumps(article_json(analyze(read_article(text)))))


def test_the_shape_is_that_of_the_contract(result: tuple[str, dict[str, Any]]) -> None:
    _, found = result
    assert list(found) == list(TOP)
    assert all(isinstance(found[key], kind) for key, kind in TOP.items())


def test_every_value_is_one_of_the_taxonomy(result: tuple[str, dict[str, Any]]) -> None:
    _, found = result
    assert {p["role"] for p in found["paragraphs"]} <= set(get_args(r.Role))
    assert {e["type"] for e in found["entities"]} <= set(get_args(r.EntityType))
    for attribution in found["attributions"]:
        assert all(attribution[axis] in values for axis, values in VALUES.items())
    for source in found["sources"]:
        assert all(source[axis] in values for axis, values in SOURCE_VALUES.items())


def test_offsets_point_at_the_text_as_given(result: tuple[str, dict[str, Any]]) -> None:
    text, found = result
    for thing in found["paragraphs"] + found["sentences"]:
        words = text[thing["s"] : thing["e"]]
        assert words
        assert words == words.strip()
    for mention in (m for e in found["entities"] for m in e["mentions"]):
        assert text[mention["s"] : mention["e"]] == mention["text"]
    for attribution in found["attributions"]:
        for part in ("source", "cue", "content", "quoted"):
            assert all(0 <= s < e <= len(text) for s, e in attribution[part])


def test_words_of_sources_and_unattributed_words_make_the_body(
    result: tuple[str, dict[str, Any]],
) -> None:
    _, found = result
    credited = sum(source["words"] for source in found["sources"])
    assert credited + found["unattributed_words"] == found["words"]
    assert found["words"] == sum(p["words"] for p in found["paragraphs"] if p["role"] == "body")
    assert credited > 0, "a news article has sources"


def test_a_parent_holds_its_nested_attributions(result: tuple[str, dict[str, Any]]) -> None:
    _, found = result
    by_id = {a["id"]: a for a in found["attributions"]}
    assert len(by_id) == len(found["attributions"])
    for attribution in found["attributions"]:
        if attribution["parent"] is None:
            assert attribution["depth"] == 0
            continue
        parent = by_id[attribution["parent"]]
        assert attribution["depth"] == parent["depth"] + 1
        held = parent["content"]
        for s, e in attribution["content"]:
            assert any(hs <= s and e <= he for hs, he in held)
