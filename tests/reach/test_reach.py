"""Many lines, many visits, many readers: short forms; the whole ones with --slow."""

from __future__ import annotations

import sys

import pytest

from tests.reach.crowd import crowd
from tests.reach.lines import batch
from tests.reach.visits import visits

FLAT = 0.05
"""Growth after the warm-up that is called none."""
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture
def whole(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--slow", default=False))


def test_ever_new_names_take_no_more_memory(whole: bool) -> None:
    """55 MB in 15,000 lines, once."""
    seen = batch(100_000 if whole else 300)
    assert (seen["status"], seen["failed"]) == (0, 0)
    assert seen["growth"] < (FLAT if whole else 0.15)  # the short form is all warm-up


def test_visits_and_sessions_take_no_more_memory(whole: bool) -> None:
    seen = visits(500, 50) if whole else visits(30, 6)
    assert seen["errors"] == []
    for what in ("visits", "sessions"):
        assert seen[what]["growth"] < (FLAT if whole else 0.25)


def test_readers_side_by_side_meet_no_error(whole: bool) -> None:
    seen = crowd(20, 120) if whole else crowd(4, 8)
    assert seen["errors"] == 0, seen["first_errors"]
    assert seen["acts"] >= seen["readers"]
    if whole:
        assert seen["p95"] <= 3
