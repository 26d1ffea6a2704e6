"""Facts say of an article what its tables say, and lead back to the words."""

from __future__ import annotations

import pytest

from analysis import Analysis
from analysis.compare import Edit
from analysis.follow import Facts, facts_of, join_facts
from analysis.tables import attribution_table, entity_table, source_table
from library.facts import pack_facts, unpack_facts
from tests.follow.shelf import COPIES, analysed, cast, followed


@pytest.fixture(params=range(6))
def pair(request: pytest.FixtureRequest) -> tuple[Analysis, Facts]:
    analysis = analysed()[request.param]
    return analysis, facts_of(analysis)


def test_facts_are_the_figures_of_the_tables(pair: tuple[Analysis, Facts]) -> None:
    analysis, facts = pair
    names = entity_table(analysis).set_index("entity")["count"]
    assert {n.entity: n.mentions for n in facts.names} == names.to_dict()
    said = attribution_table(analysis)
    assert [(s.id, s.words, s.mode) for s in facts.statements] == list(
        zip(said["attribution"], said["words"], said["mode"], strict=True)
    )
    sources = source_table(analysis).set_index("source")
    words = dict.fromkeys(sources.index, 0)
    for s in facts.statements:
        if s.source:
            words[s.source] += s.words
    assert words == sources["words"].to_dict()


def test_every_place_is_a_sentence_that_names_it(pair: tuple[Analysis, Facts]) -> None:
    analysis, facts = pair
    text = analysis.article.text
    entities = {e.id: e for e in analysis.entities}
    for name in facts.names:
        forms = {m.span.of(text) for m in entities[name.entity].mentions}
        assert bool(name.places) == bool(name.mentions)
        for place in name.places:
            assert any(form in text[place.start : place.end] for form in forms)


def test_facts_come_back_exactly_and_damage_is_as_none(pair: tuple[Analysis, Facts]) -> None:
    packed = pack_facts(pair[1])
    assert unpack_facts(packed) == pair[1]
    assert unpack_facts(packed[:-9]) is None
    assert unpack_facts(b"") is None


def test_one_person_is_one_across_articles_and_keys_are_unique() -> None:
    castellane = next(s for s in cast() if s.name == "Judith Castellane")
    assert len({m.article for m in castellane.members}) == 3 * COPIES
    keys = [s.key for s in cast()]
    assert len(keys) == len(set(keys))
    assert not {"officials", "engineers", "critics"} & set(keys)


def test_the_reader_keeps_two_apart() -> None:
    edits = [Edit("Judith Castellane", "Judith Castellane", together=False)]
    apart = [s for s in join_facts(followed(), edits) if s.name == "Judith Castellane"]
    assert len(apart) > 1
    assert len({s.key for s in apart}) == len(apart)
