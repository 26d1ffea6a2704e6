"""Where names begin and end, and of which type they are."""

from __future__ import annotations

import pytest

from analysis.names.mentions import find_mentions
from analysis.records import Article, Name, Paragraph, Span, Tagged, Token
from tests.entities.test_entities import read


def named(text: str) -> list[tuple[str, str]]:
    article, tagged = read(text)
    return [(m.span.of(text), m.type) for m in find_mentions(article, tagged) if not m.adjectival]


CASES = [
    # titles, offices and nationalities stand outside names
    ("Then Vice President Ann Bree spoke.", [("Ann Bree", "PERSON")]),
    ("US President Ann Bree spoke.", [("US", "GPE"), ("Ann Bree", "PERSON")]),
    ("He met Norwegian Ambassador Carl Holt.", [("Carl Holt", "PERSON")]),
    ("Minister of Education Ann Bree spoke.", [("Ann Bree", "PERSON")]),
    # a nationality inside a body's name stays
    ("He met the Norwegian Fishing Council.", [("Norwegian Fishing Council", "ORG")]),
    # possessives and hyphens
    ("Norway's Ann Bree left.", [("Norway", "GPE"), ("Ann Bree", "PERSON")]),
    ("The Norway-based firm left.", [("Norway", "GPE")]),
    # sentence starts and function words after an abbreviation
    ("Yesterday Bree left the U.S. The mayor stayed.", [("Bree", "OTHER"), ("U.S.", "GPE")]),
    ("Police said nothing.", []),
    # "of" joins a body's name, not a person and a party
    ("He joined the Bank of Norway.", [("Bank of Norway", "ORG")]),
    ("He met Ann Bree of the Harbour Party.", [("Ann Bree", "PERSON"), ("Harbour Party", "ORG")]),
    # towns and states, two countries
    ("She lives in Irving, Texas.", [("Irving, Texas", "GPE")]),
    ("Talks of the U.S & South Korea.", [("U.S", "GPE"), ("South Korea", "GPE")]),
    ("He came to Port Calder.", [("Port Calder", "LOC")]),
    ("He left the two Koreas.", []),
    # a name in quotation marks
    ("She built a robot named “Better Idea of Calder”.", [("Better Idea of Calder", "WORK")]),
    ("He met the Southside Traders' Association.", [("Southside Traders' Association", "ORG")]),
    # outlets
    ("According to Al Jazeera, it rained.", [("Al Jazeera", "ORG")]),
    # a caption that runs on, a possessive before a person, syllables after a hyphen
    ("Ann Bree In the harbour.", [("Ann Bree", "PERSON")]),
    (
        "He met Harbour Passion's Wong Yeung-tat.",
        [("Harbour Passion", "OTHER"), ("Wong Yeung-tat", "PERSON")],
    ),
    ("He met Ann Kwok-hing.", [("Ann Kwok-hing", "PERSON")]),
    # a body by the words beside it, and for short; a party and a state in brackets
    ("He joined the consultancy Ann Bree.", [("Ann Bree", "ORG")]),
    ("The Port Workers' League spoke.", [("Port Workers' League", "ORG")]),
    ("He runs Pelham Foods. Pelham said no.", [("Pelham Foods", "ORG"), ("Pelham", "ORG")]),
    (
        "Ann Pelham runs Pelham Foods. Pelham said no.",
        [("Ann Pelham", "PERSON"), ("Pelham Foods", "ORG"), ("Pelham", "PERSON")],
    ),
    (
        "Ann Bree (D-Ohio) and Carl Holt (R-Ga.) left.",
        [("Ann Bree", "PERSON"), ("Carl Holt", "PERSON")],
    ),
    # no names at all
    ("“We've waited, I'm tired,” he said.", []),
    ("It was the end, UNLESS it rained, unless it snowed. See part XVII.", []),
    ("On Monday, February 10, at 4 PM EST, it rained.", []),
    ("He was released on US$ 20,000 bail.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_are_cut_and_typed(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


HEADLINES = [
    ("Ines Farrow Was Headed to Court But Diverted to Avoid Tomas Reyl",
     ["Ines Farrow", "Tomas Reyl"]),
    ("Ines Farrow Was Headed to Court As She Left Dunmore Gazette.",
     ["Ines Farrow", "Dunmore Gazette"]),
    ("Dunmore Gazette Hit Piece Exploits Reyl Supporter Who Was Late", ["Dunmore Gazette", "Reyl"]),
    ("Farrow Slams Reyl, Traders Over Port Ellery Bridge", ["Farrow", "Reyl", "Port Ellery"]),
    ("Ines Farrow Goes After Tomas Reyl As The New Owen Brannock",
     ["Ines Farrow", "Tomas Reyl", "Owen Brannock"]),
    ("PORT ELLERY MAYOR INES FARROW CLOSES BRIDGE", ["PORT ELLERY", "INES FARROW"]),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_capitals_of_a_headline_join_no_words_to_names(headline: str, expected: list[str]) -> None:
    body = "Then Ines Farrow met Tomas Reyl of Port Ellery. Still, Farrow told the Dunmore Gazette"
    found = named(f"{headline}\n{body} that Reyl was late.")
    assert [name for name, _ in found][: len(expected)] == expected
    assert len(found) == len(expected) + 6


def test_a_name_found_once_is_found_everywhere() -> None:
    assert len(named("He met Orrin Vale. Vale left.\nVale said no. “Vale is late,” he said.")) == 4


def test_a_name_once_written_small_by_a_slip_is_still_one() -> None:
    text = "He joined Quelthy. They left Quelthy. She left Quelthy. He met quelthy people."
    assert [name for name, _ in named(text)] == ["Quelthy"] * 3


def test_a_word_that_the_model_knows_for_no_noun_begins_no_name() -> None:
    text = "Quelthily the mayor left."
    article, tagged = read(text)
    seen = Tagged((Token(Span(0, 9), "ADV"),), tagged.sentences, (), (), "model")
    assert find_mentions(article, tagged)
    assert not find_mentions(article, seen)


def test_agency_credits_in_captions_are_no_names() -> None:
    text = "Ann Bree (Getty/STR)"
    caption = Article("a", text, (Paragraph(0, Span(0, len(text)), "caption"),))
    found = find_mentions(caption, Tagged((), (), (), (), "rules"))
    assert [m.span.of(text) for m in found] == ["Ann Bree"]


def test_bylines_and_lists_are_not_read() -> None:
    text = "By Ann Bree"
    byline = Article("a", text, (Paragraph(0, Span(0, len(text)), "byline"),))
    assert find_mentions(byline, Tagged((), (), (), (), "rules")) == ()


@pytest.mark.parametrize(("score", "kind"), [(0.6, "GPE"), (0.97, "PERSON")])
def test_lists_come_before_a_network_that_is_not_sure(score: float, kind: str) -> None:
    text = "They sang unter den Calder with Norway."
    article, tagged = read(text)
    calder, norway = text.index("Calder"), text.index("Norway")
    names = (
        Name(Span(calder, calder + 6), "WORK", score),
        Name(Span(norway, norway + 6), "PERSON", score),
    )
    seen = Tagged(tagged.tokens, tagged.sentences, names, (), "model")
    types = {m.span.of(text): m.type for m in find_mentions(article, seen)}
    assert types == {"Calder": "WORK", "Norway": kind}


def test_a_sure_network_decides_where_a_name_begins_and_ends() -> None:
    text = "The Calder Reyl Institute opened on Monday."
    article, tagged = read(text)
    names = (Name(Span(0, 15), "PERSON", 0.97), Name(Span(16, 25), "ORG", 0.5))
    seen = Tagged(tagged.tokens, tagged.sentences, names, (), "model")
    first = find_mentions(article, seen)[0]
    assert (first.span.of(text), first.found) == ("Calder Reyl", "by network")


def test_no_name_only_the_network_sees_ends_in_a_small_word() -> None:
    text = "They missed the Reylian opening ceremonies."
    article, tagged = read(text)
    names = (Name(Span(16, 42), "EVENT", 0.8),)
    seen = Tagged(tagged.tokens, tagged.sentences, names, (), "model")
    found = {m.span.of(text) for m in find_mentions(article, seen)}
    assert "Reylian opening ceremonies" not in found
