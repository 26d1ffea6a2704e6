"""The short tour: offered once, called again from any page, never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.shared_data import ROOT
from ui.tour import STEPS

WAIT = 300


@pytest.fixture(autouse=True)
def first_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/library.db")


def visit(page: str = "1_overview") -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=WAIT).run()


def has(app: AppTest, key: str) -> bool:
    return any(b.key == key for b in app.button)


def step(app: AppTest) -> str:
    return next(m.value for m in app.markdown if f" of {len(STEPS)}: " in m.value)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def test_it_is_offered_on_the_first_start_and_goes_to_its_end() -> None:
    app = press(visit(), "tour_start")
    for number, (title, text) in enumerate(STEPS, start=1):
        assert step(app) == f"**{number} of {len(STEPS)}: {title}.** {text}"
        assert has(app, "tour_back") == (number > 1)
        if number < len(STEPS):
            press(app, "tour_next")
    assert not has(app, "tour_next")
    assert step(press(app, "tour_back")).startswith(f"**{len(STEPS) - 1} of")
    press(app, "tour_end")
    assert not has(app, "tour_end")
    assert not has(visit(), "tour_start")


def test_declined_it_is_not_offered_again_and_can_be_called_from_any_page() -> None:
    press(visit(), "tour_decline")
    assert not has(visit(), "tour_start")
    other = visit("2_tone")
    assert not has(other, "tour_start")
    assert step(press(other, "tour_again")).startswith("**1 of")
