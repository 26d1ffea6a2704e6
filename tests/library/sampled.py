"""Judgements of a sample, and the numbers of its items."""

from __future__ import annotations

from analysis.reliability import (
    Judgement,
    Sample,
)
from library.checks import Checks
from library.store import Store


def judged(numbers: list[int], coder: str, wrong: int, verdict: str = "speaker") -> list[Judgement]:
    """The first ``wrong`` items wrong, the rest right."""
    return [Judgement(n, coder, verdict if i < wrong else "right") for i, n in enumerate(numbers)]


def numbers(store: Store, sample: Sample) -> list[int]:
    return [d.number for d in Checks(store).drawn(sample.id)]
