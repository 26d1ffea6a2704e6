"""Many articles at once: a line of JSON in, a line out, same order, resumable."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from analysis.command.streams import check_resumable, parse_line
from analysis.command.workers import Workers
from analysis.intake import failed_on
from analysis.output import article_json
from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import Article, ArticleError, Scorer
from analysis.text import count, pace

FIELDS = ("title", "outlet", "author", "published", "url", "answers")
BEGINS = b'{"id": '  # every output line, so also a torn one
TOO_LONG = "too long"
"""Stands for an input line that is longer than any article."""


class Line(NamedTuple):
    """An output line without its line end, and whether it says what failed."""

    text: str
    failed: bool


class Kept(NamedTuple):
    """What an output file holds already: whole lines, and those of them that failed."""

    lines: int = 0
    failed: int = 0


def analyze_line(line: str, scorer: Scorer) -> Line:
    """The output line for one input line; never raises, an error has the article's id."""
    id: str | None = None
    try:
        given = line_given(line)
        id = _id(given)
        article = article_given(given)
        return Line(json.dumps(article_json(analyze(article, scorer=scorer))), failed=False)
    except ArticleError as error:
        reason = str(error)
    except Exception as error:  # a batch goes on; the line says what to report
        reason = failed_on(id or "", error).reason
    return Line(json.dumps({"id": id, "error": reason}), failed=True)


def article_given(given: Mapping[str, Any]) -> Article:
    """The article of a line's object or a row; ``ArticleError`` where it is none."""
    return read_article(_text(given), id=_id(given), **_facts(given))


def line_given(line: str) -> dict[str, Any]:
    """The object on a line of JSON; ``ArticleError`` where there is none."""
    if line == TOO_LONG:
        raise ArticleError("This line is longer than any article: give one article a line.")
    try:
        given = parse_line(line)
    except ValueError:  # also numbers of thousands of digits, deep nesting
        raise ArticleError("This line is not JSON: write one object per line.") from None
    if not isinstance(given, dict):
        raise ArticleError('Each line must be an object such as {"id": "1", "text": "…"}.')
    return given


def _id(given: Mapping[str, Any]) -> str | None:
    id = given.get("id")
    if id is None or (isinstance(id, str | int) and not isinstance(id, bool)):
        return None if id is None else str(id)
    raise ArticleError('The "id" of this line is neither text nor a whole number: give one.')


def _text(given: Mapping[str, Any]) -> str:
    if not isinstance(given.get("text"), str):
        raise ArticleError('This line has no "text": give the article as a string.')
    return str(given["text"])


def _facts(given: Mapping[str, Any]) -> dict[str, Any]:
    facts = {field: given.get(field) for field in FIELDS}
    for field, value in facts.items():
        if not isinstance(value, str | None):
            raise ArticleError(f'The "{field}" of this line is not text: give a string or null.')
    return facts


def kept_lines(path: Path) -> Kept:
    """Whole results already in an output file; a torn last line is cut off.

    Raises ``ArticleError`` when the file holds anything else, which is then left alone.
    """
    check_resumable(path)
    if not path.exists():
        return Kept()
    whole = lines = failed = 0
    try:
        with path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    if not BEGINS.startswith(line[: len(BEGINS)]):
                        raise ValueError
                    break
                failed += _is_failure(line)
                whole, lines = whole + len(line), lines + 1
        with path.open("r+b") as file:
            file.truncate(whole)
    except OSError as error:
        raise ArticleError(f"{path} cannot be resumed ({error.strerror}).") from None
    except ValueError:
        raise ArticleError(
            f"{path} holds something else than results: give another -o, or leave --resume out."
        ) from None
    return Kept(lines, failed)


def _is_failure(line: bytes) -> bool:
    result = parse_line(line.decode("utf-8"))
    if not isinstance(result, dict) or not {"schema", "error"} & result.keys():
        raise ValueError
    return "error" in result


class Progress:
    """A line on standard error with a rate and the time left; silent where nobody looks."""

    def __init__(self, total: int | None, *, quiet: bool, stream: TextIO | None = None) -> None:
        self.total, self.done, self.stream = total, 0, stream or sys.stderr
        self.quiet = quiet or not self.stream.isatty()
        self.began = self.shown = time.monotonic()

    def step(self, articles: int = 1) -> None:
        """Count articles and, at most five times a second, say how far we are."""
        self.done += articles
        now = time.monotonic()
        last = self.done == self.total
        if self.quiet or (now - self.shown < 0.2 and not last):
            return
        self.shown = now
        rate, seconds = pace(self.done, self.total or None, now - self.began)
        left = "" if seconds is None else f", {seconds:.0f} s left"
        of = f"{self.done:,} of " if self.total else ""
        so_far = of + count(self.total or self.done, "article")
        self.stream.write(f"\r{so_far}, {rate:.1f} a second{left}   ")
        self.stream.flush()

    def finish(self) -> None:
        """End the line, also after an interruption."""
        if not self.quiet and self.done:
            self.stream.write("\n")


def run_batch(
    lines: Iterable[str],
    write: Callable[[str], object],
    *,
    scorer: Scorer,
    workers: Workers,
    progress: Progress,
) -> int:
    """Write a result for every line; the number of lines that could not be analysed."""
    failed = 0
    try:
        for result in workers.do(partial(analyze_line, scorer=scorer), lines):
            write(result.text + "\n")
            failed += result.failed
            progress.step()
    finally:
        progress.finish()
    return failed
