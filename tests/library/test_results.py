"""A result is made once, kept, and made again where anything it follows from has changed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from analysis import analyze
from analysis.records import (
    Analysis,
    Article,
    Correction,
    Span,
)
from library import engine
from library.corrections import Corrections
from library.samples import sample_articles
from library.store import Store
from tests.library.analyses import Counting, bare

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, OBSERVER, *_ = sample_articles()


def test_a_result_is_made_once(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    first = store.analysis(saved.id, make=make)
    assert store.analysis(saved.id, make=make) == first == bare(COURIER)
    assert len(make.asked) == 1
    assert store.analysis(saved.id, "plain", make=make).sentiment.scorer == "plain"
    assert len(make.asked) == 2


def test_the_real_engine_s_result_comes_back_exactly(store: Store) -> None:
    saved = store.save(WIRE)
    made = store.analysis(saved.id)
    assert made == analyze(WIRE)
    assert store.analysis(saved.id) == made


def test_a_new_engine_makes_results_again_and_keeps_the_corrections(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, make = store.save(COURIER), Counting()
    caption = Correction("role", COURIER.paragraphs[2].span, value="caption")
    Corrections(store, saved.id).add(caption)
    store.analysis(saved.id, make=make)
    assert store.outdated() == []
    for module in ("library.results", "library.articles", "library.listing"):
        monkeypatch.setattr(f"{module}.engine_version", lambda: "99.0+new")
    assert store.outdated() == [saved.id]
    assert not store.articles()[0].analysed
    again = store.analysis(saved.id, make=make)
    assert len(make.asked) == 2
    assert again.corrections == (caption,)
    assert again.article.paragraphs[2].role == "caption"
    assert store.outdated() == []


def test_a_correction_or_a_new_description_makes_the_result_again(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    store.analysis(saved.id, make=make)
    Corrections(store, saved.id).add(Correction("rename", Span(0, 4), value="Harbour"))
    assert len(store.analysis(saved.id, make=make).corrections) == 1
    Corrections(store, saved.id).undo()
    assert store.analysis(saved.id, make=make).corrections == ()
    place = Span(0, len(COURIER.text))
    Corrections(store, saved.id).add(Correction("outlet", place, value="Another Courier"))
    assert store.analysis(saved.id, make=make).article.outlet == "Another Courier"
    assert len(make.asked) == 4


def test_a_damaged_result_is_made_again(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    store.analysis(saved.id, make=make)
    with store.write() as connection:
        connection.execute(text("UPDATE analyses SET payload = :junk"), {"junk": b"cos\nsystem\n"})
    assert store.analysis(saved.id, make=make) == bare(COURIER)
    assert len(make.asked) == 2


def test_the_engine_is_named_by_version_and_digest() -> None:
    assert engine.engine_version().startswith(f"{engine.VERSION}+")
    assert len(engine.engine_version().split("+")[1]) == 8


def test_a_result_never_lands_under_an_article_saved_meanwhile(store: Store) -> None:
    """Erase A while it is being analysed, save B: B must not get A's result."""
    first = store.save(COURIER).id

    def meanwhile(article: Article, **how: Any) -> Analysis:
        store.delete([first])
        store.erase([first])
        store.save(LEDGER)
        return analyze(article, **how)

    store.analysis(first, make=meanwhile)
    assert store.outdated() == [LEDGER.id]
    assert store.analysis(LEDGER.id).article == store.article(LEDGER.id)


def test_a_result_kept_of_other_words_is_made_again(store: Store) -> None:
    first, second = store.save(COURIER).id, store.save(LEDGER).id
    store.analysis(first)
    with store.write() as connection:  # as an earlier version could leave it
        connection.execute(
            text(
                "UPDATE analyses SET article = (SELECT number FROM articles WHERE id = :id), "
                "content_hash = (SELECT content_hash FROM articles WHERE id = :id)"
            ),
            {"id": second},
        )
    assert store.analysis(second).article == store.article(second)
