"""The database's versions, one module a step, applied in order and never edited.

A short runner of our own rather than Alembic: the history is one straight line, several
processes may open an old library at the same moment (so each step runs under the
write lock, all of them in one transaction), and Alembic adds two packages and 0.9 s of imports
to every start for features (branches, autogeneration, downgrades) nothing here uses.
To add a step: write ``m0010_….py`` with ``statements``, append it to ``STEPS``, and change
``schema.py`` to match.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, inspect, select, text

from library.errors import DAMAGED, StoreError
from library.migrations import (
    m0001_articles,
    m0002_search,
    m0003_fingerprints,
    m0004_identity,
    m0005_checks,
    m0006_joins,
    m0007_in_place,
    m0008_facts,
    m0009_origin,
)
from library.schema import schema_version

STEPS = (
    m0001_articles,
    m0002_search,
    m0003_fingerprints,
    m0004_identity,
    m0005_checks,
    m0006_joins,
    m0007_in_place,
    m0008_facts,
    m0009_origin,
)
HEAD = len(STEPS)
_LOCK = 7202041  # any number, the same in every Hearsay, for PostgreSQL's advisory lock


def migrate(writer: Engine, *, to: int = HEAD) -> int:
    """Brings the database to a version and says from which it came (0: it was empty).

    Raises ``StoreError`` for a database that a newer Hearsay made.
    """
    with writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        came_from = version_of(connection)
        refuse_newer(came_from)
        if came_from == 0:
            schema_version.create(connection, checkfirst=True)
        for version in range(came_from + 1, to + 1):
            _apply(connection, version)
    return came_from


def refuse_newer(version: int) -> None:
    """``StoreError`` for tables that this program does not know."""
    if version > HEAD:
        raise StoreError(
            f"This library was made by a newer Hearsay (version {version} of its tables, "
            f"here {HEAD}): update Hearsay, or set HEARSAY_DATA to another folder."
        )
    if version < 0:
        raise StoreError(DAMAGED)


def version_of(connection: Connection) -> int:
    """The version of the tables, 0 where there are none."""
    if not inspect(connection).has_table(schema_version.name):
        return 0
    return connection.execute(select(func.max(schema_version.c.version))).scalar() or 0


def _apply(connection: Connection, version: int) -> None:
    for statement in STEPS[version - 1].statements(connection.dialect.name):
        connection.execute(text(statement))
    made = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(schema_version).values(version=version, made=made))
