"""The reader's corrections: what each does, and what becomes of one whose words are gone."""

from __future__ import annotations

import pytest

from analysis.entities.entities import link_entities
from analysis.names.mentions import find_mentions
from analysis.records import Correction, Entity, Span
from analysis.text import article_quotations
from tests.entities.test_entities import read

TEXT = "Ann Bree met Carl Holt. Bree praised the Harbour Party. Holt did not."


def at(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def corrected(*made: Correction) -> tuple[dict[str, Entity], tuple[Correction, ...]]:
    article, tagged = read(TEXT)
    entities, dropped = link_entities(
        article, tagged, find_mentions(article, tagged), article_quotations(article), made
    )
    return {e.name: e for e in entities}, dropped


def places(entity: Entity) -> list[str]:
    return [m.span.of(TEXT) for m in entity.mentions]


def test_merged_names_are_one_line_that_says_who_merged_them() -> None:
    found, dropped = corrected(Correction("merge", at("Carl Holt"), at("Ann Bree")))
    assert places(found["Ann Bree"]) == ["Ann Bree", "Carl Holt", "Bree", "Holt"]
    assert found["Ann Bree"].mentions[1].rule == "merged by you"
    assert "Carl Holt" not in found
    assert dropped == ()


def test_split_takes_out_what_is_written_alike() -> None:
    found, _ = corrected(Correction("split", at("Bree", 20)))
    assert places(found["Ann Bree"]) == ["Ann Bree"]
    assert places(found["Bree"]) == ["Bree"]


@pytest.mark.parametrize(
    ("correction", "name", "kind"),
    [
        (Correction("rename", at("Ann Bree"), value="Anna Bree"), "Anna Bree", "PERSON"),
        (Correction("retype", at("Ann Bree"), value="ORG"), "Ann Bree", "ORG"),
    ],
)
def test_a_name_and_a_type_can_be_set(correction: Correction, name: str, kind: str) -> None:
    found, _ = corrected(correction)
    assert found[name].type == kind
    assert {m.type for m in found[name].mentions} == {kind}


def test_a_hidden_name_is_gone_and_comes_back_without_the_correction() -> None:
    assert "Harbour Party" not in corrected(Correction("hide", at("Harbour Party")))[0]
    assert "Harbour Party" in corrected()[0]


def test_corrections_are_replayed_in_their_order() -> None:
    found, _ = corrected(
        Correction("merge", at("Carl Holt"), at("Ann Bree")),
        Correction("rename", at("Holt", 50), value="Bree and Holt"),
    )
    assert set(found) == {"Bree and Holt", "Harbour Party"}


@pytest.mark.parametrize(
    "correction",
    [
        Correction("merge", at("did not"), at("Ann Bree")),
        Correction("merge", at("Ann Bree"), at("Bree", 20)),  # one already
        Correction("hide", at("praised")),
        Correction("rename", at("Ann Bree"), value="  "),
        Correction("retype", at("Ann Bree"), value="ANIMAL"),
        Correction("split", at("Harbour Party")),  # nothing would be left
    ],
)
def test_what_no_longer_applies_is_given_back(correction: Correction) -> None:
    assert corrected(correction)[1] == (correction,)


def test_corrections_of_other_kinds_are_left_to_their_stages() -> None:
    assert corrected(Correction("speaker", at("did not"), at("Ann Bree")))[1] == ()
