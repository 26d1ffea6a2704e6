"""axe finds no violation of WCAG 2 A and AA on any page, in either theme."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from benchmarks.driver import PATIENCE, existing_pages, open_page

pytestmark = pytest.mark.browser
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", existing_pages())
def test_a_page_keeps_to_wcag_aa(browser: Browser, server: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 1000},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        open_page(page, f"{server}/{path}")
        found = Axe().run(page, options=RULES)
    finally:
        context.close()
    lines = [
        f"{v['id']} ({v['impact']}): {node['html'][:160]} {node.get('failureSummary', '')[:300]}"
        for v in found.response["violations"]
        for node in v["nodes"][:3]
    ]
    assert not lines, "\n".join(lines)
