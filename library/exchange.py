"""A whole library as one file, out and in again; and cells that no spreadsheet takes for formulas.

The file is JSON lines: a head, one line an article with its corrections, collections and tags,
one a sample with its items and what coders said of them, one with the names the reader joined
across articles, an end that says how many articles there were. It is text, so nothing in it can
be run or unpacked, and a cut-off file is noticed.
Results are left out: the engine makes them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from sqlalchemy import Connection, select

from analysis.text import count
from analysis.version import VERSION
from library import corrections as edits
from library.articles import DESCRIPTION, article_of, content_hash, origin
from library.check_exchange import import_sample, sample_lines
from library.codec import encode
from library.errors import StoreError
from library.incoming import incoming
from library.joins import import_joins, join_lines
from library.rows import row_with
from library.schema import labels
from library.store import Store

FORMAT = 1
NOT_OURS = "This is not an exported library: choose a file that “Export” made."
CUT_OFF = (
    "The file ends too early or not with its own count, so part of it is missing: "
    "export it again. What it held was added."
)
DAMAGED_ROW = "This article is damaged: its words are no longer those that were kept."


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: articles added, found here already, and unreadable lines."""

    added: int
    known: int
    unreadable: int
    complete: bool
    """False for a file that was cut off."""
    samples: int = 0
    """Samples that were checked, with what their coders said."""
    joins: int = 0
    """Pairs of names the reader had joined or kept apart, taken up."""

    def __str__(self) -> str:
        """One sentence with the counts."""
        said = f"{count(self.added, 'article')} added, {self.known} already in your library"
        if self.samples:
            said += f", {self.samples:,} checked sample{'s' * (self.samples > 1)}"
        if self.joins:
            said += f", {self.joins:,} pair{'s' * (self.joins > 1)} of names joined or kept apart"
        if self.unreadable:
            said += f", {self.unreadable} unreadable"
        return f"{said}." if self.complete else f"{said}. {CUT_OFF}"


def export_library(
    store: Store,
    ids: Iterable[str] | None = None,
    damaged: Callable[[str], object] | None = None,
) -> Iterator[bytes]:
    """The lines of the file, for all articles or these; deleted ones stay behind.

    An article whose row is damaged is left out, and ``damaged`` told its id.
    """
    chosen = [row.id for row in store.articles()] if ids is None else list(ids)
    yield _line({"hearsay": "library", "format": FORMAT, "version": VERSION})
    written = 0
    for id in reversed(chosen):  # oldest first, so that importing keeps the order
        try:
            with store.read() as connection:
                line = _line(_article_line(connection, id))
        except (StoreError, ValueError, TypeError, KeyError):  # whatever a damaged row may cause
            if damaged is not None:
                damaged(id)
            continue
        yield line
        written += 1
    if ids is None:  # a sample may reach beyond a part of the library
        yield from map(_line, sample_lines(store))
        yield from map(_line, join_lines(store))
    yield _line({"end": True, "articles": written})


def import_library(
    store: Store, file: IO[bytes], progress: Callable[[int], object] | None = None
) -> Imported:
    """Adds what a file holds; articles that are here keep their corrections and gain labels.

    Each article is kept before the next is read, so what was added stays if the import is cut
    short. ``progress`` is told the number of articles read. Raises ``StoreError`` for a file that
    is no exported library or comes from a newer Hearsay.
    """
    # here and below, not above: it loads the readers of all formats, and a page only names us
    from analysis.command import bounded_lines

    _check_head(_read_line(file))
    counts = {"added": 0, "known": 0, "unreadable": 0, "samples": 0, "joins": 0}
    read = 0
    for line in bounded_lines(file):
        record = None if line is None else _parse(line)
        if record is not None and record.keys() == {"end", "articles"}:
            whole = record["articles"] == read and not file.read(1)
            return Imported(**counts, complete=whole)
        if record is not None and "sample" in record:
            counts["samples" if import_sample(store, record) else "unreadable"] += 1
            continue
        if record is not None and "joins" in record:
            taken = import_joins(store, record)
            counts["unreadable" if taken is None else "joins"] += 1 if taken is None else taken
            continue
        read += 1
        counts["unreadable" if record is None else _import_article(store, record)] += 1
        if progress is not None:
            progress(read)
    return Imported(**counts, complete=False)


# ---------------------------------------------------------------- lines


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"


def _parse(line: bytes) -> dict[str, Any] | None:
    from analysis.command import parse_line

    try:
        record = parse_line(line.decode("utf-8"))
    except ValueError:  # a line too deep to read is as unreadable as a cut one
        return None
    return record if isinstance(record, dict) else None


def _read_line(file: IO[bytes]) -> dict[str, Any] | None:
    return _parse(file.readline(10_000))


def _check_head(head: dict[str, Any] | None) -> None:
    if head is None or head.get("hearsay") != "library":
        raise StoreError(NOT_OURS)
    if head.get("format") != FORMAT:
        raise StoreError("This library was exported by a newer Hearsay: update Hearsay first.")


def _article_line(connection: Connection, id: str) -> dict[str, Any]:
    """What the reader corrected stands beside the article as it was read, to be taken back."""
    row = row_with(connection, id)
    article = article_of(row, ())
    if not article.paragraphs or content_hash(article.text) != row["content_hash"]:
        raise StoreError(DAMAGED_ROW)
    found = connection.execute(select(labels).where(labels.c.article == row["number"])).mappings()
    named = [(label["kind"], label["name"]) for label in found]
    return {
        "text": article.text,
        **{name: getattr(article, name) for name in DESCRIPTION},
        **origin(row),
        "paragraphs": [encode(p) for p in article.paragraphs],
        "corrections": [encode(c) for c in edits.active(connection, row["number"])],
        "collections": sorted(name for kind, name in named if kind == "collection"),
        "tags": sorted(name for kind, name in named if kind == "tag"),
    }


def _import_article(store: Store, record: dict[str, Any]) -> str:
    """Which count it adds to. All of it is checked before anything is written."""
    try:
        found = incoming(record)
    except (ValueError, KeyError, TypeError, RecursionError):
        return "unreadable"
    saved = store.save(found.article, corrections=found.corrections)
    for name in found.collections:
        store.label([saved.id], collection=name)
    for name in found.tags:
        store.label([saved.id], tag=name)
    return "added" if saved.is_new else "known"
