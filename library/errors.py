"""One error with one sentence for everything that can go wrong with the store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError


class StoreError(RuntimeError):
    """Something could not be kept or found; the message names the problem and the remedy."""


NO_ROOM = "The disk is full, so nothing was changed: free some space and try again."
READ_ONLY = (
    "The library's folder cannot be written to, so nothing was changed: allow writing there, "
    "or set HEARSAY_DATA to another folder."
)
BUSY = "The library is busy with another program: try again in a moment."
DAMAGED = (
    "The library file is damaged or not a library: restore a copy of it, "
    "or set HEARSAY_DATA to another folder."
)
NO_SUCH_NAME = "Nothing in the library has this name: it holds half a character."
UNREACHABLE = (
    "The library cannot be opened: check that its folder exists and can be written to, "
    "or that the server named in HEARSAY_DATABASE_URL is running."
)
WRONG_LOGIN = (
    "The database server knows no such user, password or database: check those in "
    "HEARSAY_DATABASE_URL."
)
WRITING_FAILED = (
    "Writing to the disk failed, so nothing was changed: check its free space and limits."
)
SENTENCES = (
    ("authentication failed", WRONG_LOGIN),
    ("no password supplied", WRONG_LOGIN),
    ("fatal:  role", WRONG_LOGIN),
    ("fatal:  database", WRONG_LOGIN),
    ("disk is full", NO_ROOM),
    ("no space left", NO_ROOM),
    ("could not extend file", NO_ROOM),  # PostgreSQL
    ("readonly", READ_ONLY),
    ("read-only", READ_ONLY),
    ("permission denied", READ_ONLY),
    ("is locked", BUSY),
    ("deadlock", BUSY),
    ("malformed", DAMAGED),
    ("not a database", DAMAGED),
    ("could not decode", DAMAGED),
    ("no such table", DAMAGED),
    ("no such column", DAMAGED),
    ("malformed database schema", DAMAGED),
    ("disk i/o error", WRITING_FAILED),  # also a file-size limit, which SQLite sees as this
    ("unable to open", UNREACHABLE),
    ("connection", UNREACHABLE),
)
"""What the databases say, and what we say; the first that is found in the message counts."""


def sentence_for(error: Exception) -> str:
    """The sentence for a database's error; its own first line where we have none."""
    said = str(getattr(error, "orig", None) or error)
    for part, sentence in SENTENCES:
        if part in said.lower():
            return sentence
    return f"The library refused this, so nothing was changed: {said.splitlines()[0]}"


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turns any database error inside into a ``StoreError``."""
    try:
        yield
    except UnicodeEncodeError as error:  # half a character: no id, label or word has one
        raise StoreError(NO_SUCH_NAME) from error
    except UnicodeDecodeError as error:
        raise StoreError(DAMAGED) from error
    except SQLAlchemyError as error:
        raise StoreError(sentence_for(error)) from error
