"""Databases for the store's tests: a SQLite file, and a private PostgreSQL started for the run."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from library.samples import sample_articles
from library.store import Store

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


def missing_postgres() -> str:
    """Why PostgreSQL cannot be started here, "" if it can."""
    if not BINARIES:
        return "PostgreSQL's server is not installed (apt install postgresql)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "PostgreSQL's driver is not installed (pip install 'psycopg[binary]')"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "root cannot start PostgreSQL, and there is no runuser"
    return ""


@contextmanager
def postgres_server() -> Iterator[str]:
    """A server of our own under the temporary folder, spoken to through a socket there."""
    reason = missing_postgres()
    if reason:
        if os.environ.get("HEARSAY_POSTGRES") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="hearsay-pg-", dir="/tmp"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _run(
            "initdb",
            "-D",
            f"{folder}/data",
            "-A",
            "trust",
            "-U",
            "hearsay",
            "-E",
            "UTF8",
            "--no-locale",
        )
        options = (
            f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c max_connections=60"
        )
        _run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql://hearsay@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    """Runs one of PostgreSQL's programs, as the user it insists on when we are root."""
    command = [str(BINARIES[-1] / program), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", "postgres", "--", *command]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=120)
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")


def fresh_database(server: str, name: str) -> str:
    """The address of a new, empty database on the server."""
    engine = create_engine(
        server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """One server for the whole run."""
    with postgres_server() as server:
        yield server


_numbers = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/library.db"
    return fresh_database(request.getfixturevalue("postgres"), f"library{next(_numbers)}")


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """A new, empty library."""
    opened = Store(url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A library that holds the samples, analysed once; tests may add samples, not change them."""
    made = Store(f"sqlite:///{tmp_path_factory.mktemp('six')}/six.db")
    for article in sample_articles():
        made.save(article)
    return made
