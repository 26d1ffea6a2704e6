"""Twenty readers on one server, each switching pages and choosing marks; prints what they waited.

python -m tests.reach.crowd READERS SECONDS
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.driver import dashboard
from library.samples import sample_articles
from tests.reach.visitor import visitor

SEED = 20261128
MARKS = {"": "score", "tone": "tone_bars", "entities": "slim_score", "sources": "slim_score"}
"""Pages by their address, with the chart on each that has a mark for each paragraph."""
BODY = range(1, 8)
SWITCHING = 0.5
"""Share of the acts that open another page; the others choose a mark."""
THINKING = 1.0
LEAST = 3
"""Acts of each reader, however long they take."""


def crowd(readers: int, seconds: float, thinking: float = THINKING) -> dict[str, Any]:
    """What so many readers saw in this time: acts, errors, and seconds they waited."""
    with (
        tempfile.TemporaryDirectory() as folder,
        dashboard(Path(folder)) as address,
        ThreadPoolExecutor(readers) as pool,
    ):
        with visitor(address) as first:  # the model is loaded once, by whoever comes first
            for article in sample_articles():
                first.visit("", f"article={article.id}")
        until = time.monotonic() + seconds
        work = [pool.submit(_reader, address, n, until, thinking) for n in range(readers)]
        seen = [w.result() for w in work]
    waited = sorted(w for waits, _ in seen for w in waits)
    errors = [e for _, found in seen for e in found]
    return {
        "readers": readers,
        "seconds": seconds,
        "thinking": thinking,
        "acts": len(waited),
        "errors": len(errors),
        "first_errors": errors[:3],
        "median": round(median(waited), 2),
        "p95": round(quantiles(waited, n=20)[-1], 2),
        "slowest": round(waited[-1], 2),
        "load": round(os.getloadavg()[0], 1),
    }


def _reader(
    address: str, number: int, until: float, thinking: float
) -> tuple[list[float], list[str]]:
    """One reader's waits, and what went wrong for them."""
    draw, waits, errors = random.Random(SEED + number), list[float](), list[str]()
    with visitor(address) as tab:
        page = draw.choice(list(MARKS))
        try:
            tab.visit(page, f"article={draw.choice(sample_articles()).id}")
            while time.monotonic() < until or len(waits) < LEAST:
                if draw.random() < SWITCHING:
                    page = draw.choice(list(MARKS))
                    waits.append(tab.visit(page))
                else:
                    waits.append(tab.choose(MARKS[page], draw.choice(BODY)))
                time.sleep(thinking * draw.uniform(0.5, 1.5))
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}")
        return waits, errors + tab.errors


if __name__ == "__main__":
    print(json.dumps(crowd(int(sys.argv[1]), *map(float, sys.argv[2:]))))
