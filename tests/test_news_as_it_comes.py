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

COUNCIL = """Homes backed on meadow

Ashmere District Council voted for the plan. Ashmere is wet, and Pennant Homes is to build there.

But Cllr Mo Rahman (Lib Dem) said members had been bounced. Pennant agreed to raise the floors.

“The Nene had never been so high,” said Prof Anil Desh of Queen's College Hospital. The MV Lady \
Orra sank near St Mary's Women's Hospital, the coast guard said. According to the charity's own \
figures, sales fell."""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Pennant Homes", "ORG"),
        ("Ashmere", "GPE"),
        ("Mo Rahman", "PERSON"),
        ("Lib Dem", "NORP"),
        ("Queen's College Hospital", "ORG"),
        ("St Mary's Women's Hospital", "ORG"),
        ("MV Lady Orra", "OTHER"),
    ],
)
def test_names_are_whole_and_typed_by_what_else_bears_them(name: str, kind: str) -> None:
    assert kinds(COUNCIL).get(name) == kind


def test_a_river_is_nobody_and_a_firm_for_short_is_the_firm() -> None:
    assert kinds(COUNCIL).get("Nene") != "PERSON"
    assert "Pennant" not in kinds(COUNCIL)


def test_a_body_of_two_words_is_a_body_and_an_owner_is_named_without_ending() -> None:
    sources = {s.name: s.type for s in read(COUNCIL).sources}
    assert sources["the coast guard"] == "organisation"
    assert "the charity" in sources


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


WAR = """Truce talks stall

SAN TELMO, Calif. — Police Chief Renee Castel said the port was shut.

State news agency NovaPress quoted President Goran Illic as saying that the operation would \
continue.

His aunt, who spoke on condition that she not be named, said the boy was quiet. Another woman \
asked that her name not be printed.

Three officials said the talks were over. One of those people told the newspaper that they \
could resume.

Quenby City lost 0-3 to Thorsby, and Elland beat Marrow Town 2-1. It ended 1-1 Sedge Rovers."""


def test_who_is_quoted_by_another_speaks_through_them() -> None:
    assert speaker(WAR, "that the operation would continue") == "Goran Illic"
    done = read(WAR)
    inner = next(a for a in done.attributions if a.rule == "quoted as")
    outer = next(a for a in done.attributions if a.id == inner.parent)
    names = {s.id: s.name for s in done.sources}
    credit = next(c for c in done.credits if c.attribution == outer.id)
    assert names[credit.source or ""] == "NovaPress"


def test_a_date_line_with_a_known_state_is_a_place() -> None:
    assert kinds(WAR).get("San Telmo, Calif.") == "GPE"


def test_a_police_chief_is_the_police() -> None:
    assert {s.name: s.role for s in read(WAR).sources}["Renee Castel"] == "law_security"


def test_one_of_several_is_nobody_called_one() -> None:
    assert "One" not in {s.name for s in read(WAR).sources}


def test_every_way_of_asking_not_to_be_named_is_no_statement() -> None:
    said = [c.of(WAR) for a in read(WAR).attributions for c in a.content]
    assert any("quiet" in words for words in said)
    assert not [words for words in said if "be named" in words or "be printed" in words]


def test_a_result_makes_a_club_of_either_side() -> None:
    assert {kinds(WAR).get(name) for name in ("Marrow Town", "Sedge Rovers")} == {"ORG"}
