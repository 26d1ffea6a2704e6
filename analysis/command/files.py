"""Files named on a command line, as articles; those that cannot be read, with one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis.intake import SUFFIXES, Draft, Failure, open_parts
from analysis.reading import read_article
from analysis.records import Article, ArticleError


def documents(names: Iterable[str]) -> Iterator[Path]:
    """The files named, and those of known kinds in the folders named, in a stable order."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if _known(p))
        else:
            yield path


def _known(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.is_file()


def read_files(paths: Iterable[Path]) -> Iterator[Article | Failure]:
    """What is in the files, one article (or reason why not) after the other."""
    for path in paths:
        try:
            parts = open_parts(path.name, path.read_bytes())
        except OSError as error:
            yield Failure(str(path), f"cannot be read ({error.strerror}): check the path.")
            continue
        for batch in parts.batches:
            yield from batch.failures
            yield from map(_article, batch.drafts)


def _article(draft: Draft) -> Article | Failure:
    """The article of a document's text, with what the document said about it."""
    try:
        return read_article(
            draft.text,
            title=draft.title,
            outlet=draft.outlet,
            author=draft.author,
            published=draft.published,
            url=draft.url,
        )
    except ArticleError as error:
        return Failure(draft.name, str(error))
