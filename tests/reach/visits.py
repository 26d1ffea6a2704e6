"""Page visits in one session, and sessions opened and closed; prints what memory they took.

python -m tests.reach.visits VISITS SESSIONS
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.driver import dashboard
from benchmarks.speed import children
from library.samples import sample_articles
from tests.reach.lines import resident
from tests.reach.visitor import visitor

PAGES = ("", "tone", "entities", "sources", "add", "library", "trust", "check", "compare")
WARM = 0.4
"""Of the visits, in which pages, charts and caches fill for the first time."""


def visits(number: int, sessions: int) -> dict[str, Any]:
    """The server's memory over so many visits of one tab, then over so many tabs one by one."""
    with tempfile.TemporaryDirectory() as folder, dashboard(Path(folder)) as address:
        server = _child()
        held = []
        with visitor(address) as tab:
            tab.visit("", f"article={sample_articles()[0].id}")
            for n in range(number):
                article = sample_articles()[n % len(sample_articles())].id
                tab.visit(PAGES[n % len(PAGES)], f"article={article}")
                held.append(resident(server))
            errors = list(tab.errors)
        opened = []
        for n in range(sessions):
            with visitor(address) as tab:
                tab.visit(PAGES[n % len(PAGES)], f"article={sample_articles()[0].id}")
                errors += tab.errors
            time.sleep(0.1)
            opened.append(resident(server))
    return {
        "errors": errors[:3],
        "visits": _told(held),
        "sessions": _told(opened),
    }


def _told(held: list[float]) -> dict[str, Any]:
    warm = max(1, int(len(held) * WARM))
    before, after = max(held[:warm]), max(held[warm:])
    every = max(1, len(held) // 10)
    return {
        "number": len(held),
        "warm_mb": round(before, 1),
        "most_mb": round(after, 1),
        "growth": round(after / before - 1, 4),
        "course_mb": [round(mb) for mb in held[::every]],
    }


def _child() -> int:
    """The server that was started last by this process."""
    return max(children(os.getpid()))


if __name__ == "__main__":
    print(json.dumps(visits(int(sys.argv[1]), int(sys.argv[2]))))
