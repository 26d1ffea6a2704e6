"""Courts, councils and matches as papers write of them, read whole."""

from __future__ import annotations

import pytest

from tests.test_texts_as_they_come import kinds, read, speaker

COURT = """Clerk spared jail

Tom Reece, 31, of Sedge Close, Upper Wick, admitted theft. Ann Poole, 44, of 14 The Crescent, \
Brindle, denied it.

Det Con Lee Farrow said after the hearing that the money was gone."""
FERRY = """Minister denies knowing of ferry delay

Transport Minister Ewan Tolley has rejected claims that he knew of the delay. “I answered in \
good faith,” the minister said.

The Shipping Authority is looking into it. The regulator said it would report in May. The \
Maritime Union last month described the yard as unsafe.

One official, who asked not to be named, said the hull was bent."""
MATCH = """Okoro strikes late

Nnamdi Okoro scored late on Saturday. “Nnamdi's been asking me for ten minutes,” said coach \
Helene Strand. “Leon's gone home.”

Leon Maddock scored first. Strand's side is ninth."""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Sedge Close", "FAC"), ("Upper Wick", "GPE"), ("Brindle", "GPE"), ("Lee Farrow", "PERSON")],
)
def test_where_somebody_lives_is_a_place_and_a_rank_no_name(name: str, kind: str) -> None:
    assert kinds(COURT).get(name) == kind


def test_a_detective_constable_is_the_police() -> None:
    assert {s.name: s.role for s in read(COURT).sources}["Lee Farrow"] == "law_security"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("knowing of ferry delay", "Ewan Tolley"),
        ("I answered in good faith", "Ewan Tolley"),
        ("it would report in May", "Shipping Authority"),
        ("the yard as unsafe", "Maritime Union"),
    ],
)
def test_a_description_means_whom_the_article_introduces_so(words: str, who: str) -> None:
    assert speaker(FERRY, words) == who


def test_the_wish_to_stay_unnamed_is_no_statement() -> None:
    said = [c.of(FERRY) for a in read(FERRY).attributions for c in a.content]
    assert "the hull was bent" in said
    assert not [words for words in said if "not to be named" in words]


def test_has_after_a_first_name_makes_no_brand() -> None:
    assert kinds(MATCH).get("Nnamdi Okoro") == "PERSON"
    assert not [name for name in kinds(MATCH) if name.endswith("'s")]
