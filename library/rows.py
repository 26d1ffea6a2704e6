"""Rows of the library's tables, asked for and changed in groups that a database takes at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import sqlite

from library.errors import StoreError
from library.schema import article_numbers, articles

Value = TypeVar("Value")
AT_ONCE = 500
"""Names in one question: old builds of SQLite take 999."""


def insert_into(connection: Connection) -> Any:
    """The insert of this database, which can pass over what is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert
    # here, not above: its drivers are loaded with it, and most libraries are a SQLite file
    from sqlalchemy.dialects import postgresql

    return postgresql.insert


def insert_new(connection: Connection, values: dict[str, Any]) -> Any:
    """An insert that gives the new row's number, or nothing where these words are kept."""
    if connection.dialect.name == "sqlite":  # which would give an erased article's number again
        values = {**values, "number": select(article_numbers.c.last + 1).scalar_subquery()}
    new = insert_into(connection)(articles).values(values)
    same = new.on_conflict_do_nothing(index_elements=["content_hash"])
    return same.returning(articles.c.number)


def row_with(connection: Connection, id: str) -> dict[str, Any]:
    """The row of an article; ``StoreError`` where the library has none of this id."""
    return find(connection, articles.c.id == id)


def find(connection: Connection, condition: Any) -> dict[str, Any]:
    """The one row of an article that meets this; ``StoreError`` where there is none."""
    row = connection.execute(select(articles).where(condition)).mappings().one_or_none()
    if row is None:
        raise StoreError("This article is not in the library: it may have been erased.")
    return {str(name): value for name, value in row.items()}


def groups(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists short enough for one question."""
    rest = iter(values)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def numbers_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    """The row numbers of the articles that are there."""
    found: list[int] = []
    for some in groups(ids):
        chosen = select(articles.c.number).where(articles.c.id.in_(some))
        found += connection.execute(chosen).scalars()
    return found


def mark(connection: Connection, ids: Iterable[str], deleted: str | None) -> int:
    """Takes articles out at this time, or (None) brings them back; says how many."""
    was = articles.c.deleted.is_(None) if deleted else articles.c.deleted.is_not(None)
    marked = 0
    for some in groups(ids):
        chosen = update(articles).where(articles.c.id.in_(some) & was)
        marked += connection.execute(chosen.values(deleted=deleted)).rowcount
    return marked
