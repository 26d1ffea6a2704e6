"""Progress of longer work: shown after a second, with a rate, the time left and a way out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import streamlit as st

from analysis.text import pace
from ui.text import count

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown: shorter work needs no bar."""


class Bar:
    """A bar that appears where work takes longer than a second, with a button that ends it.

    The button, like any click, breaks the script off at the next ``show``; what had been
    finished must have been kept by then. ``on_stop`` is told how far it came.
    """

    def __init__(
        self, total: int, one: str, key: str, on_stop: Callable[[int], object] | None = None
    ) -> None:
        self.done = 0
        self._total, self._one, self._key, self._on_stop = total, one, key, on_stop
        self._began = self._shown = time.monotonic()
        self._place = st.empty()
        self._bar: st.delta_generator.DeltaGenerator | None = None

    def show(self, done: int) -> None:
        """So many are done."""
        self.done, now = done, time.monotonic()
        if not done or now - self._began < PATIENCE or (self._bar and now - self._shown < 0.2):
            return
        words = progress_text(done, self._total, now - self._began, self._one)
        if self._bar is None:
            with self._place.container():
                self._bar = st.progress(0.0)
                st.button("Stop", key=f"{self._key}_stop", on_click=self._stop)
        self._bar.progress(min(1.0, done / self._total), words)
        self._shown = now

    def close(self) -> None:
        """Takes the bar away."""
        self._place.empty()

    def _stop(self) -> None:
        if self._on_stop is not None:
            self._on_stop(self.done)


def with_progress(
    items: Iterable[T],
    total: int,
    one: str,
    key: str,
    on_stop: Callable[[int], object] | None = None,
) -> Iterator[T]:
    """The items one by one, under a ``Bar``."""
    bar = Bar(total, one, key, on_stop)
    for done, item in enumerate(items):
        yield item
        bar.show(done + 1)
    bar.close()


def progress_text(done: int, total: int, seconds: float, one: str) -> str:
    """ "120 of 500 files, 40 a second, 10 s left"."""
    rate, seconds_left = pace(done, total, seconds)
    left = seconds_left or 0.0
    speed = f"{rate:,.0f} a second" if rate >= 2 else f"{rate * 60:,.0f} a minute"
    wait = f"{left:,.0f} s" if left < 90 else f"{left / 60:,.0f} min"
    return f"{done:,} of {count(total, one)}, {speed}, {wait} left"
