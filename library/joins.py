"""What the reader said about who is one across articles: two names together, or apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Delete, delete, select

from analysis.compare import Edit
from library.articles import storable
from library.clock import now
from library.errors import StoreError
from library.schema import joins
from library.store import Store

LONGEST = 1_000
"""Characters of a name in an exported library; more is none."""


class Joins:
    """The reader's joins of a library, kept by name and replayed on every comparison."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Edit, ...]:
        """What was said, oldest first."""
        query = select(joins).order_by(joins.c.made, joins.c.one, joins.c.other)
        with self._store.read() as connection:
            rows = connection.execute(query).mappings()
            return tuple(Edit(r["one"], r["other"], bool(r["together"])) for r in rows)

    def say(self, edit: Edit) -> None:
        """Keeps it, in place of what was said before of the same two names."""
        one, other = _pair(edit)
        with self._store.write() as connection:
            connection.execute(_of(one, other))
            values = {"one": one, "other": other, "together": int(edit.together), "made": now()}
            connection.execute(joins.insert().values(values))

    def take_back(self, edit: Edit) -> None:
        """Lets the rules decide again about these two names."""
        with self._store.write() as connection:
            connection.execute(_of(*_pair(edit)))


def join_lines(store: Store) -> Iterator[dict[str, Any]]:
    """The reader's joins as one record of an exported library; none where nothing was said."""
    with store.read() as connection:
        rows = connection.execute(select(joins).order_by(joins.c.one, joins.c.other)).all()
    if rows:
        yield {"joins": [[r.one, r.other, bool(r.together), r.made] for r in rows]}


def import_joins(store: Store, record: dict[str, Any]) -> int | None:
    """Takes up what was said of two names later than here; says how many, None for no such record.

    All of it is checked before anything is written.
    """
    try:
        said = [_checked(*fields) for fields in record["joins"]]
    except (KeyError, TypeError, ValueError):
        return None
    try:
        with store.write() as connection:
            here = {(r.one, r.other): r.made for r in connection.execute(select(joins))}
            new = [v for v in said if v["made"] > here.get((v["one"], v["other"]), "")]
            for values in new:
                connection.execute(_of(values["one"], values["other"]))
                connection.execute(joins.insert().values(values))
    except StoreError:
        return None
    return len(new)


def _checked(left: object, right: object, together: object, made: object) -> dict[str, Any]:
    for text in (left, right, made):
        if not isinstance(text, str) or not 0 < len(text) <= LONGEST:
            raise ValueError("a join is of two names")
    if not isinstance(together, bool):
        raise ValueError("two names are one or two")
    one, other = _pair(Edit(str(left), str(right), together))
    return {"one": one, "other": other, "together": int(together), "made": storable(str(made))}


def _pair(edit: Edit) -> tuple[str, str]:
    one, other = sorted((storable(edit.left) or "", storable(edit.right) or ""))
    return one, other


def _of(one: str, other: str) -> Delete:
    return delete(joins).where((joins.c.one == one) & (joins.c.other == other))
