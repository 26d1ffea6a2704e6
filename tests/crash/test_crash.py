"""Killed, crowded, out of room, without rights: what was reported as saved is there, whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from library import errors
from library.store import Store
from tests.crash.trials import article

pytest_plugins = ("tests.library.databases",)
ROOT = Path(__file__).resolve().parents[2]


def trial(*arguments: object, module: str = "trials") -> Any:
    """What a trial saw; a trial that fails to run fails the test with its last words."""
    command = [sys.executable, "-m", f"tests.crash.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=1_500)
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout)


@pytest.fixture
def full_run(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--slow", default=False))


def test_what_was_reported_as_saved_survives_being_killed(tmp_path: Path, full_run: bool) -> None:
    rounds = 200 if full_run else 20
    seen = trial("kill", f"sqlite:///{tmp_path}/library.db", rounds)
    assert seen["reported"] > rounds  # or nothing was tried
    assert seen["lost"] == []
    assert seen["unsound"] == 0


def test_exports_imports_and_migrations_survive_being_killed(
    tmp_path: Path, full_run: bool
) -> None:
    rounds = 201 if full_run else 18
    seen = trial(tmp_path, rounds, module="moving")
    assert seen["rounds"] == rounds
    assert seen["inside"] > rounds / 2  # the others had ended already
    assert (seen["lost"], seen["unsound"], seen["leftover"]) == (0, 0, 0)


def test_four_writers_and_two_readers_lose_and_double_nothing(url: str, full_run: bool) -> None:
    number = 2_000 if full_run else 200
    seen = trial("crowd", url, number)
    assert seen["errors"] == []
    assert (seen["new"], seen["kept"], seen["lost"], seen["whole"]) == (number, number, 0, True)
    assert seen["reads"] >= 2


def test_files_that_may_not_grow_give_a_sentence_and_lose_nothing(tmp_path: Path) -> None:
    seen = trial("full", f"sqlite:///{tmp_path}/library.db", 900_000)
    assert seen["saved"] > 10
    assert set(seen["refusals"]) <= {errors.WRITING_FAILED, errors.NO_ROOM}
    assert len(seen["refusals"]) == 5
    assert seen["readable"] == seen["kept"] == seen["saved"]
    assert seen["whole"]
    assert seen["sound"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True
    )
    if mounted.returncode:
        pytest.skip(
            "a small disk can only be made by root; the limit on file sizes is tested above"
        )
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_gives_a_sentence_and_loses_nothing(small_disk: Path) -> None:
    seen = trial("fill", f"sqlite:///{small_disk}/library.db")
    assert seen["saved"] > 10
    assert seen["refusals"] == [errors.NO_ROOM] * 5
    assert seen["readable"] == seen["kept"] == seen["saved"]
    assert seen["whole"]
    assert seen["sound"]


def test_a_folder_one_may_only_read_is_read_and_refuses_with_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    url = f"sqlite:///{folder}/library.db"
    store = Store(url)
    for number in range(3):
        store.save(article(number))
    store.close()
    for path in (*tmp_path.parents, tmp_path):
        if os.access(path, os.W_OK) and path.is_relative_to("/tmp"):
            path.chmod(path.stat().st_mode | 0o055)
    folder.chmod(0o555)
    try:
        seen = trial("readonly", url)
    finally:
        folder.chmod(0o755)
    assert seen["errors"] == []
    assert seen["rows"] == 3
    assert seen["analysed"]
    assert seen["said"] == dict.fromkeys(
        ("save", "delete", "correct", "new", "deep"), errors.READ_ONLY
    )
