"""What a rerun costs the server: ``python -m benchmarks.reruns``, processor time by page.

Processor time of the script's own thread, so that it says something on a busy machine too; the
browser's part is in ``python -m benchmarks dashboard``. Each page is opened, then run again as a
click elsewhere would; once on a sample and once on an article of 10,000 words.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from streamlit.runtime.scriptrunner import script_runner
from streamlit.testing.v1 import AppTest

from analysis.reading import read_article
from library import open_store, sample_articles

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"Overview": "1_overview", "Tone": "2_tone", "Names": "3_entities", "Sources": "4_sources"}
TIMES = 5
LONG = 10_000
WAIT = 900


def measure() -> Iterator[tuple[str, str, float, float]]:
    """Page, article, and seconds of processor time: the first run, the median of later ones."""
    seconds = _noted()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HEARSAY_DATABASE_URL"] = f"sqlite:///{folder}/library.db"
        long = open_store().save(read_article(_long())).id
        for name, article in (("sample", sample_articles()[0].id), (f"{LONG:,} words", long)):
            for page, file in PAGES.items():
                at = AppTest.from_file(str(ROOT / "pages" / f"{file}.py"), default_timeout=WAIT)
                at.query_params["article"] = article
                seconds.clear()
                at.run()
                first = sum(seconds)
                seconds.clear()
                for _ in range(TIMES):
                    at.run()
                yield page, name, first, median(seconds)


def _long() -> str:
    body = "\n\n".join(p.span.of(a.text) for a in sample_articles() for p in a.body)
    return "A long day\n\n" + "\n\n".join([body] * (LONG // len(body.split()) + 1))


def _noted() -> list[float]:
    """A list that takes the processor time of every run of a script from now on."""
    seconds: list[float] = []
    run = script_runner.ScriptRunner._run_script

    def timed(self: Any, data: Any) -> None:
        began = time.thread_time()
        try:
            run(self, data)
        finally:
            seconds.append(time.thread_time() - began)

    script_runner.ScriptRunner._run_script = timed  # type: ignore[method-assign, assignment]
    return seconds


def main() -> None:
    """Print a line a page."""
    for page, article, first, again in measure():
        print(f"{page}, {article}: first {first * 1000:.0f} ms, again {again * 1000:.0f} ms")


if __name__ == "__main__":
    main()
