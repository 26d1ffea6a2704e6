"""Whether what is kept is whole; what the engine can make again is repaired on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select, text, update

from analysis.repeats import from_bytes
from analysis.text import count
from library import corrections as edits
from library.articles import article_of, content_hash, exact_id, paragraphs_json
from library.engine import engine_version
from library.errors import StoreError
from library.facts import unpack_facts
from library.incoming import check_paragraphs
from library.results import unpack
from library.rows import row_with
from library.schema import analyses, articles, facts, fingerprints
from library.store import Store

BROKEN = (StoreError, ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""Whatever reading a damaged row may raise."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was kept."""

    article: str
    """Its id; "" where it concerns the whole library."""
    what: str
    """One sentence."""
    repaired: bool


def check_library(store: Store, progress: Callable[[], object] | None = None) -> Iterator[Finding]:
    """What is amiss, article by article; results, fingerprints, paragraphs and the search index
    are repaired where the library can be written to, since they can be made again.
    """
    yield from _file(store)
    with store.read() as connection:
        ids = list(connection.execute(select(articles.c.id).order_by(articles.c.number)).scalars())
    for id in ids:
        yield from _article(store, id)
        if progress is not None:
            progress()


def _file(store: Store) -> Iterator[Finding]:
    """The database file itself, as SQLite checks it; a server sees to its own."""
    if store.engine.dialect.name != "sqlite":
        return
    with store.read() as connection:
        said = [str(line) for line in connection.execute(text("PRAGMA integrity_check")).scalars()]
        orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if said != ["ok"]:
        yield Finding("", f"The file is damaged: {said[0]}.", False)
    if orphans:
        yield Finding("", f"Belonging to no article: {count(len(orphans), 'row')}.", False)
    if store.writable:
        with store.write() as connection:
            connection.execute(
                text("INSERT INTO article_search (article_search) VALUES ('rebuild')")
            )


def _article(store: Store, id: str) -> Iterator[Finding]:
    try:
        with store.read() as connection:
            row = row_with(connection, id)
            article = article_of(row, ())
            edits.active(connection, row["number"])
            whole = content_hash(article.text) == row["content_hash"]
            whole = whole and exact_id(article.text) == id
    except BROKEN as error:
        yield Finding(id, f"This article cannot be read ({type(error).__name__}).", False)
        return
    if not whole:
        yield Finding(id, "The words of this article are no longer those that were kept.", False)
        return
    for what, amiss, repair in PARTS:
        if amiss(store, row):
            if store.writable:
                with store.write() as connection:
                    repair(connection, row)
            yield Finding(id, f"{what}.", store.writable)


def _paragraphs_amiss(_store: Store, row: dict[str, Any]) -> bool:
    try:
        article = article_of(row, ())
        check_paragraphs(article.paragraphs, len(article.text))
        return row["engine"] == engine_version() and row["paragraphs"] != paragraphs_json(
            article.paragraphs
        )
    except BROKEN:
        return True


def _read_anew(connection: Connection, row: dict[str, Any]) -> None:
    article = article_of({**row, "engine": ""}, ())
    values = {"paragraphs": paragraphs_json(article.paragraphs), "engine": engine_version()}
    connection.execute(update(articles).where(articles.c.number == row["number"]).values(**values))


def _result_amiss(store: Store, row: dict[str, Any]) -> bool:
    mine = (analyses.c.article == row["number"]) & (analyses.c.engine == engine_version())
    with store.read() as connection:
        kept = connection.execute(select(analyses).where(mine)).mappings().all()
    try:
        made_from = {content_hash(unpack(one["payload"]).article.text) for one in kept}
        return not made_from | {one["content_hash"] for one in kept} <= {row["content_hash"]}
    except BROKEN:
        return True


def _without_results(connection: Connection, row: dict[str, Any]) -> None:
    connection.execute(delete(analyses).where(analyses.c.article == row["number"]))


def _facts_amiss(store: Store, row: dict[str, Any]) -> bool:
    mine = select(facts.c.payload).where(facts.c.article == row["number"])
    with store.read() as connection:
        kept = connection.execute(mine).scalars().all()
    return any(unpack_facts(payload) is None for payload in kept)


def _without_facts(connection: Connection, row: dict[str, Any]) -> None:
    connection.execute(delete(facts).where(facts.c.article == row["number"]))


def _prints_amiss(store: Store, row: dict[str, Any]) -> bool:
    mine = select(fingerprints.c.prints).where(fingerprints.c.article == row["number"])
    with store.read() as connection:
        kept = connection.execute(mine).scalars().all()
    try:
        return any(list(p) != sorted(set(p)) for p in map(from_bytes, kept))
    except BROKEN:
        return True


def _without_prints(connection: Connection, row: dict[str, Any]) -> None:
    connection.execute(delete(fingerprints).where(fingerprints.c.article == row["number"]))


PARTS = (
    ("Its paragraphs were damaged and are read anew", _paragraphs_amiss, _read_anew),
    ("A result was damaged and will be made again", _result_amiss, _without_results),
    ("Its facts were damaged and will be made again", _facts_amiss, _without_facts),
    ("Its fingerprints were damaged and will be made again", _prints_amiss, _without_prints),
)
"""What can be made again: the sentence, whether it is amiss, and the repair."""
