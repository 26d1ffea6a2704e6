"""What intake hands over: drafts a reader can check and correct before they become articles."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.text import safe_cell


@dataclass(frozen=True, slots=True)
class Draft:
    """A text found in a document with what the document says about it.

    ``notes`` are warnings, one sentence each, for the reader to see before saving.
    ``candidates`` is empty, or the encodings the reader should choose from, best guess first:
    the first of them was used, and ``raw`` holds the bytes to read again in another.
    """

    text: str
    name: str = ""
    """Where it was found, for display only: a file name, or "archive.zip › file.txt"."""
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601."""
    url: str | None = None
    answers: str | None = None
    """Who answers in an interview whose answers carry no name, as the reader said."""
    file: str | None = None
    """The file it came from, with "#member" in an archive or a table; None for pasted text."""
    derived: bool = False
    """Whether the text was read out of the file (HTML, PDF, a row), not the file itself."""
    notes: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why, in one sentence."""

    name: str
    reason: str


def failed_on(name: str, error: Exception) -> Failure:
    """What to say of a document the program itself failed on, so that the others can go on."""
    return Failure(name, f"Hearsay failed on this article ({error!r}); please report it.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost; over any of them it is refused with one sentence."""

    file_bytes: int = 25 * 1024 * 1024
    """As Streamlit's ``maxUploadSize``: 25 MB."""
    text_characters: int = 6_000_000
    """Above the 5 MB of text that must still give a result."""
    unpacked_bytes: int = 100 * 1024 * 1024
    """Of a .zip or .docx, all members together."""
    ratio: int = 100
    """Unpacked to packed; ordinary text packs to about a fifth, markup to a twentieth."""
    members: int = 1_000
    """Files in one .zip."""
    rows: int = 10_000
    """Articles in one .csv or .jsonl."""
    pages: int = 500
    """Of a PDF."""
    seconds: int = 4
    """For a parser running in a process of its own; the promise to the reader is 5."""
    memory_bytes: int = 450 * 1024 * 1024
    """For that process above what it starts with; the promise is 500 MB."""


LIMITS = Limits()


def failures_csv(failures: Iterable[Failure]) -> str:
    """The failures as a table to download; no cell can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("file", "reason"))
    for failure in failures:
        writer.writerow([safe_cell(failure.name), safe_cell(failure.reason)])
    return out.getvalue()
