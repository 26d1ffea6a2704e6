"""How often the program was right on public data: what ``python -m benchmarks accuracy`` wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.lexicon import DATA
from analysis.reliability.intervals import Estimate, wilson

FILE = DATA / "accuracy.json"
AREAS = {
    "attribution": "Who is speaking",
    "sources": "How words reached the reader",
    "entities": "Who it is about",
    "tone": "How it sounds",
}


@dataclass(frozen=True, slots=True)
class Task:
    """One question a reader might ask, with the program's figure and those of others.

    ``value``, ``people`` and ``others`` are on the scale that ``measure`` names; ``low`` says
    that small is good. ``n`` counts ``of`` in ``data``.
    """

    id: str
    area: str
    title: str
    says: str
    measure: str
    of: str
    data: str
    n: int
    value: float
    people: float | None
    others: Mapping[str, float]
    low: bool = False

    @property
    def sentence(self) -> str:
        """The figure as a reader would say it."""
        return self.says.format(
            ours=_of_100(self.value),
            wrong=_of_100(self.value),
            r=_short(self.value),
            people=_of_100(self.people),
            people_wrong=_of_100(self.people),
            people_r=_short(self.people),
        )


@dataclass(frozen=True, slots=True)
class Level:
    """How often what the program is this sure of was right."""

    level: str
    right: int
    of: int

    @property
    def estimate(self) -> Estimate:
        """The share with its 95 % interval."""
        made = wilson(self.right, self.of)
        assert made is not None  # the benchmark leaves empty levels out
        return made


@dataclass(frozen=True, slots=True)
class Measured:
    """The whole file."""

    made: str
    version: str
    model: str
    tasks: tuple[Task, ...]
    confidence: tuple[Level, ...]
    errors: tuple[Mapping[str, str], ...]
    """Invented examples that the program gets wrong: text, words, right, got, why, area, kind."""
    not_measured: tuple[str, ...]
    people: str
    others: str

    def task(self, id: str | None) -> Task | None:
        """The task of this id, if there is one."""
        return next((t for t in self.tasks if t.id == id), None)


def measured(file: Path = FILE) -> Measured | None:
    """What the file says; None where it is missing, as in a checkout that was never measured."""
    if not file.exists():
        return None
    return _read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(file: Path, changed: int) -> Measured:
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return Measured(
        told["made"],
        told["version"],
        told["model"],
        tuple(Task(**t) for t in told["tasks"]),
        tuple(Level(**c) for c in told["confidence"]),
        tuple(told["errors"]),
        tuple(told["not_measured"]),
        told["people"],
        told["others"],
    )


def _short(figure: float | None) -> str:
    """.745, as the field writes it."""
    return "" if figure is None else f"{figure:.3f}".replace("0.", ".", 1)


def _of_100(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f}"
