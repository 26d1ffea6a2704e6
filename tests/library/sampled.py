"""A library with the samples, of which items can be drawn, and judgements of them."""

from __future__ import annotations

import pytest

from analysis.reliability import (
    Judgement,
    Sample,
)
from library.checks import Checks
from library.samples import sample_articles
from library.store import Store


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A library that holds the samples, analysed once; tests may add samples, not change them."""
    made = Store(f"sqlite:///{tmp_path_factory.mktemp('six')}/six.db")
    for article in sample_articles():
        made.save(article)
    return made


def judged(numbers: list[int], coder: str, wrong: int, verdict: str = "speaker") -> list[Judgement]:
    """The first ``wrong`` items wrong, the rest right."""
    return [Judgement(n, coder, verdict if i < wrong else "right") for i, n in enumerate(numbers)]


def numbers(store: Store, sample: Sample) -> list[int]:
    return [d.number for d in Checks(store).drawn(sample.id)]
