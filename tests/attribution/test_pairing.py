"""Which source and content of the model's tags belong to which cue."""

from __future__ import annotations

import math
import re

import pytest

from analysis.attribution.pairing import (
    REACH,
    Parts,
    choose,
    content_facts,
    link_parts,
    linker_weights,
    near,
    source_facts,
)
from analysis.attribution.scene import Scene
from analysis.language import tag_text
from analysis.reading import read_article
from analysis.records import Span, Tag
from analysis.text import InOrder, article_quotations

_MARK = re.compile(r"\{(source|cue|content) ([^{}]*)\}")


def tagged(marked: str) -> tuple[Scene, list[Tag]]:
    """A scene and the tags written into its text as labelled braces."""
    text, tags, at = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        tags.append(Tag(found[1], Span(len(text), len(text) + len(found[2])), 0.9))
        text += found[2]
        at = found.end()
    article = read_article(text + marked[at:], roles=None)
    return Scene.of(article, tag_text(article), article_quotations(article)), tags


def linked(marked: str) -> list[tuple[list[str], str, list[str]]]:
    """Source, cue and contents of each draft, as words."""
    scene, tags = tagged(marked)
    return [
        (
            [s.of(scene.text) for s in draft.source],
            draft.cue[0].of(scene.text),
            [c.of(scene.text) for c in draft.content],
        )
        for draft in link_parts(scene, tags)
    ]


def test_two_statements_in_a_sentence_keep_their_own_speakers() -> None:
    found = linked(
        "{source Ada Quill} {cue said} {content the bridge was safe}, but {source Tomas Reyl} "
        "{cue insisted} {content that it had to close}."
    )
    assert found == [
        (["Ada Quill"], "said", ["the bridge was safe"]),
        (["Tomas Reyl"], "insisted", ["that it had to close"]),
    ]


def test_words_after_the_cue_and_words_before_it_can_be_one_statement() -> None:
    found = linked(
        "{content “The bridge is safe,”} {cue said} {source Ada Quill}. {content “It stays open.”}"
    )
    assert [cue for _, cue, _ in found] == ["said"]
    assert found[0][0] == ["Ada Quill"]
    assert "“The bridge is safe,”" in found[0][2]


def test_a_cue_without_content_makes_no_statement() -> None:
    assert linked("{source Ada Quill} {cue spoke} for an hour.") == []


def test_a_cue_may_stand_without_a_source() -> None:
    found = linked("The bridge is closed, it {cue was said}, {content because of the frost}.")
    assert found == [([], "was said", ["because of the frost"])]


def test_no_part_belongs_to_a_cue_two_paragraphs_away() -> None:
    scene, tags = tagged(
        "{content The bridge is safe.}\n\nIt was built long ago.\n\n{source Ada Quill} {cue said}."
    )
    parts = Parts.of(scene, tags)
    assert content_facts(parts, 0, 0) is None
    assert source_facts(parts, 0, 0) is not None


def test_facts_tell_sides_quotation_and_distance() -> None:
    scene, tags = tagged("{content “We have no money,”} {cue said} {source Ada Quill}.")
    parts = Parts.of(scene, tags)
    before = content_facts(parts, 0, 0)
    after = source_facts(parts, 0, 0)
    assert before is not None
    assert after is not None
    assert before["touching before"] == 1
    assert before["before quoted True spoken True"] == 1
    assert after["after spoken True"] == 1
    assert after["gap"] == 0


def test_only_the_nearest_cues_on_each_side_are_looked_at() -> None:
    items = InOrder(Tag("cue", Span(i * 10, i * 10 + 4)) for i in range(20))
    looked = near(items, Span(105, 109))
    assert len(looked) == 2 * REACH
    assert items[looked[0]].span.start < 105 < items[looked[-1]].span.start


def test_without_weights_the_nearest_is_chosen() -> None:
    assert choose({}, [(0, {"gap": 3.0}), (1, {"gap": 0.5}), (2, None)])[0] == 1


def test_nothing_is_chosen_where_nothing_is_likelier() -> None:
    weights = {"nothing": 2.0, "gap": -1.0}
    chosen, chance = choose(weights, [(0, {"gap": 1.0})])
    assert chosen is None
    assert chance == pytest.approx(math.exp(2) / (math.exp(2) + math.exp(-1)))
    assert choose(weights, []) == (None, 1.0)


def test_probabilities_of_the_choices_and_of_nothing_sum_to_one() -> None:
    weights = {"nothing": -1.0, "gap": -0.7}
    choices = [(0, {"gap": 0.2}), (1, {"gap": 1.0})]
    _, best = choose(weights, choices)
    scores = [-0.14, -0.7, -1.0]
    assert best == pytest.approx(math.exp(-0.14) / sum(map(math.exp, scores)))


def test_the_shipped_weights_know_both_kinds_of_pair() -> None:
    weights = linker_weights()
    assert weights["content"]["gap"] + weights["content"]["gap after"] < 0  # the nearer is likelier
    assert "nothing" in weights["source"]  # a cue may have none
