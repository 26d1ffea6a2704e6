"""Articles are found by words, collections and what they share, on both databases alike."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from analysis import read_article
from library.repeats import find_repeats, shared_spans
from library.samples import sample_articles
from library.store import Store

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, OBSERVER, *_ = sample_articles()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bridge", {"a", "b"}),
        ("BRID", {"a", "b"}),  # words may go on
        ("bridge ferry", {"b"}),  # all must occur
        ('"old bridge"', {"a"}),  # next to each other
        ('"bridge old"', set()),
        ("cafe zurich", {"c"}),  # accents do not matter
        ("jong-un", {"c"}),
        ("東京", {"d"}),  # inside a run without spaces
        ("", {"a", "b", "c", "d"}),
        ('" - ( * :', {"a", "b", "c", "d"}),  # nothing to look for
        ("bridge AND", set()),
        ("100%_", set()),
    ],
)
def test_searching_means_the_same_on_both_databases(
    store: Store, query: str, found: set[str]
) -> None:
    texts = {
        "a": "The old bridge stays shut.",
        "b": "A ferry passes under the bridge at noon, an old one.",
        "c": "Café Zürich served Kim Jong-un tea.",
        "d": "今日は東京で雨が降った。",
    }
    ids = {store.save(read_article(words)).id: name for name, words in texts.items()}
    assert {ids[row.id] for row in store.articles(query)} == found


def test_collections_and_tags_gather_articles(store: Store) -> None:
    a, b, c = (store.save(s).id for s in (COURIER, LEDGER, WIRE))
    store.label([a, b], collection="Bridge")
    store.label([a, b], collection="Bridge", tag="  local ")
    store.label([c], tag="Agency")
    assert (store.collections(), store.tags()) == (["Bridge"], ["Agency", "local"])
    assert {row.id for row in store.articles(collection="Bridge")} == {a, b}
    assert {row.id for row in store.articles(tag="Agency")} == {c}
    assert {row.id for row in store.articles("council", collection="Bridge", tag="local")} <= {a, b}
    store.unlabel([a], collection="Bridge")
    assert [row.collections for row in store.articles(tag="local") if row.id == a] == [()]
    store.delete([b])
    assert store.collections() == []


def test_repeats_are_found_across_the_library(store: Store) -> None:
    ids = {s.id: store.save(s).id for s in sample_articles()}
    [overlap] = find_repeats(store)
    assert {overlap.left, overlap.right} == {ids[COURIER.id], ids[WIRE.id]}
    assert find_repeats(store, ids[WIRE.id])[0].left == ids[WIRE.id]
    [span] = shared_spans([overlap], ids[WIRE.id])
    assert "We cannot gamble with lives" in span.of(WIRE.text)
    store.delete([ids[WIRE.id]])
    assert find_repeats(store) == []


def test_fingerprints_by_an_earlier_method_are_made_again(store: Store) -> None:
    store.save(COURIER)
    store.save(WIRE)
    with store.write() as connection:
        connection.execute(
            text("UPDATE fingerprints SET method = 'earlier', prints = :none"), {"none": b""}
        )
    assert len(find_repeats(store)) == 1
    assert len(find_repeats(store)) == 1
