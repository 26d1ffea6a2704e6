"""Six articles of 1,000 words on the page Compare: ``python -m benchmarks speed compare``.

From the choice to all tables and charts: seconds of the processor that the server takes, its part
of the page run without a browser (AppTest), less what the same run of an empty script takes: a
run looks for components in every installed package, a server once when it starts. Once with the
results kept, as in a library that was filled, and once with articles that nothing has read yet. The
page draws one tab at a time, so its first tab and the sum of all five are told.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis import read_article
from benchmarks import made
from library import Store, open_store

PAGE = Path(__file__).resolve().parent.parent / "pages" / "9_compare.py"
PARTS = ("Statements", "Tone", "Names", "Sources", "Passages")
SIX, LONG = 6, 1_000
MUST = 2.0


def compared() -> Iterator[str]:
    """A line for kept results and one for none, in seconds of the processor."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/hearsay.db")
        os.environ["HEARSAY_DATABASE_URL"] = store.url
        idle = min(_spent(AppTest.from_string("import streamlit")) for _ in range(3))
        first, kept, fresh = (_saved(store, SIX * n) for n in range(3))
        opened(first)  # loads all there is to load
        for id in kept:
            store.analysis(id)
        for how, ids in (("results kept", kept), ("read anew", fresh)):
            st.cache_data.clear()
            seconds = [each - idle for each in opened(ids)]
            yield (
                f"compare {SIX} articles of {LONG:,} words, {how}: first tab {seconds[0]:.2f} s, "
                f"all {len(PARTS)} {sum(seconds):.2f} s (must be {MUST:.0f} s); "
                f"an empty run, left out of each: {idle:.2f} s"
            )
        store.close()


def opened(ids: Sequence[str]) -> list[float]:
    """Seconds of the processor that each tab takes, one after the other, the first from nothing.

    Raises ``RuntimeError`` where the page shows something else than these articles.
    """
    spent = []
    for part in PARTS:
        app = AppTest.from_file(str(PAGE), default_timeout=600)
        app.query_params["compare"] = ",".join(ids)
        app.query_params["part"] = part
        spent.append(_spent(app))
        if app.exception or list(app.multiselect(key="compared").value) != list(ids):
            raise RuntimeError(f"the page Compare did not show its tab {part}")
    return spent


def _spent(app: AppTest) -> float:
    began = time.process_time()
    app.run()
    return time.process_time() - began


def _saved(store: Store, first: int) -> list[str]:
    numbers = range(first, first + SIX)
    texts = {n: made.article(n, LONG) for n in numbers}
    outlets = {n: made.OUTLETS[n % len(made.OUTLETS)] for n in numbers}
    return [
        store.save(read_article(texts[n], title=f"Report {n}", outlet=outlets[n])).id
        for n in numbers
    ]
