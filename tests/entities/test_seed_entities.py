"""The article the project began with: what issue 5 says of its names.

Its sentences are not repeated here; the file is read from ../shared.
"""

from __future__ import annotations

import pytest

from analysis.entities.entities import link_entities
from analysis.language.tagging import tag_text
from analysis.names.mentions import find_mentions
from analysis.reading.article import read_article
from analysis.records import Article, Entity
from analysis.text import article_quotations
from analysis.text.words import body_mentions
from tests.shared_data import shared

SEED = "seeds/000_66738e88ae49390f.txt"


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(shared(SEED).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def entities(article: Article) -> tuple[Entity, ...]:
    tagged = tag_text(article)
    return link_entities(
        article, tagged, find_mentions(article, tagged), article_quotations(article)
    )[0]


def named(article: Article, entities: tuple[Entity, ...], name: str) -> Entity:
    found = [e for e in entities if e.name.replace("-", " ").casefold() == name.casefold()]
    assert len(found) == 1, [e.name for e in entities]
    return found[0]


def forms(article: Article, entity: Entity) -> set[str]:
    return {
        m.span.of(article.text) for m in entity.mentions if m.kind == "name" and not m.adjectival
    }


@pytest.mark.parametrize(
    ("name", "count", "kind"),
    [
        ("Kim Jong un", 3, "PERSON"),
        ("Kim Yo jong", 1, "PERSON"),
        ("Kim Eui kyeom", 1, "PERSON"),
        ("Moon Jae in", 5, "PERSON"),
        ("Mike Pence", 3, "PERSON"),
        ("Al Jazeera", 4, "ORG"),
        ("United States", 3, "GPE"),
    ],
)
def test_each_is_one_line_with_its_count(
    article: Article, entities: tuple[Entity, ...], name: str, count: int, kind: str
) -> None:
    entity = named(article, entities, name)
    assert (body_mentions(article, entity), entity.type) == (count, kind)


def test_the_truncated_name_joins_the_full_one(
    article: Article, entities: tuple[Entity, ...]
) -> None:
    assert "Moon Jae" in forms(article, named(article, entities, "Moon Jae in"))


def test_the_two_koreas_stay_apart_and_the_north_is_one_of_them(
    article: Article, entities: tuple[Entity, ...]
) -> None:
    assert forms(article, named(article, entities, "North Korea")) == {"North Korea", "North"}
    assert forms(article, named(article, entities, "South Korea")) == {"South Korea"}


def test_the_united_states_in_three_spellings(
    article: Article, entities: tuple[Entity, ...]
) -> None:
    assert forms(article, named(article, entities, "United States")) == {
        "United States",
        "U.S.",
        "U.S",
    }


def test_the_games_are_one_event_under_two_names(
    article: Article, entities: tuple[Entity, ...]
) -> None:
    games = [e for e in entities if e.type == "EVENT"]
    assert len(games) == 1, [e.name for e in games]
    assert any("Olympics" in f for f in forms(article, games[0]))
    assert any("Games" in f for f in forms(article, games[0]))


@pytest.mark.parametrize("word", ["Getty", "STR", "Senior Writer", "EST", "PM", "Saturday"])
def test_page_furniture_is_no_name(
    article: Article, entities: tuple[Entity, ...], word: str
) -> None:
    assert not [e.name for e in entities if word in forms(article, e)]
