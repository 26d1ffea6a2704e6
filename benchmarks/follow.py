"""How fast a library of many articles is followed.

python -m benchmarks.follow [ARTICLES]     (default 2,000: thirty analyses, each under many texts)
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from analysis import Analysis, analyze, read_article
from analysis.follow import Followed, facts_of, join_facts
from analysis.tables import (
    MEASURES,
    Frames,
    follow_frames,
    passing_articles,
    period_table,
    person_figures,
    together_tables,
    with_whom,
)
from library import Store, follow, sample_articles
from library.facts import keep_facts, pack_facts
from library.rows import numbers_of

T = TypeVar("T")
VARIANTS = 5


def variants() -> list[Analysis]:
    """The samples, each with a few of its paragraphs left out, analysed."""
    made = []
    for sample in sample_articles():
        paragraphs = sample.text.split("\n\n")
        for n in range(VARIANTS):
            kept = [p for i, p in enumerate(paragraphs) if i < 3 or (i + n) % VARIANTS]
            text, outlet = "\n\n".join(kept), sample.outlet
            made.append(analyze(read_article(text, title=sample.title, outlet=outlet)))
    return made


def fill(store: Store, number: int) -> int:
    """Keeps so many articles with facts; gives the bytes of facts an article takes."""
    analyses, draw, size = variants(), random.Random(1), 0
    packed = [pack_facts(facts_of(a)) for a in analyses]
    for n in range(number):
        analysis, facts = analyses[n % len(analyses)], packed[n % len(analyses)]
        date = f"20{20 + n % 6}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
        text = f"{analysis.article.text}\n\nThis was number {n}."
        article = replace(analysis.article, id="", text=text, published=date)
        id = store.save(article).id
        with store.write() as connection:
            number_of = numbers_of(connection, [id])[0]
            keep_facts(connection, number_of, analysis.sentiment.scorer, facts)
        size += len(facts) if n < len(analyses) else 0
    return size // min(number, len(analyses))


def timed(what: str, work: Callable[[], T]) -> T:
    """Does the work and prints its seconds of processor."""
    start = time.process_time()
    made = work()
    print(f"{what}: {time.process_time() - start:.2f} s", flush=True)
    return made


def main(number: int = 2_000) -> None:
    """Prints one line a measurement, in seconds of processor."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/library.db")
        size = fill(store, number)
        print(f"{number:,} articles, {size:,} bytes of facts each")
        with store.read() as connection:
            found = timed("read for the first time", lambda: follow(connection))
            timed("read again", lambda: follow(connection))
        articles = found.articles
        cast = timed("join all names", lambda: join_facts(articles))
        frames = timed("make the tables", lambda: follow_frames(articles, cast))
        store.close()
    views(frames, articles)


def views(frames: Frames, articles: tuple[Followed, ...]) -> None:
    """What a page asks of the tables."""
    key = str(frames.people["key"].iloc[0])
    tone, unnamed = MEASURES["tone"], MEASURES["unnamed"]
    timed("tone by month", lambda: period_table(frames.articles, tone, "month"))
    timed(
        "unnamed by month and outlet",
        lambda: period_table(frames.articles, unnamed, "month", "outlet"),
    )
    wanted = {"source": (key,), "stance": ("deny",)}
    timed("filter by speaker and verb", lambda: frames.of(passing_articles(frames, wanted)))
    timed("network", lambda: together_tables(frames, articles, 2))
    timed("a person", lambda: (person_figures(frames, key), with_whom(frames, key, articles)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
