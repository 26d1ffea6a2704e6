"""A whole library as one file, out and in again; and cells that no spreadsheet takes for formulas.

The file is JSON lines: a head, one line an article with its corrections, collections and tags,
one a sample with its items and what coders said of them, an end that says how many articles
there were. It is text, so nothing in it can be run or unpacked, and a cut-off file is noticed.
Results are left out: the engine makes them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from sqlalchemy import Connection, select

from analysis.records import Article, Correction, Paragraph
from analysis.version import VERSION
from library import corrections as edits
from library.articles import DESCRIPTION
from library.check_exchange import import_sample, sample_lines
from library.codec import CodecError, decode, encode
from library.errors import StoreError
from library.schema import articles, labels
from library.store import Store

FORMAT = 1
LONGEST_LINE = 80_000_000
"""Bytes: a 6,000,000-character article, each character escaped (``\\uXXXX``, in pairs)."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
NOT_OURS = "This is not an exported library: choose a file that “Export” made."
CUT_OFF = (
    "The file ends too early, so part of it is missing: export it again. What it held was added."
)


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

    def __str__(self) -> str:
        """One sentence with the counts."""
        said = f"{_articles(self.added)} added, {self.known} already in your library"
        if self.samples:
            said += f", {self.samples:,} checked sample{'s' * (self.samples > 1)}"
        if self.unreadable:
            said += f", {self.unreadable} unreadable"
        return f"{said}." if self.complete else f"{said}. {CUT_OFF}"


def safe_cell(value: object) -> object:
    """The value made safe for a spreadsheet: text that could start a formula gets a mark before.

    OWASP, "CSV injection": cells beginning with = + - @ tab or carriage return are run by
    spreadsheets. Numbers stay numbers.
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def export_library(store: Store, ids: Iterable[str] | None = None) -> Iterator[bytes]:
    """The lines of the file, for all articles or these; deleted ones stay behind."""
    chosen = [row.id for row in store.articles()] if ids is None else list(ids)
    yield _line({"hearsay": "library", "format": FORMAT, "version": VERSION})
    for id in reversed(chosen):  # oldest first, so that importing keeps the order
        with store.read() as connection:
            yield _line(_article_line(connection, store.article(id)))
    if ids is None:  # a sample may reach beyond a part of the library
        yield from map(_line, sample_lines(store))
    yield _line({"end": True, "articles": len(chosen)})


def import_library(
    store: Store, file: IO[bytes], progress: Callable[[int], object] | None = None
) -> Imported:
    """Adds what a file holds; articles that are here keep their corrections and gain labels.

    Each article is kept before the next is read, so what was added stays if the import is cut
    short. ``progress`` is told the number of articles read. Raises ``StoreError`` for a file that
    is no exported library or comes from a newer Hearsay.
    """
    _check_head(_read_line(file))
    counts = {"added": 0, "known": 0, "unreadable": 0, "samples": 0}
    while line := file.readline(LONGEST_LINE + 1):
        record = _parse(line)
        if record is not None and record.get("end") is True:
            return Imported(**counts, complete=True)
        if record is not None and "sample" in record:
            counts["samples" if import_sample(store, record) else "unreadable"] += 1
            continue
        counts["unreadable" if record is None else _import_article(store, record)] += 1
        if progress is not None:
            progress(sum(counts.values()))
    return Imported(**counts, complete=False)


# ---------------------------------------------------------------- lines


def _line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):  # a line too deep to read is as unreadable as a cut one
        return None
    return record if isinstance(record, dict) else None


def _read_line(file: IO[bytes]) -> dict[str, Any] | None:
    return _parse(file.readline(10_000))


def _check_head(head: dict[str, Any] | None) -> None:
    if head is None or head.get("hearsay") != "library":
        raise StoreError(NOT_OURS)
    if head.get("format") != FORMAT:
        raise StoreError("This library was exported by a newer Hearsay: update Hearsay first.")


def _article_line(connection: Connection, article: Article) -> dict[str, Any]:
    number = select(articles.c.number).where(articles.c.id == article.id).scalar_subquery()
    found = connection.execute(select(labels).where(labels.c.article == number)).mappings()
    named = [(row["kind"], row["name"]) for row in found]
    row_number = connection.execute(select(number)).scalar_one()
    return {
        "text": article.text,
        **{name: getattr(article, name) for name in DESCRIPTION},
        "paragraphs": [encode(p) for p in article.paragraphs],
        "corrections": [encode(c) for c in edits.active(connection, row_number)],
        "collections": sorted(name for kind, name in named if kind == "collection"),
        "tags": sorted(name for kind, name in named if kind == "tag"),
    }


def _import_article(store: Store, record: dict[str, Any]) -> str:
    """Which count it adds to. The article's own lines are checked before anything is written."""
    try:
        article = _article(record)
        made = [decode(Correction, c) for c in record.get("corrections", [])]
        for correction in made:
            edits.check(correction, len(article.text))
        named = {kind: _strings(record.get(f"{kind}s", [])) for kind in ("collection", "tag")}
    except (CodecError, ValueError, KeyError, TypeError):
        return "unreadable"
    saved = store.save(article, corrections=made)
    for kind, names in named.items():
        for name in names:
            store.label([saved.id], **{kind: name})
    return "added" if saved.is_new else "known"


def _article(record: dict[str, Any]) -> Article:
    described = {name: record.get(name) for name in DESCRIPTION}
    text = record["text"]
    paragraphs = tuple(decode(Paragraph, p) for p in record["paragraphs"])
    values = [text, *(v for v in described.values() if v is not None)]
    if not all(isinstance(v, str) for v in values) or not text.strip():
        raise ValueError("an article is text, described by text")
    if any(p.span.end > len(text) or p.index != i for i, p in enumerate(paragraphs)):
        raise ValueError("paragraphs must lie inside the text, in order")
    return Article("", text, paragraphs, **described)


def _strings(values: Any) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
        raise ValueError("labels are names")
    return values


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number:,} articles"
