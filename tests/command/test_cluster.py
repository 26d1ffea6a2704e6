"""``--scheduler``: the same results from a Dask cluster, also where one of its workers dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from analysis.command import cluster
from analysis.command.batch import Progress
from analysis.command.cli import main
from analysis.command.dataset import write_dataset
from analysis.command.workers import Workers
from tests.command.test_dataset import files, many, written
from tests.shared_data import ROOT


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Two workers, started as the README says."""
    command = [sys.executable, "-m", "analysis.command.cluster", "2", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout
            yield running.stdout.readline().strip()
        finally:
            running.terminate()


def test_two_workers_give_the_same_lines_as_one_process(address: str, tmp_path: Path) -> None:
    given, one, found = many(tmp_path, 4), tmp_path / "one.jsonl", tmp_path / "found.jsonl"
    assert main(["--jsonl", str(given), "-o", str(one), "--workers", "1"]) == 1
    assert main(["--jsonl", str(given), "-o", str(found), "--scheduler", address]) == 1
    assert one.read_bytes() == found.read_bytes()


def test_a_worker_killed_under_way_costs_nothing(address: str, tmp_path: Path) -> None:
    given, out = many(tmp_path, 70), tmp_path / "out"
    whole = written(given, tmp_path / "whole")
    killed = threading.Thread(target=_kill_one, args=(address, out))
    killed.start()
    write_dataset(
        [str(given)],
        out,
        scorer="news",
        workers=Workers(scheduler=address),
        progress=Progress(None, quiet=True),
        part=16,
    )
    killed.join()
    assert files(out) == whole


def _kill_one(address: str, out: Path) -> None:
    """Kill the worker that is at work, once the run has begun."""
    with Client(address) as client:
        while not out.exists():
            time.sleep(0.02)
        while not (busy := [w for w, tasks in client.processing().items() if tasks]):
            time.sleep(0.01)
        os.kill(client.run(os.getpid, workers=busy[:1])[busy[0]], signal.SIGKILL)


def test_a_scheduler_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.command.workers.ANSWER_WITHIN", "1s")
    given = many(tmp_path, 1)
    assert main(["--jsonl", str(given), "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err


def test_a_missing_dask_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    given = many(tmp_path, 1)
    assert main(["--jsonl", str(given), "--scheduler", "tcp://127.0.0.1:8786"]) == 2
    assert "pip install -r requirements-cluster.txt" in capsys.readouterr().err
    assert cluster.main([]) == 2
    assert "pip install -r requirements-cluster.txt" in capsys.readouterr().err
