"""How fast the library keeps, lists, searches and finds repeats.

python -m benchmarks.library [ARTICLES]     (default 1,000 invented articles of 120 words)
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial

from analysis import analyze, read_article
from analysis.records import Article
from library import Store, find_repeats, pack, sample_articles

SHARED = 10
"""Every so many articles carry the same wire story of forty words."""


def invented(number: int) -> Article:
    """An article of 120 words; every tenth holds one wire story."""
    draw = random.Random(number)
    wire = " ".join(f"wire{n}" for n in range(40)) if number % SHARED == 0 else ""
    own = " ".join(f"w{draw.randrange(20_000)}" for _ in range(120 - len(wire.split())))
    return read_article(f"Notice {number}\n\n{wire}\n\n{own}.", roles={0: "headline"})


def timed(work: Callable[[], object]) -> float:
    """Milliseconds the work took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def main(number: int = 1_000) -> None:
    """Prints one line a measurement, in milliseconds."""
    articles = [invented(n) for n in range(number)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/library.db")
        saves = sorted(timed(partial(store.save, a)) for a in articles)
        print(f"save, median of {number}: {saves[number // 2]:.1f}; worst {saves[-1]:.0f}")
        print(f"list {number}: {timed(store.articles):.0f}")
        print(f"search one word: {timed(lambda: store.articles('w777')):.1f}")
        print(f"find what repeats: {timed(lambda: find_repeats(store)):.0f}")
        print(f"the same again: {timed(lambda: find_repeats(store)):.0f}")
        for words in (1_000, 10_000):
            opening(store, words)
        store.close()


def opening(store: Store, words: int) -> None:
    """Opening an article of so many words: analysed anew against the library's kept result."""
    story = sample_articles()[0].text.split("\n\n")
    longer = (f"{p} Part {n}." for n in range(words) for p in story)
    text, count = "", 0
    while count < words:
        text += (p := next(longer)) + "\n\n"
        count += len(p.split())
    article = read_article(text)
    anew = sorted(timed(lambda: analyze(article)) for _ in range(3))[1]
    id = store.save(article).id
    packed = pack(store.analysis(id))
    kept = sorted(timed(lambda: store.analysis(id)) for _ in range(5))[2]
    print(f"open {count:,} words: anew {anew:.0f}; kept {kept:.0f} ({len(packed):,} bytes)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
