"""What is made once and kept, and what a chart hands to the browser."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.spec import spec_of
from charts.tone import tone_distribution
from ui.cache import once
from ui.kit import handed

MADE: list[object] = []


def make(table: pd.DataFrame, *, wanted: tuple[tuple[str, int], ...] = ()) -> pd.DataFrame:
    MADE.append(wanted)
    return table.head(1)


def test_the_same_table_and_equal_conditions_are_made_once() -> None:
    table = pd.DataFrame({"a": [1, 2]})
    MADE.clear()
    first = once(make, table, wanted=(("least", 1),))
    assert once(make, table, wanted=(("least", 1),)) is first
    assert len(MADE) == 1


def test_an_equal_but_other_table_or_condition_is_made_anew() -> None:
    table = pd.DataFrame({"a": [1, 2]})
    MADE.clear()
    once(make, table)
    once(make, table.copy())
    once(make, table, wanted=(("least", 2),))
    assert len(MADE) == 3


def test_what_fails_is_not_kept() -> None:
    def fail(n: int) -> int:
        MADE.append(n)
        raise ValueError("no")

    MADE.clear()
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            once(fail, 1)
    assert MADE == [1, 1]


def test_only_columns_a_chart_speaks_of_are_handed_over_packed_once() -> None:
    spread = pd.DataFrame(
        {
            "low": [0.0],
            "high": [0.1],
            "last": [0.1],
            "sentences": [2],
            "tone": ["positive"],
            "show": ["sentences"],
            "because": ["a long text that no mark and no tooltip shows" * 40],
        }
    )
    spec = spec_of(tone_distribution(spread))
    (packed,) = handed(spec)["datasets"].values()
    assert isinstance(packed, bytes)
    assert b"sentences" in packed
    assert b"no mark and no tooltip" not in packed
    assert next(iter(handed(spec)["datasets"].values())) is packed
