"""The reader's corrections: rows of their own, counted, taken back and brought back.

Each addition and each clearing is an event of its article, numbered from 1. ``undo`` takes back
the latest event, ``redo`` the latest undoing; no row is changed by an analysis.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from analysis.corrections import FACTS, check_correction
from analysis.records import Article, Correction, Role, Span
from library.articles import given, searched, storable
from library.clock import now
from library.database import Database
from library.errors import StoreError
from library.schema import articles
from library.schema import corrections as table
from library.search import index_article


class Corrections:
    """The corrections of one article in the library."""

    def __init__(self, store: Database, article_id: str) -> None:
        self._store = store
        self._id = article_id

    def all(self) -> tuple[Correction, ...]:
        """Those that stand, in the order they were made."""
        with self._store.read() as connection:
            return active(connection, _number(connection, self._id))

    def add(self, correction: Correction) -> None:
        """Keeps one more; ``ValueError`` if it names an unknown kind or no place in the text."""
        with self._store.write() as connection:
            number = _number(connection, self._id, lock=True)
            check_correction(correction, _length(connection, number))
            _add(connection, number, correction)
            settle_facts(connection, number)

    def undo(self) -> tuple[Correction, ...]:
        """Takes back the latest addition or clearing and says what it concerned; () if none."""
        with self._store.write() as connection:
            number = _number(connection, self._id, lock=True)
            event = _latest(connection, number)
            if not event:
                return ()
            mine = table.c.article == number
            added = mine & (table.c.event == event) & (table.c.undone == 0)
            cleared = mine & (table.c.removed == event)
            concerned = _records(connection, added | cleared)
            connection.execute(update(table).where(added).values(undone=1))
            connection.execute(update(table).where(cleared).values(removed=None))
            settle_facts(connection, number)
            return concerned

    def take_back(self, correction: Correction) -> bool:
        """Removes this one, the latest of several alike, as an event that ``undo`` takes back.

        Says whether it stood.
        """
        with self._store.write() as connection:
            number = _number(connection, self._id, lock=True)
            found = select(table).where(_standing(number)).order_by(table.c.event.desc())
            rows = connection.execute(found).mappings()
            event = next((r["event"] for r in rows if _record(r) == correction), None)
            if event is None:
                return False
            this = _standing(number) & (table.c.event == event)
            connection.execute(update(table).where(this).values(removed=_next(connection, number)))
            settle_facts(connection, number)
            return True

    def redo(self) -> tuple[Correction, ...]:
        """Brings back the addition undone last; () if something was corrected since."""
        with self._store.write() as connection:
            number = _number(connection, self._id, lock=True)
            later = (
                (table.c.article == number)
                & (table.c.undone == 1)
                & (table.c.event > _latest(connection, number))
            )
            event = connection.execute(select(func.min(table.c.event)).where(later)).scalar()
            if event is None:
                return ()
            again = later & (table.c.event == event)
            concerned = _records(connection, again)
            connection.execute(update(table).where(again).values(undone=0))
            settle_facts(connection, number)
            return concerned

    def clear(self) -> int:
        """Removes all, as one event that ``undo`` takes back; says how many there were."""
        with self._store.write() as connection:
            number = _number(connection, self._id, lock=True)
            event = _next(connection, number)
            standing = update(table).where(_standing(number)).values(removed=event)
            cleared = connection.execute(standing).rowcount
            settle_facts(connection, number)
            return cleared


def active(connection: Connection, number: int) -> tuple[Correction, ...]:
    """The corrections of an article (by row number) that stand."""
    return _records(connection, _standing(number))


def role_corrections(article: Article, roles: Mapping[int, Role]) -> tuple[Correction, ...]:
    """The roles a reader chose before saving, by paragraph index, as corrections."""
    spans = {p.index: p.span for p in article.paragraphs}
    chosen = sorted(item for item in roles.items() if item[0] in spans)
    return tuple(Correction("role", spans[index], value=role) for index, role in chosen)


def record(connection: Connection, number: int, made: Iterable[Correction]) -> None:
    """Keeps corrections that were made before the article was, in their order."""
    first = _next(connection, number)
    if rows := [_row(number, event, c) for event, c in enumerate(made, start=first)]:
        connection.execute(insert(table), rows)
        settle_facts(connection, number)


def settle_facts(connection: Connection, number: int) -> None:
    """Puts title, outlet, author and date as corrected where lists and searches look."""
    found = connection.execute(select(articles).where(articles.c.number == number))
    row = {str(name): value for name, value in found.mappings().one().items()}
    said: dict[str, str | None] = {
        c.kind: c.value or None for c in active(connection, number) if c.kind in FACTS
    }
    if not said and row["given"] is None:
        return
    read = given(row)
    changed: dict[str, Any] = {**read, **said}
    values = {**changed, "given": json.dumps(read)}
    connection.execute(update(articles).where(articles.c.number == number).values(**values))
    index_article(connection, number, searched({**row, **changed}))


# ---------------------------------------------------------------- rows


def _standing(number: int) -> Any:
    return (table.c.article == number) & (table.c.undone == 0) & table.c.removed.is_(None)


def _number(connection: Connection, id: str, *, lock: bool = False) -> int:
    """The article's row number; ``lock`` keeps two sessions from numbering one event twice."""
    found = select(articles.c.number).where(articles.c.id == id)
    number = connection.execute(found.with_for_update() if lock else found).scalar_one_or_none()
    if number is None:
        raise StoreError(
            "Save the article first: corrections are kept with articles in the library."
        )
    return number


def _length(connection: Connection, number: int) -> int:
    length = select(func.length(articles.c.text)).where(articles.c.number == number)
    return connection.execute(length).scalar_one()


def _latest(connection: Connection, number: int) -> int:
    """The latest event that stands: an addition not undone, or a clearing."""
    mine = table.c.article == number
    added = select(func.max(table.c.event)).where(mine & (table.c.undone == 0))
    cleared = select(func.max(table.c.removed)).where(mine & (table.c.undone == 0))
    return max(connection.execute(q).scalar() or 0 for q in (added, cleared))


def _next(connection: Connection, number: int) -> int:
    """A number above every event so far, undone ones included."""
    mine = table.c.article == number
    highest = (select(func.max(c)).where(mine) for c in (table.c.event, table.c.removed))
    return 1 + max(connection.execute(q).scalar() or 0 for q in highest)


def _add(connection: Connection, number: int, correction: Correction) -> None:
    connection.execute(insert(table).values(_row(number, _next(connection, number), correction)))


def _row(number: int, event: int, correction: Correction) -> dict[str, Any]:
    other, cue = correction.other, correction.cue
    return {
        "article": number,
        "event": event,
        "undone": 0,
        "kind": correction.kind,
        "start": correction.target.start,
        "end": correction.target.end,
        "other_start": other.start if other else None,
        "other_end": other.end if other else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "value": storable(correction.value),
        "made": now(),
    }


def _records(connection: Connection, condition: Any) -> tuple[Correction, ...]:
    rows = connection.execute(select(table).where(condition).order_by(table.c.event)).mappings()
    return tuple(_record(row) for row in rows)


def _record(row: RowMapping) -> Correction:
    target, other, cue = (_span(row, name) for name in ("", "other_", "cue_"))
    assert target is not None  # the table asks for it
    return Correction(row["kind"], target, other, row["value"], cue)


def _span(row: RowMapping, name: str) -> Span | None:
    start, end = row[f"{name}start"], row[f"{name}end"]
    return None if start is None else Span(start, end)
