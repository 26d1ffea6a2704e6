"""Files named on a command line, as articles; those that cannot be read, with one sentence."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from analysis.intake import LIMITS, SUFFIXES, Draft, Failure, open_parts
from analysis.reading import read_article
from analysis.records import Article, ArticleError, Role


def documents(names: Iterable[str], kinds: frozenset[str] = SUFFIXES) -> Iterator[Path]:
    """The files named, and those of these kinds in the folders named, in a stable order.

    A folder that cannot be entered is named as if it were a file, so that reading it says so.
    Raises ``ArticleError`` for a name that is empty: it would stand for the folder we are in.
    """
    names = list(names)
    if not all(names):
        raise ArticleError("one of the file names is empty: check the command.")
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from sorted(_inside(path, kinds))
        else:
            yield path


def _inside(folder: Path, kinds: frozenset[str]) -> Iterator[Path]:
    closed: list[OSError] = []
    for place, _, files in os.walk(folder, onerror=closed.append):
        yield from (Path(place, f) for f in files if Path(f).suffix.lower() in kinds)
    yield from (Path(error.filename) for error in closed)


def read_files(paths: Iterable[Path]) -> Iterator[Article | Failure]:
    """What is in the files, one article (or reason why not) after the other."""
    for path in paths:
        try:
            data = bytes_of(path)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the name
            reason = getattr(error, "strerror", None) or error
            yield Failure(str(path), f"cannot be read ({reason}): check the path.")
            continue
        yield from articles_in(path, data)


def articles_in(path: Path, data: bytes) -> Iterator[Article | Failure]:
    """What is in a file of these bytes, one article (or reason why not) after the other."""
    for batch in open_parts(path.name, data).batches:
        yield from batch.failures
        for draft in batch.drafts:
            yield article_from(draft, path)


def bytes_of(path: Path) -> bytes:
    """The file's bytes, at most one more than allowed: enough for it to be refused by its size."""
    with path.open("rb") as file:
        return file.read(LIMITS.file_bytes + 1)


def article_of(draft: Draft, roles: dict[int, Role] | None = None) -> Article:
    """The article of a document's text, with what the document said about it.

    ``roles`` are the reader's, by paragraph. Raises ``ArticleError`` where there is none in it.
    """
    article = read_article(
        draft.text,
        title=draft.title,
        outlet=draft.outlet,
        author=draft.author,
        published=draft.published,
        url=draft.url,
        answers=draft.answers,
        roles=roles,
    )
    return replace(article, file=draft.file, derived=draft.derived)


def article_from(draft: Draft, path: Path) -> Article | Failure:
    """The article, with the path of the file it came from."""
    try:
        article = article_of(draft)
    except ArticleError as error:
        return Failure(draft.name, str(error))
    return replace(article, file=str(path) + (draft.file or path.name).removeprefix(path.name))
