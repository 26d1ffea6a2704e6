"""Many articles at once: a line of JSON in, a line out, same order, resumable.

One interface, ``concurrent.futures.Executor``, for one process, the processes of this
machine and a running Dask cluster.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO

from analysis.jsonout import article_json
from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import ArticleError, Scorer

FIELDS = ("title", "outlet", "author", "published", "url")
AHEAD = 8  # articles handed out per worker beyond the one being waited for: bounds memory


def analyze_line(line: str, scorer: Scorer) -> str:
    """One output line for one input line; never raises, an error has the article's id."""
    id: str | None = None
    try:
        given = json.loads(line)
        id = _id(given)
        article = read_article(_text(given), id=id, **{k: given.get(k) for k in FIELDS})
        result: dict[str, Any] = article_json(analyze(article, scorer=scorer))
    except ArticleError as error:
        result = {"id": id, "error": str(error)}
    except json.JSONDecodeError:
        result = {"id": None, "error": "This line is not JSON: write one object per line."}
    except Exception as error:  # a batch goes on; the line says what to report
        result = {
            "id": id,
            "error": f"Hearsay failed on this article ({error!r}); please report it.",
        }
    return json.dumps(result)


def _id(given: object) -> str | None:
    if not isinstance(given, dict):
        raise ArticleError('Each line must be an object such as {"id": "1", "text": "…"}.')
    return None if given.get("id") is None else str(given["id"])


def _text(given: dict[str, Any]) -> str:
    if not isinstance(given.get("text"), str):
        raise ArticleError('This line has no "text": give the article as a string.')
    return str(given["text"])


def analyze_lines(
    lines: Iterable[str], *, scorer: Scorer, workers: int = 1, scheduler: str | None = None
) -> Iterator[str]:
    """Output lines in the order of the input, with a bounded number under way."""
    with _executor(workers, scheduler) as pool:
        if pool is None:
            for line in lines:
                yield analyze_line(line, scorer)
            return
        pending: deque[Future[str]] = deque()
        for line in lines:
            pending.append(pool.submit(analyze_line, line, scorer))
            if len(pending) > workers * AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _executor(workers: int, scheduler: str | None) -> AbstractContextManager[Executor | None]:
    if scheduler is not None:
        try:
            from distributed import Client
        except ImportError:
            raise ArticleError(
                "--scheduler needs Dask: pip install distributed, or leave the option out."
            ) from None
        return Client(scheduler).get_executor()
    if workers <= 1:
        return nullcontext()
    # spawn: forking a process whose libraries hold threads can deadlock
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def completed_lines(path: Path) -> int:
    """Whole JSON lines already in an output file; a torn last line is cut off."""
    if not path.exists():
        return 0
    whole, count = 0, 0
    with path.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            count += 1
    with path.open("r+b") as file:
        file.truncate(whole)
    return count


class Progress:
    """A line on standard error with a rate and the time left; silent where nobody looks."""

    def __init__(self, total: int | None, *, quiet: bool, stream: TextIO | None = None) -> None:
        self.total, self.done, self.stream = total, 0, stream or sys.stderr
        self.quiet = quiet or not self.stream.isatty()
        self.began = self.shown = time.monotonic()

    def step(self) -> None:
        """Count one article and, at most five times a second, say how far we are."""
        self.done += 1
        now = time.monotonic()
        if self.quiet or now - self.shown < 0.2:
            return
        self.shown = now
        rate = self.done / (now - self.began)
        left = f", {(self.total - self.done) / rate:.0f} s left" if self.total else ""
        of = f" of {self.total}" if self.total else ""
        self.stream.write(f"\r{self.done}{of} articles, {rate:.1f} a second{left}   ")
        self.stream.flush()

    def finish(self) -> None:
        """End the line."""
        if not self.quiet and self.done:
            self.stream.write("\n")


def run_batch(
    lines: Iterable[str],
    write: Callable[[str], object],
    *,
    scorer: Scorer,
    workers: int,
    scheduler: str | None,
    progress: Progress,
) -> int:
    """Write a result for every line; the number of lines that could not be analysed."""
    failed = 0
    for result in analyze_lines(lines, scorer=scorer, workers=workers, scheduler=scheduler):
        write(result + "\n")
        failed += '"error"' in result[:400] and "error" in json.loads(result)
        progress.step()
    progress.finish()
    return failed
