"""Facts are kept beside results, made for results that had none, and follow what is described."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, func, select, update

from analysis import analyze, read_article
from analysis.follow import facts_of
from analysis.records import Correction, Span
from library.corrections import Corrections
from library.facts import Following, follow, texts
from library.schema import facts
from library.soundness import check_library
from library.store import Store

pytest_plugins = ("tests.library.databases",)

FERRY = "Ferry resumes\n\nElmsay harbour opened, Ada Quill said. “We are glad,” she said."
MILL = "Mill shuts\n\nThe mill at Torrin closed on Friday, Bert Ousel of the union said."


def followed(store: Store) -> Following:
    with store.read() as connection:
        return follow(connection)


@pytest.fixture
def two(store: Store) -> tuple[str, str]:
    one = store.save(read_article(FERRY, outlet="Elmsay Post", published="2026-03-04")).id
    return one, store.save(read_article(MILL)).id


def test_facts_are_kept_with_the_result(store: Store, two: tuple[str, str]) -> None:
    assert (followed(store).articles, followed(store).waiting) == ((), 2)
    analysis = store.analysis(two[0])
    found = followed(store)
    assert [(a.id, a.outlet, a.published) for a in found.articles] == [
        (two[0], "Elmsay Post", "2026-03-04")
    ]
    assert found.articles[0].facts == facts_of(analysis)
    assert found.waiting == 1


def test_a_result_kept_before_there_were_facts_gets_them(
    store: Store, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for id in two:
        store.analysis(id)
    assert store.outdated() == []
    with store.write() as connection:
        connection.execute(delete(facts))
    assert set(store.outdated()) == set(two)
    monkeypatch.setattr("library.store.analyze", None)  # nothing is analysed anew
    for id in two:
        store.analysis(id)
    assert store.outdated() == []
    assert len(followed(store).articles) == 2


def test_facts_of_another_engine_or_form_wait(
    store: Store, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.analysis(two[0])
    monkeypatch.setattr("library.facts.FACTS", 99)
    assert followed(store).waiting == 2
    assert two[0] in store.outdated()


def test_the_stamp_changes_with_description_label_and_result(
    store: Store, two: tuple[str, str]
) -> None:
    store.analysis(two[0])
    stamps = [followed(store).stamp]
    assert followed(store).stamp == stamps[0]
    whole = Span(0, len(store.article(two[0]).text))
    Corrections(store, two[0]).add(Correction("outlet", whole, value="Elmsay Courier"))
    store.analysis(two[0])
    stamps.append(followed(store).stamp)
    store.label(two, collection="Harbour")
    stamps.append(followed(store).stamp)
    assert followed(store).articles[0].collections == ("Harbour",)
    store.analysis(two[1])
    stamps.append(followed(store).stamp)
    store.delete([two[1]])
    stamps.append(followed(store).stamp)
    assert len(set(stamps)) == 5
    assert [a.id for a in followed(store).articles] == [two[0]]


def test_erasing_an_article_erases_its_facts(store: Store, two: tuple[str, str]) -> None:
    store.analysis(two[0])
    store.delete([two[0]])
    store.erase([two[0]])
    with store.read() as connection:
        assert connection.execute(select(func.count()).select_from(facts)).scalar() == 0


def test_damaged_facts_are_found_and_made_again(store: Store, two: tuple[str, str]) -> None:
    store.analysis(two[0])
    with store.write() as connection:
        connection.execute(update(facts).values(payload=b"nothing", made="later"))
    assert (len(followed(store).articles), followed(store).waiting) == (0, 2)
    said = [f.what for f in check_library(store)]
    assert "Its facts were damaged and will be made again." in said
    assert two[0] in store.outdated()
    store.analysis(two[0])
    assert len(followed(store).articles) == 1


def test_texts_lead_from_facts_to_words(store: Store, two: tuple[str, str]) -> None:
    analysis = store.analysis(two[0])
    assert analysis == analyze(store.article(two[0]))
    with store.read() as connection:
        found = texts(connection, [two[0], "unknown"])
    assert found == {two[0]: FERRY}
    [article] = followed(store).articles
    quill = next(n for n in article.facts.names if "Quill" in n.name)
    assert "Ada Quill" in FERRY[quill.places[0].start : quill.places[0].end]


def test_a_library_of_more_articles_than_are_held_is_followed_whole(
    store: Store, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("library.facts.HELD", 1)
    monkeypatch.setattr("library.facts._held", {})
    for id in two:
        store.analysis(id)
    assert {a.id for a in followed(store).articles} == set(two)
    assert {a.id for a in followed(store).articles} == set(two)
