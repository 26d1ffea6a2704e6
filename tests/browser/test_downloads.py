"""Files a reader takes along, as a browser saves them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

from benchmarks.driver import PATIENCE, open_page, settled
from tests.browser.test_frame import sample

pytestmark = pytest.mark.browser


def saved(page: Page, label: str) -> tuple[str, bytes]:
    """The name and bytes of the file this button gives."""
    with page.expect_download(timeout=PATIENCE) as waited:
        page.get_by_role("button", name=label, exact=True).click()
    return waited.value.suggested_filename, Path(str(waited.value.path())).read_bytes()


def test_chart_and_report_are_saved_under_names_that_say_what_they_are(
    page: Page, server: str
) -> None:
    open_page(page, sample(server))
    page.locator(".st-key-score_take").get_by_role("button").first.click()
    settled(page)
    name, data = saved(page, "Picture (PNG)")
    assert name == "port-ellery-council-votes-to-close-grainger-bridge-for-a-score.png"
    assert data.startswith(b"\x89PNG")
    name, data = saved(page, "Vega-Lite (JSON)")
    told = json.loads(data)
    assert "Harbour Courier" in " ".join(told["title"]["subtitle"])
    name, data = saved(page, "Data (CSV)")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {"columns.csv", "about.txt"} < set(archive.namelist())
    page.keyboard.press("Escape")
    name, data = saved(page, "Download a report")
    assert name.endswith("-report.html")
    assert data.startswith(b"<!DOCTYPE html>")
