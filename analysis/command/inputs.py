"""What a run over many articles is given: files, folders, zips, tables; one thing after the other.

Nothing is read before its turn, and whatever is read goes to the worker as bytes, so that an
input of any size needs little memory and a worker on another machine needs no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from analysis.command.batch import TOO_LONG, article_given, line_given
from analysis.command.files import article_from, articles_in, bytes_of, documents, read_files
from analysis.command.streams import bounded_lines
from analysis.intake import LIMITS, SUFFIXES, Draft, Failure, open_parts
from analysis.records import Article, ArticleError

LINES = frozenset({".jsonl", ".ndjson"})
PARQUET = ".parquet"
ROWS = 256
"""Rows of a Parquet file held at once."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that holds one article; ``data`` is read when its turn has come."""

    path: Path
    data: bytes = b""

    def articles(self) -> Iterator[Article | Failure]:
        return articles_in(self.path, self.data)


@dataclass(frozen=True, slots=True)
class Member:
    """An article of an archive or a table, taken out of it but not yet read."""

    path: Path
    draft: Draft

    def articles(self) -> Iterator[Article | Failure]:
        yield article_from(self.draft, self.path)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of JSON or a row of Parquet with its number, counted from 1."""

    path: Path
    number: int
    given: str | Mapping[str, Any]

    def articles(self) -> Iterator[Article | Failure]:
        name = f"{self.path}#row {self.number}"
        try:
            given = line_given(self.given) if isinstance(self.given, str) else self.given
            yield replace(article_given(given), file=name, derived=True)
        except ArticleError as error:
            yield Failure(name, str(error))


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be opened at all."""

    failure: Failure

    def articles(self) -> Iterator[Article | Failure]:
        yield self.failure


Given = Document | Member | Row | Unread


def inputs(names: Iterable[str], skipped: int = 0) -> Iterator[Given]:
    """Everything the names stand for, in a stable order, without the first ``skipped``."""
    every = (given for path in documents(names, SUFFIXES | {PARQUET}) for given in _in(path))
    for given in islice(every, skipped, None):
        yield _loaded(given)


def every_article(names: Iterable[str]) -> Iterator[Article | Failure]:
    """Every article the names stand for, read here, for whoever gives it an id of its own."""
    for path in documents(names, SUFFIXES | {PARQUET}):
        if path.suffix.lower() == PARQUET:
            for given in _in(path):
                yield from (_without_id(given) if isinstance(given, Row) else given).articles()
        else:
            yield from read_files([path])


def _without_id(row: Row) -> Row:
    told = row.given if isinstance(row.given, Mapping) else {}
    return replace(row, given={name: value for name, value in told.items() if name != "id"})


def _in(path: Path) -> Iterator[Given]:
    kind = path.suffix.lower()
    read: Callable[[Path], Iterator[Given]] | None = None
    if kind in LINES:
        read = _lines
    elif kind == PARQUET:
        read = _rows
    elif kind in {".zip", ".csv", ".tsv"}:
        read = _members
    if read is None:
        yield Document(path)
        return
    try:
        yield from read(path)
    except (OSError, ValueError) as error:  # ValueError: a damaged table, or a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        yield Unread(Failure(str(path), f"cannot be read ({reason}): check the file."))


def _loaded(given: Given) -> Given:
    if not isinstance(given, Document):
        return given
    try:
        return replace(given, data=bytes_of(given.path))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Unread(Failure(str(given.path), f"cannot be read ({reason}): check the path."))


def _lines(path: Path) -> Iterator[Given]:
    with path.open("rb") as file:
        for number, line in enumerate(bounded_lines(file), 1):
            if line is None:
                yield Row(path, number, TOO_LONG)
            elif line.strip():
                yield Row(path, number, line.decode("utf-8", errors="replace").lstrip("\ufeff"))


def _rows(path: Path) -> Iterator[Given]:
    """The rows of a Parquet file, which must have a column ``text``."""
    from pyarrow import parquet  # only where Parquet is read

    number = 0
    with parquet.ParquetFile(path) as file:
        wanted = {"id", "text", "title", "outlet", "author", "published", "url", "answers"}
        there = [name for name in file.schema_arrow.names if name in wanted]
        if "text" not in there:
            raise ValueError("it has no column “text”")
        for batch in file.iter_batches(batch_size=ROWS, columns=there):
            for row in batch.to_pylist():
                number += 1
                yield Row(path, number, {name: _plain(value) for name, value in row.items()})


def _plain(value: object) -> object:
    """Dates and times as ISO 8601, all else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _members(path: Path) -> Iterator[Given]:
    data = bytes_of(path)
    for batch in open_parts(path.name, data, LIMITS).batches:
        yield from (Unread(Failure(str(path), f"{f.name}: {f.reason}")) for f in batch.failures)
        yield from (Member(path, replace(draft, raw=b"")) for draft in batch.drafts)
