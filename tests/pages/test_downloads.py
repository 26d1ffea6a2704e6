"""What leads out of the pages: a report, data and pictures, made only when asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import read_article
from library import open_store
from tests.shared_data import ROOT


def opened(page: str, part: str = "") -> AppTest:
    """The page as it stands once the link of the first visit is taken up."""
    at = AppTest.from_file(str(ROOT / "pages" / page), default_timeout=300)
    if part:
        at.query_params["part"] = part
    return at.run().run()


def buttons(at: AppTest) -> list[str]:
    return [b.label for b in at.get("download_button")]


def test_the_foot_offers_a_report_and_no_picture_is_made_at_load(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "vl_convert", raising=False)
    at = opened("1_overview.py")
    assert not at.exception
    assert buttons(at) == ["Download a report"]
    assert "vl_convert" not in sys.modules


@pytest.mark.parametrize(
    ("page", "chart"),
    [("1_overview.py", "score"), ("4_sources.py", "chart_words"), ("9_compare.py", "compare_tone")],
)
def test_the_menu_of_a_chart_and_of_the_data_open(
    page: str, chart: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/empty.db")
    at = opened(page, "Tone" if chart == "compare_tone" else "")
    at.session_state[f"{chart}_take"] = True
    at.session_state["foot_data"] = at.session_state["compare_data"] = True
    at.run()
    assert not at.exception
    found = buttons(at)
    for label in ("Picture (PNG)", "Drawing (SVG)", "Vega-Lite (JSON)", "Data (CSV)",
                  "Excel workbook", "Tables (CSV)", "Tables (Parquet)", "JSON"):  # fmt: skip
        assert label in found


def test_the_library_offers_a_report_of_what_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{tmp_path}/library.db")
    store = open_store()
    for day in ("Friday", "Sunday"):
        text = f'Ferry on {day}\n\n"It is safe," Lena Oduya told the Skerry Post on {day}.'
        store.save(read_article(text))
    at = opened("6_library.py")
    assert not at.exception
    assert "2 articles listed:" in [m.value for m in at.markdown]
    assert "Download a report" in buttons(at)
