"""Samples drawn for checking, and what coders said of their items: kept, counted, taken back.

Items keep what the program said when they were drawn, so a new engine changes none of them;
judgements are rows of their own, one for each coder and item.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, select

from analysis.reliability import Drawn, Judgement, Sample, codebook
from library.check_rows import (
    NOT_HERE,
    all_drawn,
    drawn_of_row,
    insert_sample,
    judgements_of,
    keep_judgements,
    sample_of,
)
from library.clock import now
from library.engine import engine_version
from library.errors import StoreError
from library.schema import judgements as said
from library.schema import sample_items as items
from library.schema import samples as table
from library.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """A sample in the list, with the number of its items and how many each coder judged."""

    sample: Sample
    items: int
    coders: tuple[tuple[str, int], ...]


class Checks:
    """The samples of one library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, sample: Sample, drawn: Sequence[Drawn]) -> Sample:
        """Keeps a sample that was just drawn; gives it with its id, codebook and engine."""
        kept = replace(
            sample,
            id=sample.id or uuid.uuid4().hex[:12],
            made=sample.made or now(),
            codebook=sample.codebook or codebook().version,
            engine=sample.engine or engine_version(),
        )
        with self._store.write() as connection:
            insert_sample(connection, kept, drawn)
        return kept

    def all(self) -> list[Kept]:
        """The samples, newest first."""
        with self._store.read() as connection:
            rows = connection.execute(select(table).order_by(table.c.made.desc())).all()
            size = select(items.c.sample, func.count()).group_by(items.c.sample)
            sizes = {sample: n for sample, n in connection.execute(size)}  # noqa: C416
            judged = (
                select(items.c.sample, said.c.coder, func.count())
                .join(items, said.c.item == items.c.number)
                .group_by(items.c.sample, said.c.coder)
                .order_by(said.c.coder)
            )
            coders: dict[int, list[tuple[str, int]]] = {}
            for sample, coder, n in connection.execute(judged):
                coders.setdefault(sample, []).append((coder, n))
        return [
            Kept(sample_of(r), sizes.get(r.number, 0), tuple(coders.get(r.number, ())))
            for r in rows
        ]

    def find(self, named: str) -> Sample:
        """The newest sample of this id or name; ``StoreError`` where there is none."""
        with self._store.read() as connection:
            query = select(table).where((table.c.id == named) | (table.c.name == named))
            row = connection.execute(query.order_by(table.c.made.desc())).first()
        if row is None:
            raise StoreError(NOT_HERE)
        return sample_of(row)

    def drawn(self, id: str) -> tuple[Drawn, ...]:
        """All items of a sample, in the order in which they are shown."""
        with self._store.read() as connection:
            return all_drawn(connection, _number(connection, id))

    def judgements(self, id: str) -> list[Judgement]:
        """What all coders said of a sample's items, by item and coder."""
        with self._store.read() as connection:
            return judgements_of(connection, _number(connection, id))

    def next(self, id: str, coder: str) -> Drawn | None:
        """The first item that this coder has not judged; None when all are."""
        mine = and_(said.c.item == items.c.number, said.c.coder == coder)
        with self._store.read() as connection:
            open_ones = (
                select(items)
                .outerjoin(said, mine)
                .where((items.c.sample == _number(connection, id)) & said.c.number.is_(None))
                .order_by(items.c.place)
                .limit(1)
            )
            row = connection.execute(open_ones).first()
        return None if row is None else drawn_of_row(row)

    def item(self, number: int) -> Drawn | None:
        """One item by its number."""
        with self._store.read() as connection:
            row = connection.execute(select(items).where(items.c.number == number)).first()
        return None if row is None else drawn_of_row(row)

    def progress(self, id: str, coder: str) -> tuple[int, int]:
        """How many items this coder has judged, and how many there are."""
        with self._store.read() as connection:
            number = _number(connection, id)
            mine = select(func.count()).select_from(said.join(items, said.c.item == items.c.number))
            done = mine.where((items.c.sample == number) & (said.c.coder == coder))
            total = select(func.count()).where(items.c.sample == number)
            return connection.execute(done).scalar_one(), connection.execute(total).scalar_one()

    def stamp(self, id: str) -> str:
        """Changes with every judgement that is made, changed or taken back; cheap to ask."""
        with self._store.read() as connection:
            mine = items.c.sample == _number(connection, id)
            counted = select(func.count(), func.max(said.c.made), func.max(said.c.number))
            query = counted.select_from(said.join(items, said.c.item == items.c.number))
            return " ".join(str(v) for v in connection.execute(query.where(mine)).one())

    def judge(self, made: Iterable[Judgement]) -> int:
        """Keeps judgements, each in place of the coder's earlier one of that item; says how many.

        Raises ``ValueError`` for one that its item does not allow, and keeps none of them then.
        """
        with self._store.write() as connection:
            return keep_judgements(connection, made)

    def take_back(self, id: str, coder: str) -> int | None:
        """Removes this coder's latest judgement; gives its item, or None where there is none."""
        with self._store.write() as connection:
            latest = (
                select(said.c.number, said.c.item)
                .join(items, said.c.item == items.c.number)
                .where((items.c.sample == _number(connection, id)) & (said.c.coder == coder))
                .order_by(said.c.made.desc(), said.c.number.desc())
            )
            row = connection.execute(latest.limit(1)).first()
            if row is None:
                return None
            connection.execute(delete(said).where(said.c.number == row.number))
            return int(row.item)

    def delete(self, id: str) -> None:
        """Removes a sample with its items and judgements, for good."""
        with self._store.write() as connection:
            connection.execute(delete(table).where(table.c.id == id))


def _number(connection: Connection, id: str) -> int:
    number = connection.execute(select(table.c.number).where(table.c.id == id)).scalar_one_or_none()
    if number is None:
        raise StoreError(NOT_HERE)
    return number
