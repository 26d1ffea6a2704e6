"""One door for every document: find its kind, read it, say in one sentence what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from zipfile import ZipInfo

from analysis.intake.archive import (
    article_members,
    check_directory,
    label,
    open_archive,
    read_member,
)
from analysis.intake.decoding import Decoded, decode
from analysis.intake.documents import READERS
from analysis.intake.drafts import LIMITS, Draft, Failure, Limits
from analysis.intake.kinds import Kind, detect_kind, suffix
from analysis.intake.pdf import TOO_SLOW
from analysis.intake.rows import Columns, Preview, preview_rows, read_rows
from analysis.records import ArticleError
from analysis.text import check_text, text_notes


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of one file or many: what can be read, and what cannot with its reason."""

    drafts: tuple[Draft, ...] = ()
    failures: tuple[Failure, ...] = ()


def read_document(
    name: str,
    data: bytes,
    limits: Limits = LIMITS,
    *,
    encoding: str | None = None,
    columns: Columns | None = None,
) -> list[Draft]:
    """The articles in a file.

    ``encoding`` is what the reader chose among ``Draft.candidates``; ``columns`` says what the
    columns of a table hold. Raises ``ArticleError``, one sentence with the remedy, when there is
    nothing to read; where only some parts cannot be read, the first draft has a note saying so.
    """
    found = read_everything(name, data, limits, encoding=encoding, columns=columns)
    if not found.drafts:
        raise ArticleError(found.failures[0].reason if found.failures else _NOTHING)
    if not found.failures:
        return list(found.drafts)
    n = len(found.failures)
    note = f"{n} {'part' if n == 1 else 'parts'} of this file could not be read."
    first = found.drafts[0]
    return [replace(first, notes=(*first.notes, note)), *found.drafts[1:]]


_NOTHING = "There is no article in this file: choose one that holds text."


def read_everything(
    name: str,
    data: bytes,
    limits: Limits = LIMITS,
    *,
    encoding: str | None = None,
    columns: Columns | None = None,
) -> Batch:
    """The same, but what cannot be read comes back as failures: never raises."""
    return gathered(open_parts(name, data, limits, encoding=encoding, columns=columns).batches)


def read_batch(files: Iterable[tuple[str, bytes]], limits: Limits = LIMITS) -> Batch:
    """Many files at once: the good ones and the bad ones with reasons."""
    return gathered(read_everything(name, data, limits) for name, data in files)


def gathered(batches: Iterable[Batch]) -> Batch:
    """Several batches as one."""
    found = list(batches)
    return Batch(
        tuple(draft for batch in found for draft in batch.drafts),
        tuple(failure for batch in found for failure in batch.failures),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """A file to be read part by part, so that a page can show progress and stop.

    ``total`` counts the files in an archive and the rows of a table; other files are one part.
    """

    total: int
    batches: Iterator[Batch]
    """What came of each part, read as it is asked for; never raises."""


def open_parts(
    name: str,
    data: bytes,
    limits: Limits = LIMITS,
    *,
    encoding: str | None = None,
    columns: Columns | None = None,
) -> Parts:
    """The parts of a file, none of them read yet; never raises."""
    try:
        parts = _parts(name, data, limits, _Choices(encoding, columns))
    except ArticleError as error:
        return _refused(name, error)
    told = (
        replace(b, drafts=tuple(_from_file(d, name, data) for d in b.drafts)) for b in parts.batches
    )
    return replace(parts, batches=told)


def _from_file(draft: Draft, name: str, data: bytes) -> Draft:
    """The draft with its file: “papers.zip#one.txt”, “table.csv#row 3”."""
    member = draft.name.removeprefix(name).lstrip(" ›,")
    whole = draft.text.encode("utf-8", "surrogatepass") == data
    return replace(draft, file=f"{name}#{member}" if member else name, derived=not whole)


def preview_table(
    name: str, data: bytes, limits: Limits = LIMITS, *, encoding: str | None = None
) -> Preview | None:
    """Columns and first rows of a .csv or .jsonl file; None for other kinds.

    Raises ``ArticleError`` for a table that cannot be read.
    """
    kind = _checked_kind(name, data, limits)
    if kind not in ("csv", "jsonl"):
        return None
    found = decode(data, chosen=encoding)
    return replace(preview_rows(kind, found.text, limits), candidates=found.candidates)


# ---------------------------------------------------------------- part by part


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the reader chose for this document, and whether it lies in an archive."""

    encoding: str | None = None
    columns: Columns | None = None
    inside: bool = False


def _parts(name: str, data: bytes, limits: Limits, choices: _Choices) -> Parts:
    kind = _checked_kind(name, data, limits)
    if kind == "zip" and choices.inside:
        raise ArticleError(_NESTED)
    if kind == "zip":
        return _archive_parts(name, data, limits)
    if kind in ("csv", "jsonl"):
        return _table_parts(name, kind, data, limits, choices)
    return Parts(1, _document(name, kind, data, limits, choices.encoding))


def _refused(name: str, error: ArticleError) -> Parts:
    return Parts(1, iter((Batch(failures=(Failure(name, str(error)),)),)))


def _document(
    name: str, kind: Kind, data: bytes, limits: Limits, encoding: str | None
) -> Iterator[Batch]:
    """The one article of an ordinary file."""
    try:
        yield Batch(
            tuple(_finished(d, limits) for d in READERS[kind](name, data, limits, encoding))
        )
    except ArticleError as error:
        yield Batch(failures=(Failure(name, str(error)),))


def _checked_kind(name: str, data: bytes, limits: Limits) -> Kind:
    if not data.strip():
        raise ArticleError("This file is empty: choose one that holds an article.")
    if len(data) > limits.file_bytes:
        size = limits.file_bytes // (1024 * 1024)
        raise ArticleError(f"This file is larger than {size} MB: upload the articles one by one.")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        check_directory(data, limits)  # before anything builds an object for each member
    return detect_kind(name, data)


def _finished(draft: Draft, limits: Limits) -> Draft:
    """The draft with its warnings; raises ``ArticleError`` when its text cannot be read."""
    if len(draft.text) > limits.text_characters:
        raise ArticleError(
            f"This text has more than {limits.text_characters:,} characters, far more than an "
            "article: give one article at a time."
        )
    problem = check_text(draft.text)
    if problem:
        raise ArticleError(problem)
    return replace(draft, notes=draft.notes + text_notes(draft.text))


def _table_parts(name: str, kind: Kind, data: bytes, limits: Limits, choices: _Choices) -> Parts:
    """The rows of a table, counted first: one with too many is refused before any is read."""
    found = decode(data, chosen=choices.encoding)
    shown = preview_rows(kind, found.text, limits)
    rows = read_rows(name, kind, found.text, limits, choices.columns or shown.guess)
    return Parts(shown.count, (_row(row, found, limits) for row in rows))


def _row(row: Draft | Failure, found: Decoded, limits: Limits) -> Batch:
    if isinstance(row, Failure):
        return Batch(failures=(row,))
    try:
        return Batch((_finished(replace(row, notes=found.note), limits),))
    except ArticleError as error:
        return Batch(failures=(Failure(row.name, str(error)),))


_NESTED = "An archive inside an archive is not opened: unpack it and upload its files."
_SLOW = "Another file in this archive took too long: upload this one by itself."


def _archive_parts(name: str, data: bytes, limits: Limits) -> Parts:
    """The documents in an archive, one budget for all; archives inside it are not opened."""
    with open_archive(data, limits) as archive:
        members, others = article_members(archive)
    if not members and not others:
        raise ArticleError(_NOTHING)
    failures = [
        Failure(
            f"{name} › {other}",
            _NESTED if suffix(other) == ".zip" else "Hearsay does not read this kind of file.",
        )
        for other in others
    ]
    refused = (Batch(failures=(failure,)) for failure in failures)
    total = len(members) + len(failures)
    return Parts(total, chain(_members(data, members, name, limits), refused))


def _members(data: bytes, members: list[ZipInfo], name: str, limits: Limits) -> Iterator[Batch]:
    """What came of each member; once one took too long, no other PDF is tried."""
    budget, slow = limits.unpacked_bytes, False
    with open_archive(data, limits) as archive:
        for member in members:
            where = f"{name} › {label(member)}"
            try:
                if slow and suffix(where) == ".pdf":
                    raise ArticleError(_SLOW)
                content = read_member(archive, member, budget)
                budget -= len(content)
                batch = gathered(_parts(where, content, limits, _Choices(inside=True)).batches)
            except ArticleError as error:
                batch = Batch(failures=(Failure(where, str(error)),))
            slow = slow or any(failure.reason == TOO_SLOW for failure in batch.failures)
            yield batch
