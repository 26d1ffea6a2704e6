"""One door for every document: find its kind, read it, say in one sentence what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from zipfile import ZipFile, ZipInfo

from analysis.intake.archive import (
    article_members,
    check_directory,
    label,
    open_archive,
    read_member,
)
from analysis.intake.decoding import Decoded, decode
from analysis.intake.drafts import LIMITS, Draft, Failure, Limits
from analysis.intake.kinds import Kind, detect_kind, suffix
from analysis.intake.mail import read_mail, read_saved_page
from analysis.intake.markdown import read_markdown
from analysis.intake.pages import decode_page, read_page
from analysis.intake.pdf import TOO_SLOW, read_pdf
from analysis.intake.rows import Columns, Preview, preview_rows, read_rows
from analysis.intake.word import read_docx
from analysis.readable import check_text, text_notes
from analysis.records import ArticleError


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
    try:
        return _read(name, data, limits, _Choices(encoding, columns))
    except ArticleError as error:
        return Batch(failures=(Failure(name, str(error)),))


def read_each(
    files: Iterable[tuple[str, bytes]], limits: Limits = LIMITS
) -> Iterator[tuple[str, Batch]]:
    """File by file, so that a page can show progress and stop; never raises."""
    for name, data in files:
        yield name, read_everything(name, data, limits)


def read_batch(files: Iterable[tuple[str, bytes]], limits: Limits = LIMITS) -> Batch:
    """Many files at once: the good ones and the bad ones with reasons."""
    found = [batch for _, batch in read_each(files, limits)]
    return Batch(
        tuple(draft for batch in found for draft in batch.drafts),
        tuple(failure for batch in found for failure in batch.failures),
    )


def preview_table(
    name: str, data: bytes, limits: Limits = LIMITS, *, encoding: str | None = None
) -> Preview | None:
    """Columns and first rows of a .csv or .jsonl file; None for other kinds.

    Raises ``ArticleError`` for a table that cannot be read.
    """
    kind = _checked_kind(name, data, limits)
    if kind not in ("csv", "jsonl"):
        return None
    return preview_rows(kind, decode(data, chosen=encoding).text, limits)


# ---------------------------------------------------------------- one reader for each kind


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the reader chose for this document, and whether it lies in an archive."""

    encoding: str | None = None
    columns: Columns | None = None
    inside: bool = False


def _read(name: str, data: bytes, limits: Limits, choices: _Choices) -> Batch:
    kind = _checked_kind(name, data, limits)
    if kind == "zip" and choices.inside:
        raise ArticleError(_NESTED)
    if kind == "zip":
        return _read_archive(name, data, limits)
    if kind in ("csv", "jsonl"):
        return _read_table(name, kind, data, limits, choices)
    drafts = READERS[kind](name, data, limits, choices.encoding)
    return Batch(tuple(_finished(draft, limits) for draft in drafts))


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


def _text_draft(name: str, found: Decoded) -> Draft:
    return Draft(found.text, name, notes=found.note, candidates=found.candidates)


def _read_text(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    draft = _text_draft(name, decode(data, chosen=encoding))
    if suffix(name) in (".pdf", ".docx"):
        draft = replace(draft, notes=(*draft.notes, "The name says otherwise, but this is text."))
    return [draft]


def _read_markdown(name: str, data: bytes, limits: Limits, encoding: str | None) -> list[Draft]:
    found = decode(data, chosen=encoding)
    return [
        replace(draft, notes=found.note, candidates=found.candidates)
        for draft in read_markdown(name, found.text)
    ]


Reader = Callable[[str, bytes, Limits, str | None], list[Draft]]
READERS: dict[Kind, Reader] = {
    "txt": _read_text,
    "md": _read_markdown,
    "html": lambda name, data, limits, e: read_page(name, decode_page(data, e), limits),
    "mhtml": lambda name, data, limits, e: read_saved_page(name, data, limits),
    "eml": lambda name, data, limits, e: read_mail(name, data, limits),
    "docx": lambda name, data, limits, e: read_docx(name, data, limits),
    "pdf": lambda name, data, limits, e: read_pdf(name, data, limits),
}


def _read_table(name: str, kind: Kind, data: bytes, limits: Limits, choices: _Choices) -> Batch:
    text = decode(data, chosen=choices.encoding).text
    drafts: list[Draft] = []
    failures: list[Failure] = []
    for found in read_rows(name, kind, text, limits, choices.columns):
        if isinstance(found, Failure):
            failures.append(found)
            continue
        try:
            drafts.append(_finished(found, limits))
        except ArticleError as error:
            failures.append(Failure(found.name, str(error)))
    return Batch(tuple(drafts), tuple(failures))


_NESTED = "An archive inside an archive is not opened: unpack it and upload its files."
_SLOW = "Another file in this archive took too long: upload this one by itself."


def _read_archive(name: str, data: bytes, limits: Limits) -> Batch:
    """The documents in an archive, one budget for all; archives inside it are not opened."""
    with open_archive(data, limits) as archive:
        members, others = article_members(archive)
        failures = [
            Failure(
                f"{name} › {other}",
                _NESTED if suffix(other) == ".zip" else "Hearsay does not read this kind of file.",
            )
            for other in others
        ]
        drafts: list[Draft] = []
        for found in _members(archive, members, name, limits):
            drafts += found.drafts
            failures += found.failures
    if not drafts and not failures:
        raise ArticleError(_NOTHING)
    return Batch(tuple(drafts), tuple(failures))


def _members(
    archive: ZipFile, members: list[ZipInfo], name: str, limits: Limits
) -> Iterator[Batch]:
    """What came of each member; once one took too long, no other PDF is tried."""
    budget, slow = limits.unpacked_bytes, False
    for member in members:
        where = f"{name} › {label(member)}"
        try:
            if slow and suffix(where) == ".pdf":
                raise ArticleError(_SLOW)
            data = read_member(archive, member, budget)
            budget -= len(data)
            yield _read(where, data, limits, _Choices(inside=True))
        except ArticleError as error:
            slow = slow or str(error) == TOO_SLOW
            yield Batch(failures=(Failure(where, str(error)),))
