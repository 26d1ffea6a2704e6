"""Exports, imports and migrations killed under way; prints one JSON object with what was seen.

python -m tests.crash.moving FOLDER ROUNDS
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from library.database import connect, writer_of
from library.exchange import export_library, import_library
from library.migrations import migrate
from library.outgoing import write_whole
from library.store import Store
from tests.crash.processes import fork
from tests.crash.trials import SEED, article, sound


def move(folder: str, rounds: int) -> dict[str, Any]:
    """Kills exports, imports and migrations under way; each must have begun and not ended."""
    draw, place = random.Random(SEED), Path(folder)
    source = f"sqlite:///{place}/source.db"
    kept = 60
    for n in range(kept):
        Store(source).save(article(n))
    whole = place / "whole.jsonl"
    write_whole(str(whole), export_library(Store(source)))
    seen = {"inside": 0, "lost": 0, "unsound": 0, "rounds": 0, "leftover": 0}
    for n in range(rounds):
        work = (_exporting, _importing, _migrating)[n % 3]
        seen["rounds"] += 1
        for name, number in work(place, source, whole, kept, draw).items():
            seen[name] += number
    return seen


def _killed(work: Callable[[], object], marker: Path, delay: float) -> bool:
    """Whether the work was killed after it began (it then makes the marker) and before its end."""
    child = fork(work)
    until = time.monotonic() + 60
    while not marker.exists() and time.monotonic() < until:
        time.sleep(0.0005)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _exporting(
    place: Path, source: str, whole: Path, kept: int, draw: random.Random
) -> dict[str, int]:
    """The file that was there is whole, or the new one is; the next export leaves no part."""
    target, marker = place / "all.jsonl", place / f"export{draw.random()}"
    before = whole.read_bytes()
    target.write_bytes(before)

    def lines() -> Iterator[bytes]:
        for line in export_library(Store(source)):
            yield line
            marker.touch()

    inside = _killed(lambda: write_whole(str(target), lines()), marker, draw.uniform(0, 0.02))
    lost = target.read_bytes() != before
    write_whole(str(target), export_library(Store(source)))
    return {"inside": inside, "lost": lost, "leftover": len(list(place.glob(".*.part")))}


def _importing(
    place: Path, source: str, whole: Path, kept: int, draw: random.Random
) -> dict[str, int]:
    """What was reported as read is kept; going on brings the rest."""
    url, log = f"sqlite:///{place}/into{draw.random()}.db", place / f"import{draw.random()}"
    Store(url).close()

    def work() -> None:
        with open(log, "ab", buffering=0) as said, whole.open("rb") as file:
            import_library(Store(url), file, lambda _: said.write(b"."))

    inside = _killed(work, log, draw.uniform(0, 0.05))
    reported = log.stat().st_size if log.exists() else 0
    lost = len(Store(url).articles()) < reported
    unsound = not sound(url)
    with whole.open("rb") as file:
        lost += import_library(Store(url), file).complete is not True
    lost += len(Store(url).articles()) != kept
    return {"inside": inside, "lost": lost, "unsound": unsound}


def _migrating(
    place: Path, source: str, whole: Path, kept: int, draw: random.Random
) -> dict[str, int]:
    """The library of an earlier version is that, or of this one; opening it brings it up."""
    path, marker = place / f"old{draw.random()}.db", place / f"migrate{draw.random()}"
    url = f"sqlite:///{path}"
    engine, _ = connect(url)
    migrate(writer_of(engine), to=1)
    with engine.begin() as connection:
        for n in range(kept):
            one = article(n)
            connection.execute(
                text(
                    "INSERT INTO articles (id, content_hash, text, paragraphs, engine, words, "
                    "saved) VALUES (:id, :id, :text, '[]', '0.0', 3, '2025-01-01')"
                ),
                {"id": one.id, "text": one.text},
            )
    engine.dispose()

    def work() -> None:
        marker.touch()
        Store(url)

    inside = _killed(work, marker, draw.uniform(0, 0.02))
    unsound = not sound(url)  # which opens it, and so brings it up
    lost = any(Store(url).article(article(n).id).text != article(n).text for n in range(kept))
    return {"inside": inside, "lost": lost, "unsound": unsound}


if __name__ == "__main__":
    print(json.dumps(move(sys.argv[1], int(sys.argv[2]))))
