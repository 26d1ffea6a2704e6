"""Progress of longer work: shown after a second, with a rate and the time left."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st

from ui.text import count

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds before anything is shown: shorter work needs no bar."""


def with_progress(items: Sequence[T], one: str) -> Iterator[T]:
    """The items one by one; a bar appears where they take longer than a second."""
    began = shown = time.monotonic()
    bar = None
    for done, item in enumerate(items):
        now = time.monotonic()
        if done and now - began > PATIENCE and (bar is None or now - shown > 0.2):
            bar = bar or st.progress(0.0)
            bar.progress(done / len(items), progress_text(done, len(items), now - began, one))
            shown = now
        yield item
    if bar is not None:
        bar.empty()


def progress_text(done: int, total: int, seconds: float, one: str) -> str:
    """ "120 of 500 files, 40 a second, 10 s left"."""
    rate = done / seconds if seconds else 0.0
    left = (total - done) / rate if rate else 0.0
    speed = f"{rate:,.0f} a second" if rate >= 2 else f"{rate * 60:,.0f} a minute"
    wait = f"{left:,.0f} s" if left < 90 else f"{left / 60:,.0f} min"
    return f"{done:,} of {count(total, one)}, {speed}, {wait} left"
