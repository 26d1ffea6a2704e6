"""Many articles in one table: .csv and .jsonl, with the reader saying what the columns are."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.intake.drafts import Draft, Failure, Limits
from analysis.records import ArticleError
from analysis.text import find_date

CELL = 6_000_000  # characters; the text of one article stands in one cell
SHOWN = 5  # rows of a preview
SHOWN_CELL = 200  # characters of a cell in a preview
csv.field_size_limit(CELL)

# Column names that mean a field, the likeliest first; compared in lower case.
_NAMES = {
    field: tuple(names.split())
    for field, names in {
        "text": "text body content article full_text fulltext article_text maintext",
        "title": "title headline head heading",
        "outlet": "outlet source publisher publication newspaper site media",
        "author": "author authors byline writer creator",
        "published": "published date published_at date_publish pubdate publication_date",
        "url": "url link address web_url",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which field; None where no column does."""

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table looks like, for the reader to say what its columns are."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first rows, cells cut to ``SHOWN_CELL`` characters."""
    count: int
    guess: Columns
    """What the names of the columns suggest."""
    candidates: tuple[str, ...] = ()
    """As of ``Draft``: encodings to choose from where the file leaves it open."""


def preview_rows(kind: str, text: str, limits: Limits) -> Preview:
    """Columns, first rows and how many there are; raises ``ArticleError`` for no rows at all."""
    columns: dict[str, None] = {}
    shown: list[Mapping[str, str]] = []
    count = 0
    for row in _rows(kind, text, limits):
        count += 1
        if isinstance(row, Failure):
            continue
        columns.update(dict.fromkeys(row))
        if len(shown) < SHOWN:
            shown.append(row)
    if not columns:
        raise ArticleError(
            "There are no rows here: the first line names the columns, articles follow."
        )
    cells = tuple(tuple(row.get(c, "")[:SHOWN_CELL] for c in columns) for row in shown)
    return Preview(tuple(columns), cells, count, guess_columns(tuple(columns), shown))


def guess_columns(columns: tuple[str, ...], rows: list[Mapping[str, str]]) -> Columns:
    """The likeliest mapping by name; the text, if no name fits, is the longest column."""
    names = {column.strip().lower().replace(" ", "_"): column for column in reversed(columns)}
    found = {
        field: next((names[n] for n in wanted if n in names), None)
        for field, wanted in _NAMES.items()
    }
    if found["text"] is None and rows:
        found["text"] = max(columns, key=lambda c: sum(len(row.get(c, "")) for row in rows))
    return Columns(**found)


def read_rows(
    name: str, kind: str, text: str, limits: Limits, columns: Columns | None = None
) -> Iterator[Draft | Failure]:
    """A draft for each row with text, and a failure with its row number for each other."""
    columns = columns or preview_rows(kind, text, limits).guess
    if columns.text is None:
        raise ArticleError("No column holds the text: choose the column that does.")
    for number, row in enumerate(_rows(kind, text, limits), 1):
        label = f"{name}, row {number}"
        if isinstance(row, Failure):
            yield Failure(label, row.reason)
        elif not row.get(columns.text, "").strip():
            yield Failure(label, f"The column “{columns.text}” is empty in this row.")
        else:
            yield _draft(label, row, columns)


def _draft(label: str, row: Mapping[str, str], columns: Columns) -> Draft:
    def cell(column: str | None) -> str | None:
        return (row.get(column, "").strip() if column else "") or None

    date = cell(columns.published)
    return Draft(
        cell(columns.text) or "",
        label,
        title=cell(columns.title),
        outlet=cell(columns.outlet),
        author=cell(columns.author),
        published=find_date(date) if date else None,
        url=cell(columns.url),
    )


def _rows(kind: str, text: str, limits: Limits) -> Iterator[Mapping[str, str] | Failure]:
    rows = _json_rows(text) if kind == "jsonl" else _csv_rows(text)
    for number, row in enumerate(rows):
        if number >= limits.rows:
            raise ArticleError(
                f"This table has more than {limits.rows:,} rows: upload it in smaller parts."
            )
        yield row


def _json_rows(text: str) -> Iterator[Mapping[str, str] | Failure]:
    for line in text.split("\n"):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            yield Failure("", "This line is not JSON: write one object per line.")
            continue
        if isinstance(found, dict):
            yield {str(k): _cell(v) for k, v in found.items()}
        else:
            yield Failure("", "This line is not an object with named fields.")


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ", ".join(str(v) for v in value[:20])
    return "" if value is None or isinstance(value, dict) else str(value)[:1000]


def _csv_rows(text: str) -> Iterator[Mapping[str, str] | Failure]:
    """Rows as mappings; a row with too many or too few cells fails alone."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header: list[str] | None = None
    while True:
        try:
            row = next(reader, None)
        except (csv.Error, RecursionError):
            yield Failure("", "This row cannot be read: check its quotation marks.")
            return  # the reader has lost its place
        if row is None:
            return
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip() or f"column {i}" for i, cell in enumerate(row, 1)]
        elif len(row) > len(header):
            yield Failure("", "This row has more cells than the first line has names.")
        else:
            yield dict(zip(header, row, strict=False))


def _delimiter(text: str) -> str:
    """The separator that occurs most in the first line, where column names stand."""
    first = text.lstrip("\n\r")[:10_000].split("\n", 1)[0]
    return max(",;\t|", key=first.count)
