"""Altair's pieces and ours make the same charts; ours make them by many threads at once."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import altair as alt
import pandas as pd
import pytest

from analysis.tables import (
    heard_table,
    manner_table,
    score_columns,
    score_names,
    score_voices,
    statement_table,
)
from charts import quick
from charts.score import score, slim_score
from charts.sources import heard_or_named, words_by_source
from charts.spec import AnyChart, spec_of
from tests.ui.factory import small

CHARTS: dict[str, Callable[[], AnyChart]] = {
    "score": lambda: score(score_columns(small()), score_voices(small()), score_names(small())),
    "slim": lambda: slim_score(score_columns(small())),
    "heard": lambda: heard_or_named(heard_table(small())),
    "words": lambda: words_by_source(manner_table(statement_table(small()))),
}


@pytest.fixture
def as_it_comes() -> Iterator[None]:
    """Altair's own pieces, until the test ends."""
    for owner, name, piece in quick.ALTAIRS:
        setattr(owner, name, piece)
    yield
    quick.hurry()


@pytest.fixture
def often() -> Iterator[None]:
    """Threads change places as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def told(value: Any) -> Any:
    """A specification with its tables as text, so that two can be compared."""
    if isinstance(value, pd.DataFrame):
        return value.to_csv()
    if isinstance(value, dict):
        return {key: told(part) for key, part in value.items()}
    return [told(part) for part in value] if isinstance(value, list) else value


QUICK = {name: told(spec_of(chart())) for name, chart in CHARTS.items()}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.usefixtures("as_it_comes")
def test_the_specification_is_the_same(name: str) -> None:
    slow = told(spec_of(CHARTS[name]()))
    assert slow["datasets"]
    assert QUICK[name] == slow


@pytest.mark.usefixtures("often")
def test_threads_do_not_name_each_others_axes() -> None:
    def titles(thread: int) -> list[str]:
        made = [alt.X(f"of{thread}:Q").title(f"by{thread}").to_dict() for _ in range(200)]
        return [f"{x['field']} {x['title']}" for x in made]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(titles, range(8)))
    assert found == [[f"of{t} by{t}"] * 200 for t in range(8)]
