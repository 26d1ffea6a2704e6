"""Results are made in the background, in rounds that can be stopped."""

from __future__ import annotations

import threading
from typing import Any

from analysis.records import (
    Analysis,
    Article,
)
from library.background import Refresher
from library.samples import sample_articles
from library.store import Store
from tests.library.analyses import bare

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, OBSERVER, *_ = sample_articles()


def test_a_round_analyses_what_is_missing_and_passes_over_what_breaks(store: Store) -> None:
    ids = [store.save(s).id for s in sample_articles()]
    store.analysis(ids[0], make=bare)

    def make(article: Article, **options: Any) -> Analysis:
        if article.id == ids[1]:
            raise RuntimeError("an engine's mistake")
        return bare(article, **options)

    refresher = Refresher(store, make)
    refresher.start()
    done = refresher.wait(120)
    assert (done.running, done.done, done.total, done.failed) == (False, 5, 5, 1)
    assert done.rate > 0
    assert done.left == 0
    assert store.outdated() == [ids[1]]


def test_a_round_can_be_cancelled_and_goes_on_later(store: Store) -> None:
    ids = [store.save(s).id for s in sample_articles()]
    begun, go_on = threading.Event(), threading.Event()

    def make(article: Article, **options: Any) -> Analysis:
        begun.set()
        assert go_on.wait(60)
        return bare(article, **options)

    refresher = Refresher(store, make)
    refresher.start()
    assert begun.wait(60)
    refresher.start()  # a second one changes nothing
    refresher.cancel()
    go_on.set()
    done = refresher.wait(120)
    assert (done.cancelled, done.done) == (True, 1)
    assert len(store.outdated()) == len(ids) - 1
    refresher.start()
    assert refresher.wait(120).done == len(ids) - 1
    assert store.outdated() == []
