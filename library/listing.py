"""What is in the library, as rows for a list: found by words, collection or tag."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from library.engine import engine_version
from library.schema import analyses, articles, corrections, labels
from library.search import matching

_PLAIN = ("id", "title", "outlet", "author", "published", "url", "words", "saved", "deleted")
BEGINS = 200


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the list: what is known about it without opening it."""

    id: str
    title: str | None
    outlet: str | None
    author: str | None
    published: str | None
    url: str | None
    words: int
    """Of the body."""
    begins: str
    """The first 200 characters of its text."""
    saved: str
    """UTC, ISO 8601."""
    deleted: str | None
    collections: tuple[str, ...]
    tags: tuple[str, ...]
    corrections: int
    analysed: bool
    """Whether a result by this engine is kept, for either scorer."""


def rows(
    connection: Connection, search: str, collection: str | None, tag: str | None, *, deleted: bool
) -> list[ArticleRow]:
    """The articles that meet every condition, newest first."""
    gone = articles.c.deleted
    begins = func.substr(articles.c.text, 1, BEGINS).label("begins")
    query = select(articles.c.number, begins, *(articles.c[name] for name in _PLAIN)).where(
        gone.is_not(None) if deleted else gone.is_(None)
    )
    found = matching(search, connection.dialect.name)
    if found is not None:
        query = query.where(found)
    for kind, name in (("collection", collection), ("tag", tag)):
        if name:
            holding = (labels.c.kind == kind) & (labels.c.name == name)
            query = query.where(articles.c.number.in_(select(labels.c.article).where(holding)))
    order = gone.desc() if deleted else articles.c.saved.desc()
    listed = connection.execute(query.order_by(order, articles.c.number.desc())).mappings().all()
    named = _labels(connection)
    edited = _corrections(connection)
    ready = _analysed(connection)
    return [
        ArticleRow(
            **{name: row[name] for name in _PLAIN},
            begins=row["begins"],
            collections=tuple(named["collection", row["number"]]),
            tags=tuple(named["tag", row["number"]]),
            corrections=edited.get(row["number"], 0),
            analysed=row["number"] in ready,
        )
        for row in listed
    ]


def label_names(connection: Connection, kind: str) -> list[str]:
    """Names of this kind that some article in the library carries, in alphabetical order."""
    here = labels.join(articles, labels.c.article == articles.c.number)
    used = select(labels.c.name).select_from(here).distinct()
    used = used.where((labels.c.kind == kind) & articles.c.deleted.is_(None))
    return sorted(connection.execute(used).scalars(), key=str.casefold)


def _labels(connection: Connection) -> dict[tuple[str, int], list[str]]:
    named: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in connection.execute(select(labels).order_by(labels.c.name)).mappings():
        named[row["kind"], row["article"]].append(row["name"])
    return named


def _corrections(connection: Connection) -> dict[int, int]:
    standing = (corrections.c.undone == 0) & corrections.c.removed.is_(None)
    counted = select(corrections.c.article, func.count()).where(standing)
    grouped = connection.execute(counted.group_by(corrections.c.article))
    return {article: number for article, number in grouped}  # noqa: C416  # a result is no mapping


def _analysed(connection: Connection) -> set[int]:
    current = select(analyses.c.article).where(analyses.c.engine == engine_version())
    return set(connection.execute(current).scalars())
