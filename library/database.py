"""Opening the database: where it is, how SQLite is set, how transactions begin."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, InvalidRequestError, NoSuchModuleError

from library.errors import READ_ONLY, StoreError, clear_errors

ROOT = Path(__file__).resolve().parent.parent
NOT_UNDERSTOOD = "HEARSAY_DATABASE_URL is not understood: write sqlite:///FILE or postgresql://…"
PATIENCE = 60.0
"""Seconds a writer waits for the others; a save takes milliseconds."""


class Database:
    """A database that is open; ``writable`` is False where its folder cannot be written to."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine, self.writable = connect(url)
        self._writer = writer_of(self.engine)

    def close(self) -> None:
        """Ends all connections; new ones are opened when it is used again."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the library throughout."""
        with clear_errors(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that changes all it says or nothing."""
        if not self.writable:
            raise StoreError(READ_ONLY)
        with clear_errors(), self._writer.begin() as connection:
            yield connection


def data_folder() -> Path:
    """Where the library lives: ``HEARSAY_DATA``, or ``var`` in the project."""
    return Path(os.environ.get("HEARSAY_DATA") or ROOT / "var")


def database_url() -> str:
    """``HEARSAY_DATABASE_URL``, or the SQLite file in the data folder."""
    return os.environ.get("HEARSAY_DATABASE_URL") or f"sqlite:///{data_folder() / 'hearsay.db'}"


def beside_library() -> Path:
    """The folder of the library's file; the data folder where the library is on a server."""
    address = database_url()
    if address.startswith("sqlite:///") and (file := address.removeprefix("sqlite:///")):
        return Path(file).parent
    return data_folder()


def connect(url: str) -> tuple[Engine, bool]:
    """An engine for the address, and whether it can be written to.

    A SQLite library in a folder that cannot be written to is opened for reading.
    Raises ``StoreError`` where there is nothing to open.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite":
            if address.drivername not in ("sqlite", "sqlite+pysqlite") or not address.database:
                raise StoreError(NOT_UNDERSTOOD)
            if address.database.startswith((":", "file:")):
                raise StoreError(NOT_UNDERSTOOD)
            return _connect_file(Path(address.database))
        if address.get_backend_name() not in ("postgresql", "postgres"):
            raise StoreError(NOT_UNDERSTOOD)
        address = address.set(drivername="postgresql+psycopg")
        return create_engine(address, pool_pre_ping=True), True
    except (ArgumentError, NoSuchModuleError, InvalidRequestError, ValueError) as error:
        raise StoreError(NOT_UNDERSTOOD) from error
    except ImportError as error:
        if error.name != "psycopg":
            raise StoreError(NOT_UNDERSTOOD) from error
        raise StoreError(
            "PostgreSQL needs its driver: run pip install 'psycopg[binary]'."
        ) from error


def _connect_file(path: Path) -> tuple[Engine, bool]:
    writable = _can_write(path)
    if writable:
        engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE})
    elif os.path.isfile(path):  # Path.is_file() raises where the folder is closed to us
        # Without the right to write, WAL's shared memory cannot be made: read the file as it lies.
        lies = "" if Path(f"{path}-wal").exists() else "&immutable=1"
        engine = create_engine(f"sqlite:///file:{path}?mode=ro{lies}&uri=true")
    else:
        raise StoreError(READ_ONLY)
    event.listen(engine, "connect", _set_up if writable else _set_up_reader)
    event.listen(engine, "begin", _begin)
    return engine, writable


def _can_write(path: Path) -> bool:
    """Whether the file and its folder (WAL makes files beside it) can be written to."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(path.parent, os.W_OK) and (
        not os.path.exists(path) or os.access(path, os.W_OK)
    )


def _set_up(connection: Any, _record: object) -> None:
    _set_up_reader(connection, _record)
    _use_wal(connection)
    # FULL: what was reported as saved survives a power cut too, for one fsync a transaction.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _set_up_reader(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, in `_begin`


def _use_wal(connection: Any) -> None:
    """Switching to WAL does not wait for others as every other statement does, so we do."""
    until = time.monotonic() + PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except connection.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    """Writers take the lock at once: one that began by reading could not wait for it later."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def writer_of(engine: Engine) -> Engine:
    """The same engine, its transactions beginning as writers."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")
