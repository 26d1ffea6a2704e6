"""Time as a ratio of twice the text to once: a budget that holds on any machine, busy or not."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

TRIES = 2
LINEAR = 2.8
"""What may be called linear: 2 and the noise; n log n of these sizes is 2.2, n**1.5 is 2.83."""
SHORT = 0.03
"""Seconds of the processor below which a ratio is noise: the size is doubled until it is longer."""
STEPS = 4
AGAIN = 3
"""How often a ratio that looks too large is measured again before it is believed."""


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times longer ``work`` takes on twice ``size``: 2 when linear, 4 when quadratic.

    ``work(n)`` prepares a text of that size and returns what is timed. The least of several
    runs counts, by the processor's clock, so that other programs hardly matter. ``size`` doubles
    while a run is too short to be told from noise, at most four times.
    """
    once = least(work(size))
    for _ in range(STEPS):
        if once >= SHORT:
            break
        size, once = size * 2, least(work(size * 2))
    ratio = least(work(size * 2)) / max(once, SHORT)
    for _ in range(AGAIN):
        if ratio < LINEAR:
            break
        # A neighbour on the machine, or a heap or a batch more, is a jump and no growth: what is
        # quadratic is so each time, and over four times the text.
        fourfold = least(work(size * 2)) / max(least(work(size // 2)), SHORT / 2)
        ratio = min(ratio, math.sqrt(fourfold))
    return ratio


def least(timed: Callable[[], object]) -> float:
    """Seconds of the processor in the quickest of a few runs.

    Without the collection of garbage, as ``timeit`` does it: that walks all that other tests have
    left in this process, the oftener the more is made.
    """
    found = []
    collecting = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        for _ in range(TRIES):
            began = time.process_time()
            timed()
            found.append(time.process_time() - began)
    finally:
        if collecting:
            gc.enable()
    return min(found)
