"""A rerun makes nothing anew that has not changed: no table is joined, no chart is built."""

from __future__ import annotations

from collections.abc import Iterator

import altair
import pytest
from streamlit.testing.v1 import AppTest

from tests.app import inside
from tests.shared_data import ROOT
from ui import cache, state

WAIT = 300
PAGES = ["1_overview.py", "2_tone.py", "3_entities.py", "4_sources.py"]


@pytest.fixture(scope="module", autouse=True)
def _empty_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("speed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{folder}/library.db")
        yield


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, _empty_library: None) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / request.param), default_timeout=WAIT).run()
    assert not at.exception
    return at


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The charts built while a test runs."""
    names: list[str] = []
    for kind in (altair.Chart, altair.LayerChart):
        before = kind.__init__

        def noted(self: object, *args: object, _before: object = before, **more: object) -> None:
            names.append(type(self).__name__)
            _before(self, *args, **more)  # type: ignore[operator]

        monkeypatch.setattr(kind, "__init__", noted)
    return names


def test_the_counter_counts(built: list[str]) -> None:
    altair.Chart()
    assert built == ["Chart"]


def test_the_same_screen_again_builds_no_chart(page: AppTest, built: list[str]) -> None:
    made = cache._made.cache_info().misses
    page.run()
    assert not page.exception
    assert built == []
    assert cache._made.cache_info().misses == made


def test_a_filter_that_comes_back_builds_no_chart(built: list[str]) -> None:
    at = AppTest.from_file(str(ROOT / "pages" / "4_sources.py"), default_timeout=WAIT).run()
    for on in (("direct",), (), ("direct",)):
        with inside(at):
            state.set_filters({"mode": on})
        built.clear()
        at.run()
        assert not at.exception
    assert built == []
