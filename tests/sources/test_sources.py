"""Who is credited, by every way newspapers have of naming a source."""

from __future__ import annotations

import pytest

from analysis.records import Credit, Source
from analysis.sources import name_sources
from benchmarks.gold.given import build
from benchmarks.gold.sources import (
    BACK,
    CHAINS,
    FLAGS,
    HARD,
    HEADS,
    KINDS,
    LATER,
    OTHERS,
    PEOPLE,
    REASONS,
)


def named(marked: str, **options: str | None) -> tuple[tuple[Source, ...], tuple[Credit, ...]]:
    article, tagged, attributions, entities = build(marked, PEOPLE, OTHERS, **options)
    return name_sources(article, tagged, attributions, entities)


def credited(marked: str) -> list[str]:
    """The source of each attribution in text order, "-" for nobody."""
    sources, credits = named(marked)
    names = {s.id: s.name for s in sources}
    return [names.get(c.source or "", "-") for c in credits]


@pytest.mark.parametrize(("marked", "name"), HEADS)
def test_the_head_of_the_phrase_is_credited(marked: str, name: str) -> None:
    assert credited(marked) == [name]


UNSOLVED = [
    pytest.param(marked, name, marks=pytest.mark.xfail(reason=why, strict=True))
    for marked, name, why in HARD
]


@pytest.mark.parametrize(("marked", "name"), [*BACK, *LATER, *UNSOLVED])
def test_words_that_point_back_find_the_one_candidate(marked: str, name: str) -> None:
    sources, credits = named(marked)
    names = {s.id: s.name for s in sources}
    asked = max(c.attribution for c in credits)
    assert names[next(c.source or "" for c in credits if c.attribution == asked)] == name


def test_what_stays_itself_says_why() -> None:
    marked = "Mary Holt and Ines Farrow came. {1.source She} {1.cue said} {1.content no}."
    (source,), _ = named(marked)
    assert source.unresolved == "“She” could be Ines Farrow or Mary Holt"
    (source,), _ = named("It rained. {1.source He} {1.cue said} {1.content no}.")
    assert source.unresolved == "nobody before “He” fits"


@pytest.mark.parametrize(("source", "kind", "role", "known"), KINDS)
def test_type_role_and_named_ness(source: str, kind: str, role: str, known: str) -> None:
    (found,), _ = named(f"{{1.source {source}}} {{1.cue said}} {{1.content it was over}}.")
    assert (found.type, found.role, found.namedness) == (kind, role, known)


@pytest.mark.parametrize("later", ["One of them", "One of the two officials", "One official"])
def test_one_of_several_is_no_further_voice(later: str) -> None:
    """Which of the two it was is not told: a second source would be one too many."""
    sources, _ = named(
        "{1.source Two officials with knowledge of the matter} {1.cue said} {1.content no}. "
        f"{{2.source {later}}} {{2.cue called}} {{2.content it grim}}. "
        "{3.source Another} {3.cue hoped} {3.content for rain}."
    )
    assert sources[0].name == "Two officials with knowledge of the matter"
    assert sources[0].attributions == ("1", "2")
    assert (sources[0].type, sources[0].role) == ("collective", "official")


def test_a_spokesperson_has_a_principal() -> None:
    (source,), _ = named("{1.source A spokesman for Acme} {1.cue said} {1.content no}.")
    assert source.principal == "Acme"
    marked = "{1.source Mary Holt, a spokeswoman for Acme,} {1.cue said} {1.content no}."
    (source,), _ = named(marked)
    assert (source.name, source.role, source.principal) == ("Mary Holt", "spokesperson", "Acme")


@pytest.mark.parametrize(("marked", "flags"), FLAGS)
def test_what_an_editor_would_query_is_flagged(marked: str, flags: tuple[str, ...]) -> None:
    (source,), _ = named(marked)
    assert source.flags == flags


@pytest.mark.parametrize(("marked", "reason"), REASONS)
def test_a_stated_reason_for_anonymity_is_kept(marked: str, reason: str) -> None:
    article, tagged, attributions, entities = build(marked, PEOPLE, OTHERS)
    (source,), _ = name_sources(article, tagged, attributions, entities)
    assert source.reason is not None
    assert source.reason.of(article.text) == reason
    assert (source.namedness, source.flags) == ("anonymous", ("reason given",))


@pytest.mark.parametrize(("marked", "provenance", "chain"), CHAINS)
def test_how_the_words_came_and_through_whom(marked: str, provenance: str, chain: str) -> None:
    _, credits = named(marked)
    credit = next(c for c in credits if c.attribution == "1")
    assert (credit.provenance, " ← ".join(credit.chain)) == (provenance, chain)


def test_telling_the_outlet_itself_is_no_relay() -> None:
    marked = "{1.source Farrow} {1.cue told} the Courier {1.content that it was over}."
    _, (credit,) = named(marked, outlet="Harbour Courier")
    assert credit.provenance == "first_hand_text"


def test_a_relay_carries_on_with_its_speaker_for_one_paragraph() -> None:
    marked = (
        "{1.source Farrow} {1.cue said} {1.content no}, the Courier reported.\n"
        "{2.source She} {2.cue said} {2.content {3.source Holt} {3.cue knew} {3.content it}}.\n"
        "It rained.\nIt poured.\n{4.source Farrow} {4.cue said} {4.content yes}."
    )
    _, credits = named(marked)
    assert {c.attribution: " ← ".join(c.chain) for c in credits} == {
        "1": "the Bugle ← Harbour Courier ← Ines Farrow",
        "2": "the Bugle ← Harbour Courier ← Ines Farrow",
        "3": "the Bugle ← Harbour Courier ← Ines Farrow ← Mary Holt",
        "4": "the Bugle ← Ines Farrow",
    }


def test_an_outlet_that_reports_a_statement_relays_what_follows() -> None:
    marked = (
        "{1.source The Courier} {1.cue reported} {1.content that Ines Farrow {2.cue revealed} "
        "{2.content the news}}.\n{3.source Farrow} {3.cue said} {3.content no}."
    )
    _, credits = named(marked)
    assert credits[-1].chain == ("the Bugle", "Harbour Courier", "Ines Farrow")


def test_one_line_per_real_source() -> None:
    marked = (
        "{1.source Officials} {1.cue said} {1.content no}. {2.source Officials} {2.cue said} "
        "{2.content yes}. {3.source A resident} {3.cue said} {3.content no}. "
        "{4.source Another resident} {4.cue said} {4.content yes}."
    )
    sources, _ = named(marked)
    assert [(s.name, len(s.attributions)) for s in sources] == [
        ("Officials", 2),
        ("A resident", 1),
        ("Another resident", 1),
    ]


def test_nobody_stated_is_nobody() -> None:
    sources, (credit,) = named("{1.content “All is well,”} ran the headline.")
    assert sources == ()
    assert (credit.source, credit.words) == (None, 3)
