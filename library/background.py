"""Results made again in the background when the engine has changed, with progress and a way out."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from analysis.pipeline import analyze
from analysis.records import DEFAULT_SCORER, Analysis, Scorer
from analysis.text import pace
from library.errors import StoreError
from library.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round of analysing has come; ``rate`` is articles a second, ``left`` seconds."""

    running: bool = False
    done: int = 0
    total: int = 0
    failed: int = 0
    seconds: float = 0.0
    cancelled: bool = False
    error: str = ""
    """The sentence of what stopped it, where something did."""

    @property
    def rate(self) -> float:
        return pace(self.done, self.total, self.seconds)[0]

    @property
    def left(self) -> float | None:
        return pace(self.done, self.total, self.seconds)[1]


class Refresher:
    """One round at a time over a library; each result is kept as soon as it is made.

    It runs in a thread, so the page stays open to the reader; after a cancelled or broken-off
    round the next one goes on with what is still missing.
    """

    def __init__(self, store: Store, make: Callable[..., Analysis] = analyze) -> None:
        self._store = store
        self._make = make
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        """How far the present round is, or how the last one ended."""
        return self._progress

    def start(self, scorer: Scorer = DEFAULT_SCORER) -> None:
        """Begins a round over all that is outdated; nothing happens while one is running."""
        with self._lock:
            if self._progress.running:
                return
            self._stop.clear()
            self._progress = Progress(running=True)
            self._thread = threading.Thread(target=self._round, args=(scorer,), daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Ends the round after the article in hand; what is finished is kept."""
        self._stop.set()

    def wait(self, seconds: float | None = None) -> Progress:
        """Waits for the round to end and says how far it came."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._progress

    def _round(self, scorer: Scorer) -> None:
        began = time.monotonic()
        try:
            ids = self._store.outdated(scorer)
            self._progress = replace(self._progress, total=len(ids))
            for id in ids:
                if self._stop.is_set():
                    self._progress = replace(self._progress, cancelled=True)
                    break
                self._one(id, scorer, began)
        except StoreError as error:
            self._progress = replace(self._progress, error=str(error))
        finally:
            self._progress = replace(self._progress, running=False)

    def _one(self, id: str, scorer: Scorer, began: float) -> None:
        """One article. A text that breaks the engine is counted and must not stop the others."""
        failed = self._progress.failed
        try:
            self._store.analysis(id, scorer, self._make)
        except StoreError:
            if not self._gone(id):
                raise
        except Exception:
            failed += 1
        done, seconds = self._progress.done + 1, time.monotonic() - began
        self._progress = replace(self._progress, done=done, failed=failed, seconds=seconds)

    def _gone(self, id: str) -> bool:
        """Whether another session erased the article meanwhile."""
        return id not in {row.id for row in self._store.articles()}


@cache
def refresher(url: str | None = None) -> Refresher:
    """The one refresher of a library in this process."""
    return Refresher(open_store(url))
