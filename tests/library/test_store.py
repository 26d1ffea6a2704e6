"""The library keeps what it is given, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from analysis import read_article
from analysis.records import (
    Article,
    Correction,
    Paragraph,
    Span,
)
from library.articles import content_hash
from library.corrections import Corrections
from library.errors import StoreError
from library.repeats import repeats_with
from library.samples import sample_articles
from library.schema import metadata
from library.store import Store
from tests.library.analyses import bare

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, OBSERVER, *_ = sample_articles()


def test_an_article_comes_back_as_it_was_saved(store: Store) -> None:
    saved = store.save(COURIER)
    assert saved.is_new
    assert store.article(saved.id) == COURIER


def test_the_same_words_are_kept_once_whatever_their_line_ends(store: Store) -> None:
    saved = store.save(COURIER)
    windows = read_article("\ufeff" + COURIER.text.replace("\n", "\r\n") + "  \n")
    again = store.save(windows)
    assert (again.id, again.is_new) == (saved.id, False)
    assert len(store.articles()) == 1


def test_it_says_which_words_it_holds_and_what_an_article_shares_before_it_is_kept(
    store: Store,
) -> None:
    kept, gone = store.save(COURIER), store.save(LEDGER)
    store.delete([gone.id])
    asked = [content_hash(a.text) for a in (COURIER, LEDGER, WIRE)] + ["0" * 64] * 1_200
    assert store.holding(asked) == {content_hash(COURIER.text)}
    [overlap] = repeats_with(store, WIRE)
    assert (overlap.left, overlap.right, overlap.words) == (WIRE.id, kept.id, 17)
    assert [row.id for row in store.articles()] == [kept.id]


@pytest.mark.parametrize(
    "odd",
    [
        "nul\0inside",
        "half \ud83d pair",
        "\U0001f600 emoji",
        "東京で雨が降った",
        "a\r\nb\u2028c",
        "'; --",
    ],
)
def test_any_characters_come_back_exactly(store: Store, odd: str) -> None:
    whole = f"{odd} and words"
    paragraphs = (Paragraph(0, Span(0, len(whole)), "body"),)
    saved = store.save(Article("x", whole, paragraphs, title=odd))
    assert store.article(saved.id).text == whole
    assert len(store.article(saved.id).title or "") == len(odd)


def test_the_longest_text_that_is_read_is_kept_and_found(store: Store) -> None:
    long = read_article(
        "Opening words\n\n" + "A sentence of the long report. " * 32_000 + "Ending."
    )
    saved = store.save(long)
    assert store.article(saved.id).text == long.text
    assert [row.id for row in store.articles("report")] == [saved.id]


def test_an_unknown_article_is_named_in_one_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match="not in the library"):
        store.article("nowhere")
    with pytest.raises(StoreError, match="Save the article first"):
        Corrections(store, "nowhere").all()


def test_the_list_says_what_is_known_without_opening(store: Store) -> None:
    first = store.save(COURIER).id
    second = store.save(replace(LEDGER, published="2026-03-04")).id
    newest, oldest = store.articles()
    assert [newest.id, oldest.id] == [second, first]
    assert (newest.title, newest.outlet, newest.published) == (
        LEDGER.title,
        LEDGER.outlet,
        "2026-03-04",
    )
    assert oldest.words > 300
    assert not oldest.analysed
    store.analysis(first, make=bare)
    assert store.articles()[1].analysed


def test_a_description_can_be_put_right_and_found(store: Store) -> None:
    saved, whole = store.save(COURIER), Span(0, len(COURIER.text))
    mine = Corrections(store, saved.id)
    mine.add(Correction("author", whole, value="Wilhelmina Drax"))
    mine.add(Correction("published", whole, value="2026-03-04T09:00:00+00:00"))
    assert store.article(saved.id).author == "Wilhelmina Drax"
    assert store.article(saved.id).text == COURIER.text
    assert store.articles()[0].published == "2026-03-04T09:00:00+00:00"
    assert [row.id for row in store.articles("drax")] == [saved.id]
    mine.clear()
    assert store.articles("drax") == []
    assert store.article(saved.id) == COURIER
    mine.undo()
    assert [row.author for row in store.articles("drax")] == ["Wilhelmina Drax"]
    mine.undo()
    mine.undo()
    assert (store.articles()[0].author, store.articles()[0].published) == (
        COURIER.author, COURIER.published,
    )  # fmt: skip


def test_deleting_is_undone_with_all_that_belongs_to_the_article(store: Store) -> None:
    a, b = store.save(COURIER).id, store.save(LEDGER).id
    store.label([a], tag="kept")
    Corrections(store, a).add(Correction("rename", Span(0, 4), value="Harbour"))
    assert store.delete([a]) == 1
    assert [row.id for row in store.articles()] == [b]
    assert [row.id for row in store.articles(deleted=True)] == [a]
    assert store.restore([a]) == 1
    [row] = [row for row in store.articles() if row.id == a]
    assert (row.tags, row.corrections) == (("kept",), 1)


def test_saving_a_deleted_article_brings_it_back(store: Store) -> None:
    saved = store.save(COURIER)
    store.delete([saved.id])
    assert store.save(COURIER) == saved
    assert len(store.articles()) == 1


def test_only_deleted_articles_are_erased_and_then_wholly(store: Store) -> None:
    a, b = store.save(COURIER).id, store.save(LEDGER).id
    Corrections(store, a).add(Correction("rename", Span(0, 4), value="Harbour"))
    store.analysis(a, make=bare)
    store.delete([a])
    assert store.erase([a, b]) == 1
    assert [row.id for row in store.articles()] == [b]
    with store.read() as connection:
        for table in metadata.sorted_tables:
            if "article" in table.c:
                left = connection.execute(table.select()).mappings().all()
                assert {row["article"] for row in left} <= {2}, table.name
    assert store.articles("harbour", deleted=True) == []


def test_a_row_number_is_never_given_twice(store: Store) -> None:
    numbers = []
    for article in (COURIER, LEDGER, WIRE):
        id = store.save(article).id
        with store.read() as connection:
            numbers.append(connection.execute(text("SELECT max(number) FROM articles")).scalar())
        store.delete([id])
        store.erase([id])
    assert sorted(set(numbers)) == numbers
