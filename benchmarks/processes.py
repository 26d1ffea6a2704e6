"""The same articles by every command that takes many: ``benchmarks speed adding cluster``.

Seconds are by the clock, start included, and beside them the processor's of all processes, which
say more where other work runs. ``adding`` sets ``python -m library add`` beside ``python -m
analysis --dataset``; ``cluster`` sets two Dask workers beside one, started by the command that the
README names, once with their start and once with workers that have read an article each before.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import made
from benchmarks.speed import BATCH, ROOT, written

MUST = 1.8
"""How many times as fast two must be as one."""


def adding(count: int = BATCH) -> Iterator[str]:
    """Articles a second of both commands, by one process and two."""
    with tempfile.TemporaryDirectory() as folder:
        lines = written(folder, count, made.WORDS)
        for workers in (1, 2):
            rates = []
            for name, command in {
                "analysis --dataset": ("analysis", "--dataset", f"{folder}/out{workers}", lines),
                "library add": ("library", "add", lines),
            }.items():
                place = f"sqlite:///{folder}/library{workers}.db"
                seconds, spent = run([*command, "--workers", str(workers), "--quiet"], place)
                rates.append(count / seconds)
                yield (
                    f"{count} articles of {made.WORDS} words, {workers} process(es), {name}: "
                    f"{rates[-1]:.1f} a second, {1e3 * spent / count:.0f} ms of processor each"
                )
            yield f"  library add against the dataset: {rates[1] / rates[0]:.2f} × (must be 1 ×)"


def cluster(count: int = BATCH) -> Iterator[str]:
    """Articles a second by one Dask worker and two, with their start and without."""
    cold: list[float] = []
    warm: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        lines, few = written(folder, count, made.WORDS), Path(folder, "few.jsonl")
        first = Path(lines).read_text(encoding="utf-8").splitlines(keepends=True)[:64]
        few.write_text("".join(first), encoding="utf-8")  # four chunks: some for each worker
        for workers in (1, 2):
            for name, begin in (("cold", cold), ("warm", warm)):
                began = time.perf_counter()
                with local_cluster(workers) as address:
                    if name == "warm":
                        dataset(f"{folder}/first{workers}", str(few), address)
                        began = time.perf_counter()
                    dataset(f"{folder}/{name}{workers}", lines, address)
                    begin.append(count / (time.perf_counter() - began))
            yield (
                f"{count} articles of {made.WORDS} words, {workers} Dask worker(s): "
                f"{cold[-1]:.1f} a second with their start, {warm[-1]:.1f} without"
            )
    yield (
        f"  two against one: {cold[1] / cold[0]:.2f} × with the start, "
        f"{warm[1] / warm[0]:.2f} × without (must be {MUST} ×)"
    )


def run(command: Sequence[str], library: str) -> tuple[float, float]:
    """Seconds by the clock, and of the processor of all its processes, that a command takes."""
    before, began = os.times(), time.perf_counter()
    own = os.environ | {"HEARSAY_DATABASE_URL": library}
    subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=own, check=True, stdout=subprocess.DEVNULL
    )
    after = os.times()
    spent = after.children_user - before.children_user
    spent += after.children_system - before.children_system
    return time.perf_counter() - began, spent


def dataset(out: str, lines: str, address: str) -> None:
    """Runs the command on the cluster at this address."""
    command = ["-m", "analysis", "--dataset", out, lines, "--quiet", "--scheduler", address]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def local_cluster(workers: int) -> Iterator[str]:
    """Workers started as the README says; gives the address of their scheduler."""
    command = [sys.executable, "-m", "analysis.command.cluster", str(workers), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout is not None
            yield running.stdout.readline().strip()
        finally:
            running.terminate()
