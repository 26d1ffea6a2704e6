"""What the reader said about who is one across articles: two names together, or apart."""

from __future__ import annotations

from sqlalchemy import Delete, delete, select

from analysis.compare import Edit
from library.articles import storable
from library.clock import now
from library.schema import joins
from library.store import Store


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


def _pair(edit: Edit) -> tuple[str, str]:
    one, other = sorted((storable(edit.left) or "", storable(edit.right) or ""))
    return one, other


def _of(one: str, other: str) -> Delete:
    return delete(joins).where((joins.c.one == one) & (joins.c.other == other))
