"""A corpus of any size and what its page waits for: ``python -m benchmarks.corpus N``.

Forty articles of our own making are analysed; all others have their rows under other ids, outlets
and days, and texts of their own. So the tables are as long as of N articles and the counts mean
nothing. Prints how long each question of the page Corpus takes, by the clock, first asked and again
with other filters; and the same count by pyarrow, for comparison. Behind each stands what the
processor spent, both cores together, which says more on a machine that others use.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pandas as pd

from analysis import analyze, read_article
from analysis.tables import CORPUS, corpus_tables, part_path, write_index
from benchmarks import made
from library import Asked, Corpus, open_corpus

ANALYSED = 40
PART = 500
"""Articles of a part, as a run of ``--dataset`` writes them."""
OTHER = {
    "articles": "",
    "overview": ", 'Outlet ' || (i % 25) AS outlet, "
    "strftime(DATE '2020-01-01' + ((i * 37) % 1800)::INTEGER, '%Y-%m-%d') AS published",
    "texts": ", text || ' ' || i || ' ' || md5(i::VARCHAR) AS text",
}
ASKED = {
    "all": Asked(),
    "one outlet": Asked(outlets=("Outlet 3",)),
    "a year": Asked(since="2022-01-01", until="2022-12-31"),
    "a name": Asked(name="Ministry of Transport"),
    "two words": Asked(words="harbour arrested"),
}


def make_corpus(folder: Path, count: int) -> None:
    """Tables of about that many articles, in parts."""
    texts = [made.article(n) for n in range(ANALYSED)]
    analyses = [analyze(read_article(t, id=f"made-{n}")) for n, t in enumerate(texts)]
    frames = corpus_tables(analyses)
    database = duckdb.connect(":memory:")
    for name in CORPUS:
        database.register("rows_of", frames[name])
        (folder / name).mkdir(parents=True, exist_ok=True)
        id = "file AS file" if name == "errors" else "article || '-' || i AS article"
        for part in range(0, count, PART):
            path = folder / name / f"part-{part // PART:05}.parquet"
            numbers = f"range({part // ANALYSED}, {min(count, part + PART) // ANALYSED})"
            database.execute(
                f"COPY (SELECT * REPLACE ({id}{OTHER.get(name, '')}) FROM rows_of, "
                f"{numbers} AS numbers(i)) TO '{path}' (FORMAT parquet)"
            )

    for part in range(0, count, PART):
        _index(folder, part // PART)


def _index(folder: Path, number: int) -> None:
    """The index of a part, as a run of ``--dataset`` writes it."""
    wanted = ("overview", "texts", "entities", "sources")
    frames = {name: pd.read_parquet(part_path(folder, name, number)) for name in wanted}
    write_index(folder, number, frames)


def waits(corpus: Corpus) -> Iterator[tuple[str, dict[str, tuple[float, float]]]]:
    """For each set of filters, the seconds of each question by the clock and of the processor."""
    for name, asked in ASKED.items():
        questions: tuple[Callable[[Asked], object], ...] = (
            corpus.figures,
            corpus.by_outlet,
            corpus.by_month,
            corpus.heard,
            corpus.named,
            corpus.articles,
        )
        yield name, {question.__name__: _both(question, asked) for question in questions}


def by_arrow(folder: Path) -> None:
    """Articles and mean tone by outlet, as pyarrow's datasets have it."""
    from pyarrow import dataset

    table = dataset.dataset(folder / "overview").to_table(columns=["outlet", "compound"])
    table.group_by("outlet").aggregate([("compound", "mean"), ("compound", "count")])


def _both(work: Callable[..., object], *given: object) -> tuple[float, float]:
    began = time.process_time()
    clock = _clock(work, *given)
    return clock, time.process_time() - began


def _clock(work: Callable[..., object], *given: object) -> float:
    began = time.perf_counter()
    work(*given)
    return time.perf_counter() - began


def main(arguments: list[str]) -> int:
    """0; prints seconds by question and filter."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--keep", type=Path, help="make it here and leave it, to look at the page")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        make_corpus(folder, given.count)
        size = sum(f.stat().st_size for f in folder.rglob("*.parquet")) / 1e6
        print(
            f"{given.count:,} articles, {size:,.0f} MB, load {os.getloadavg()[0]:.0f}", flush=True
        )
        began = time.perf_counter()
        corpus = open_corpus(folder)
        corpus.figures(Asked())
        print(f"opened and first figures: {time.perf_counter() - began:.2f} s", flush=True)
        for name, seconds in waits(corpus):
            each = ", ".join(
                f"{q} {clock:.2f}/{spent:.2f}" for q, (clock, spent) in seconds.items()
            )
            clock, spent = (sum(both) for both in zip(*seconds.values(), strict=True))
            print(f"{name:12} all six {clock:.2f}/{spent:.2f} s ({each})", flush=True)
        clock = _clock(corpus.by_outlet, Asked(outlets=("Outlet 5",)))
        print(f"by outlet: DuckDB {clock:.2f} s, pyarrow {_clock(by_arrow, folder):.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
