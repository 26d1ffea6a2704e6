"""What Vega had to drop or could not place it says in the console; no page gives it a reason."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks.driver import PAGES, existing_pages, open_page
from library import sample_articles

TABS = {"tone": "Whose tone", "entities": "Together", "sources": "Where"}
"""A tab beside the one that is open at first."""


@pytest.mark.parametrize("path", existing_pages())
def test_vega_has_nothing_to_warn_of(page: Page, server: str, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda m: said.append(m.text) if m.text.startswith("WARN") else None)
    ids = [a.id for a in sample_articles()[:3]]
    for link in _links(path, ids):
        open_page(page, f"{server}/{link}")
        page.wait_for_timeout(500)  # charts are drawn after the script has ended
    assert said == []


def _links(path: str, ids: list[str]) -> list[str]:
    assert path in PAGES
    if path == "compare":
        return [f"compare?compare={','.join(ids)}"]
    first = f"{path}?article={ids[0]}"
    return [first, f"{first}&part={TABS[path]}"] if path in TABS else [first]
