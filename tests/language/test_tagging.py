"""The language model that comes with Hearsay, and what happens without it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language import tagging as language
from analysis.language.tagging import BUNDLED, READER, VARIABLE, model_problem, tag_text
from analysis.records import Article, Paragraph, Span, Tagged


@pytest.fixture(autouse=True)
def fresh_engines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test loads its own model and leaves none behind."""
    monkeypatch.delenv(VARIABLE, raising=False)
    yield
    language.load_engine.cache_clear()


def article(text: str) -> Article:
    """A body paragraph a line."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs), Span(at, at + len(line)), "body"))
        at += len(line) + 1
    return Article("test", text, tuple(paragraphs))


def names(tagged: Tagged, text: str) -> set[tuple[str, str]]:
    return {(name.span.of(text), name.type) for name in tagged.names}


def parts(tagged: Tagged, text: str) -> list[tuple[str, str]]:
    return [(tag.role, tag.span.of(text).strip('"“”,. ')) for tag in tagged.tags]


KNOWN_NAMES = [
    ("Maria Keller met Tom Hughes in London on Friday.", ("Maria Keller", "PERSON")),
    ("Maria Keller met Tom Hughes in London on Friday.", ("London", "GPE")),
    ("Officials in Germany and France opposed the plan.", ("Germany", "GPE")),
    ("The University of Oslo published the report.", ("University of Oslo", "ORG")),
    ("The Israeli army withdrew on Sunday.", ("Israeli", "NORP")),
    ("Mr. Hughes later flew to Nairobi, he said.", ("Nairobi", "GPE")),
]

KNOWN_PARTS = [
    (
        "Tom Hughes said on Friday that the bridge would open in May.",
        [
            ("source", "Tom Hughes"),
            ("cue", "said"),
            ("content", "that the bridge would open in May"),
        ],
    ),
    (
        '"We are not leaving," Keller told reporters.',
        [("content", "We are not leaving"), ("source", "Keller"), ("cue", "told")],
    ),
    (
        "“I never saw the letter,” she said.",
        [("content", "I never saw the letter"), ("source", "she"), ("cue", "said")],
    ),
    ("The road is four miles long and has two lanes.", []),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN_NAMES)
def test_the_shipped_model_finds_plain_names(text: str, expected: tuple[str, str]) -> None:
    assert expected in names(tag_text(article(text)), text)


@pytest.mark.parametrize(("text", "expected"), KNOWN_PARTS)
def test_the_shipped_model_marks_plain_attributions(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert parts(tag_text(article(text)), text) == expected


def test_parts_of_speech_are_universal() -> None:
    text = "The old minister quickly signed two treaties in Vienna."
    found = " ".join(token.pos for token in tag_text(article(text)).tokens)
    assert found == "DET ADJ NOUN ADV VERB NUM NOUN ADP PROPN PUNCT"


def test_the_result_says_which_model_made_it() -> None:
    tagged = tag_text(article("Nothing happened."))
    assert tagged.model.startswith("en_hearsay_news ")
    assert model_problem() == ""


def test_without_the_folder_the_rules_stand_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(language, "BUNDLED", tmp_path / "gone")
    tagged = tag_text(article("Maria Keller said so. He left."))
    assert tagged.model == "rules"
    assert tagged.tokens
    assert len(tagged.sentences) == 2
    assert "could not be loaded" in model_problem()


@pytest.mark.parametrize(
    "file",
    [
        f"{READER}/{n}"
        for n in ("reader.onnx", "moves.npz", "pieces.txt", "labels.json", "lists.json")
    ]
    + ["meta.json"],
)
def test_a_damaged_folder_gives_a_message_and_rules(
    file: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "model"
    shutil.copytree(BUNDLED, copy)
    (copy / file).write_bytes(b"\xff\x00 broken")
    monkeypatch.setattr(language, "BUNDLED", copy)
    assert tag_text(article("Maria Keller said so.")).model == "rules"
    assert "Restore the folder" in model_problem()


def test_another_pipeline_gives_the_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = spacy.blank("en")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Maria Keller"}])
    other.to_disk(tmp_path / "other")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    text = "Maria Keller said on Friday that the bridge would open."
    tagged = tag_text(article(text))
    assert names(tagged, text) == {("Maria Keller", "ORG")}
    assert ("cue", "said") in parts(tagged, text)
    assert tagged.model.startswith("en_pipeline 0.0.0 (names), en_hearsay_news")


def test_an_unknown_pipeline_leaves_the_bundled_one_in_charge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, "no_such_pipeline")
    assert tag_text(article("Maria Keller left.")).model.startswith("en_hearsay_news")
    assert "no_such_pipeline" in model_problem()


def test_without_spacy_another_pipeline_is_said_to_need_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spacy.blank("en").to_disk(tmp_path / "other")
    monkeypatch.setitem(sys.modules, "spacy", None)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "other"))
    assert tag_text(article("Maria Keller left.")).model.startswith("en_hearsay_news")
    assert "pip install -r requirements-spacy.txt" in model_problem()


def test_another_folder_of_our_kind_is_read_as_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "model"
    shutil.copytree(BUNDLED, copy)
    meta = json.loads((copy / "meta.json").read_text(encoding="utf-8"))
    (copy / "meta.json").write_text(json.dumps({**meta, "version": "9.9"}), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(copy))
    text = "Maria Keller met Tom Hughes in London on Friday."
    tagged = tag_text(article(text))
    assert tagged.model == "en_hearsay_news 9.9"
    assert ("London", "GPE") in names(tagged, text)
    assert model_problem() == ""


def test_the_same_text_gives_the_same_tags_in_several_threads() -> None:
    story = article("“We will stay,” said Maria Keller of Oslo.\nTom Hughes denied it.\n" * 20)
    first = tag_text(story)
    with ThreadPoolExecutor(4) as threads:
        assert all(found == first for found in threads.map(tag_text, [story] * 8))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_lies_in_its_paragraph(text: str) -> None:
    story = article(text)
    tagged = tag_text(story)
    for piece in (*tagged.names, *tagged.tags, *tagged.tokens):
        paragraph = story.paragraph_at(piece.span.start)
        assert paragraph is not None
        assert paragraph.span.covers(piece.span)
