"""Names the gazetteers know: places, peoples, first names, ordinary words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import lexicon


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("The U.S.", "US"),
        ("Côte d'Ivoire", "cote d’ivoire"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("the Netherlands", "Netherlands"),
    ],
)
def test_one_name_written_in_two_ways_has_one_key(name: str, other: str) -> None:
    assert lexicon.key(name) == lexicon.key(other)


def test_an_article_alone_keeps_its_word() -> None:
    assert lexicon.key("The") == "the"


LETTERS = st.characters(categories=["Lu", "Ll", "Mn"], include_characters=" -’")


@given(st.text(LETTERS, max_size=60))
def test_the_key_of_a_key_is_itself(name: str) -> None:
    once = lexicon.key(name)
    assert lexicon.key(once) == once


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("US", True),
        ("us", False),
        ("U.K.", True),
        ("it", False),
        ("Norway", True),
        ("Quill", False),
    ],
)
def test_countries_are_known_by_case_too(name: str, country: bool) -> None:
    assert lexicon.is_country(name) is country


def test_another_way_of_writing_a_country_leads_to_its_plain_name() -> None:
    assert lexicon.canonical("DPRK") == lexicon.canonical("North Korea")
    assert lexicon.canonical("Port Ellery") == "Port Ellery"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Texas", "GPE"), ("Oslo", "GPE"), ("France", "GPE"), ("oslo", None), ("Ada Quill", None)],
)
def test_places_have_a_type(name: str, kind: str | None) -> None:
    assert lexicon.place_type(name) == kind


def test_states_of_the_union_are_states_in_full_and_as_newspapers_shorten_them() -> None:
    states = lexicon.us_states()
    assert {"Texas", "Calif.", "D.C."} <= states
    assert all(map(lexicon.is_state, states))
    assert lexicon.is_state("Norway")
    assert not lexicon.is_state("Bavaria")


def test_towns_are_those_of_a_hundred_thousand() -> None:
    assert lexicon.is_town("Leeds")
    assert not lexicon.is_town("leeds")
    assert not lexicon.is_town("Port Ellery")


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("French", "France"),
        ("Norwegian", "Norway"),
        ("Dominican", "Dominican Republic"),
        ("Congolese", ""),
        ("Quillish", None),
    ],
)
def test_a_people_leads_to_its_country(word: str, country: str | None) -> None:
    assert lexicon.people_of(word) == country


def test_a_first_name_has_a_likely_sex_and_only_some_have_one_sex() -> None:
    assert lexicon.first_name("Mary") == "f"
    assert lexicon.one_sex("Mary") == "f"
    assert lexicon.first_name("Leslie") is not None
    assert lexicon.one_sex("Leslie") == ""
    assert lexicon.first_name("Bridgeworks") is None


def test_nicknames_lead_to_first_names_and_not_back() -> None:
    assert lexicon.is_nickname("Bill", "William")
    assert not lexicon.is_nickname("William", "Bill")
    assert lexicon.key("William") in lexicon.nicknames_of("bill")


@pytest.mark.parametrize(
    ("word", "ordinary"),
    [("bridge", True), ("prompted", True), ("closing", True), ("hing", False), ("Quill", False)],
)
def test_ordinary_words_are_known_with_their_endings(word: str, ordinary: bool) -> None:
    assert lexicon.is_ordinary(word) is ordinary


def test_well_known_bodies_have_the_type_annotators_give_them() -> None:
    assert lexicon.known_type("NATO") == "ORG"
    assert lexicon.known_type("Ellery Harbour Trust") is None


@pytest.mark.parametrize(
    ("name", "known"),
    [("CAR", True), ("C.A.R.", True), ("Car", False), ("Usa", True), ("US", True), ("Us", False)],
)
def test_initials_that_are_words_are_known_in_capitals_only(name: str, known: bool) -> None:
    assert lexicon.is_country(name) is known
