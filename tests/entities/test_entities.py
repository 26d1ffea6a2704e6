"""Which names are one entity, by which rule, and what stays open."""

from __future__ import annotations

import random
from collections.abc import Callable
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.entities.entities import link_entities
from analysis.language.sentences import split_sentences
from analysis.names.mentions import find_mentions
from analysis.records import Article, Entity, Paragraph, Sentence, Span, Tagged
from analysis.text import article_quotations
from analysis.text.words import body_mentions
from tests.growth import LINEAR, growth


def read(text: str) -> tuple[Article, Tagged]:
    """An article whose lines are body paragraphs, with sentences and no language model."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            begin = at + len(line) - len(line.lstrip())
            span = Span(begin, begin + len(line.strip()))
            paragraphs.append(Paragraph(len(paragraphs), span, "body"))
        at += len(line) + 1
    article = Article("test", text, tuple(paragraphs))
    sentences = [Sentence(s, p.index) for p in paragraphs for s in split_sentences(text, p.span)]
    return article, Tagged((), tuple(sentences), (), (), "rules")


def link(text: str) -> tuple[Article, tuple[Entity, ...]]:
    article, tagged = read(text)
    return article, link_entities(
        article, tagged, find_mentions(article, tagged), article_quotations(article)
    )[0]


def counts(text: str) -> dict[str, int]:
    article, entities = link(text)
    return {e.name: body_mentions(article, e) for e in entities}


def rule_of(text: str, words: str) -> str:
    """The rule that joined the last place written so."""
    article, entities = link(text)
    found = [m for e in entities for m in e.mentions if m.span.of(article.text) == words]
    return max(found, key=lambda m: m.span).rule


ONE = [
    ("Ann Bree spoke. Mrs. Bree left.", "Ann Bree", "Bree", "surname"),
    ("Min Dae-ho met Ann Bree. Later Min left.", "Min Dae-ho", "Min", "first or family name"),
    ("The mayor met Min Dae. Min Dae-ho agreed.", "Min Dae-ho", "Min Dae", "truncated name"),
    ("He joined the Orland Harbour Trust. The OHT paid.", "Orland Harbour Trust", "OHT", "acronym"),
    (
        "He joined the Bund Freier Fischer (BFF).",
        "Bund Freier Fischer",
        "BFF",
        "acronym in brackets",
    ),
    ("He left the United States. America waited.", "United States", "America", "country synonym"),
    (
        "Talks began with Ingrid Marlowe. Ingrid Marlow left.",
        "Ingrid Marlowe",
        "Ingrid Marlow",
        "spelling",
    ),
    (
        "The Calder Fishing Authority met. He praised the Calder Fishing Authority of Orland.",
        "Calder Fishing Authority of Orland",
        "Calder Fishing Authority",
        "front of the name",
    ),
    (
        "William Bree spoke. Then Bill Bree left.",
        "William Bree",
        "Bill Bree",
        "first name shortened",
    ),
    ("He met Ann Maurer.\nMauer said no.", "Ann Maurer", "Mauer", "surname misspelt"),
    (
        "Kristen Vale met the mayor.\nLater Kristen Vale left.\nThe mayor praised Kristin Vale.",
        "Kristen Vale",
        "Kristin Vale",
        "first name misspelt",
    ),
    (
        "She swam at the 2031 Olympics, the 40th Summer Games.",
        "40th Summer Games",
        "2031 Olympics",
        "same event",
    ),
]


@pytest.mark.parametrize(("text", "name", "form", "rule"), ONE)
def test_two_ways_of_naming_are_one_entity(text: str, name: str, form: str, rule: str) -> None:
    assert counts(text)[name] == (3 if form == "Kristin Vale" else 2), counts(text)
    assert rule_of(text, form) == rule


APART = [
    ("He drove from Calder East to Calder West.", {"Calder East": 1, "Calder West": 1}),
    ("He lived in Orland. He loved the Orland Museum.", {"Orland": 1, "Orland Museum": 1}),
    ("He left Sudan for South Sudan.", {"Sudan": 1, "South Sudan": 1}),
    ("Use Firefox 4, not Firefox 5.", {"Firefox 4": 1, "Firefox 5": 1}),
    ("Brian Holt met Bryan Holt.", {"Brian Holt": 1, "Bryan Holt": 1}),
    ("He studied in Texas, at the University of Texas.", {"Texas": 1, "University of Texas": 1}),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_names_that_only_look_alike_stay_apart(text: str, expected: dict[str, int]) -> None:
    assert counts(text) == expected


def test_a_surname_of_two_people_stays_open_and_says_why() -> None:
    _, entities = link("Ann Bree met Carl Bree on Monday. Bree was pleased.")
    left = [e for e in entities if e.unresolved]
    assert [e.name for e in left] == ["Bree"]
    assert left[0].unresolved == "“Bree” could be Ann Bree or Carl Bree"


def test_a_title_tells_two_bearers_of_a_surname_apart() -> None:
    text = "Ann Holt met David Holt. Mrs. Holt was pleased. Mr. Holt was not."
    assert counts(text) == {"Ann Holt": 2, "David Holt": 2}


def test_the_one_introduced_so_far_keeps_the_short_name() -> None:
    text = "Ann Bree spoke. Bree smiled. Bree left. Then came Carl Bree. Bree had gone."
    assert counts(text) == {"Ann Bree": 4, "Carl Bree": 1}


def test_whoever_is_named_in_passing_does_not_take_the_surname() -> None:
    text = "Ann Bree was born to Carl Bree. Bree sings. Bree has a dog."
    assert "Bree" in counts(text)  # both came before the surname: open
    text = "Ann Bree sings. Bree is 30.\nHer father is Carl Bree.\nBree has a dog. Bree smiled."
    assert counts(text) == {"Ann Bree": 4, "Carl Bree": 1}


def test_no_mention_is_lost_where_a_misspelt_surname_stays_open() -> None:
    text = "Ann Breedon met Carl Breedon. Breedon left. Breeden stayed. Breedon slept."
    assert sum(counts(text).values()) == 5


def test_the_person_whose_surname_is_a_place_is_one_line() -> None:
    text = "Ann Houston sang. Houston was born here. The mayor met Houston's mother."
    assert counts(text) == {"Ann Houston": 3}
    text = "Ann Houston sang. She was born in Houston. The storm hit Houston."
    assert counts(text)["Houston"] == 2


def test_leaning_adjectives_are_marked_and_not_counted() -> None:
    _article, entities = link("The pro-Norway camp won. Norway waited.")
    assert [m.adjectival for e in entities for m in e.mentions] == [True, False]


def test_a_body_is_meant_by_its_noun_with_a_capital_or_as_a_description() -> None:
    text = "She left the Harbour Party. The Party was glad. Later the party met."
    _article, entities = link(text)
    assert [(m.span.of(text), m.kind) for m in entities[0].mentions] == [
        ("Harbour Party", "name"),
        ("Party", "name"),
        ("the party", "nominal"),
    ]


def test_somebody_named_in_passing_is_not_who_he_is() -> None:
    text = "Carl Holt spoke. Carl Holt was a friend of David Bree. He left."
    _, entities = link(text)
    assert {e.name for e in entities for m in e.mentions if m.kind == "pronoun"} <= {"Carl Holt"}


def test_thousands_of_different_names_take_linear_time() -> None:
    dice = random.Random(1)

    def word() -> str:
        return "".join(dice.choices(ascii_lowercase, k=8)).capitalize()

    def work(size: int) -> Callable[[], object]:
        names = [f"{word()} {word()}" for _ in range(size)]
        article, tagged = read("\n".join(f"The mayor met {name}." for name in names))
        mentions = find_mentions(article, tagged)
        assert len(link_entities(article, tagged, mentions, ())[0]) > size / 2
        return lambda: link_entities(article, tagged, mentions, ())

    assert growth(work, 200) < LINEAR


def test_the_north_is_one_of_two_halves() -> None:
    text = "North Korea and South Korea met. He hopes to visit the North."
    assert counts(text) == {"North Korea": 2, "South Korea": 1}
    assert rule_of(text, "North") == "compass name"
    assert "North" not in counts("He hopes to visit the North of Norway.")


def test_nationality_adjectives_go_to_their_country_uncounted() -> None:
    article, entities = link("Norway voted. The Norwegian prime minister spoke.")
    assert [e.name for e in entities] == ["Norway"]
    assert [m.adjectival for m in entities[0].mentions] == [False, True]
    assert body_mentions(article, entities[0]) == 1


def test_an_entity_has_one_type() -> None:
    _, entities = link("Ann Bree spoke in Orland. Near Bree stood a man from Orland.")
    for entity in entities:
        assert {m.type for m in entity.mentions} == {entity.type}


def test_pronouns_and_descriptions_are_a_layer_of_their_own() -> None:
    text = "President Ann Bree spoke. She smiled. The president left."
    article, entities = link(text)
    kinds = [(m.span.of(text), m.kind) for m in entities[0].mentions]
    assert kinds == [("Ann Bree", "name"), ("She", "pronoun"), ("The president", "nominal")]
    assert body_mentions(article, entities[0]) == 1


def test_a_description_of_two_or_of_nobody_yet_stays_unresolved() -> None:
    for text in (
        "President Ann Bree met President Mary Holt. The president smiled.",
        "The president smiled. Nobody else was there. President Ann Bree spoke.",
    ):
        _, entities = link(text)
        assert {m.kind for e in entities for m in e.mentions} == {"name"}, text


def test_a_pronoun_with_two_candidates_stays_unresolved() -> None:
    _, entities = link("Ann Bree met Mary Holt. She smiled.")
    assert {m.kind for e in entities for m in e.mentions} == {"name"}


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_gives_entities_inside_it(text: str) -> None:
    article, entities = link(text)
    for mention in (m for e in entities for m in e.mentions):
        assert mention.span.end <= len(text)
        assert article.paragraph_at(mention.span.start) is not None


def test_long_and_odd_texts_give_a_result() -> None:
    for text in (
        "A " * 20_000,
        "北京 " * 3000,
        "“" * 5000,
        "\U0001f600" * 4000,
        "Ann Bree " * 3000,
    ):
        _, entities = link(text)
        words = {word for e in entities for m in e.mentions for word in m.span.of(text).split()}
        assert words <= set(text.split())


def test_a_name_in_capitals_is_shown_as_the_article_writes_it_elsewhere() -> None:
    assert counts("PORT ELLERY is small. He came to Port Ellery.") == {"Port Ellery": 2}


def test_a_title_of_the_other_sex_is_no_surname_of_hers() -> None:
    assert counts("Michelle Bree came. Mr. Bree left.") == {"Michelle Bree": 1, "Bree": 1}
    assert counts("Michelle Bree came. Mrs. Bree left.") == {"Michelle Bree": 2}
    assert counts("Leslie Bree came. Mr. Bree left.") == {"Leslie Bree": 2}
