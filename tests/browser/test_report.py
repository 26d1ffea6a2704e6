"""A report in a browser: axe finds no violation of WCAG 2 A and AA in it, in either theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from analysis import analyze
from benchmarks.driver import PATIENCE
from library import sample_articles
from report import report_html
from tests.browser.test_access import RULES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_report_keeps_to_wcag_aa(browser: Browser, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(report_html(map(analyze, sample_articles()[:2]), "Two"), encoding="utf-8")
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # a report forbids scripts, axe is one
    )
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        found = Axe().run(page, options=RULES)
    finally:
        context.close()
    assert not [v["id"] for v in found.response["violations"]]
