"""Pictures of every page, light and dark, wide and phone width, to be looked at.

``python -m benchmarks.screenshots OUTDIR`` starts a dashboard of its own with an empty
library and writes ``OUTDIR/overview-1440-light.png`` and so on.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.driver import ARGS, PATIENCE, dashboard, existing_pages, open_page
from tests.conftest import chromium

WIDTHS = {1440: 1000, 390: 844}
TALLEST = 6000


def main() -> None:
    """Write the pictures; says each file as it is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", action="append", help="URL path of a page (default: every page)")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as library,
        dashboard(Path(library)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        for path in given.page or existing_pages():
            _every_look(browser, address, path, given.folder)


def _every_look(browser: Browser, address: str, path: str, folder: Path) -> None:
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            open_page(page, f"{address}/{path}")
            file = folder / f"{path or 'overview'}-{width}-{scheme}.png"
            _whole_page(page, width, file)
            context.close()
            print(file)


def _whole_page(page: Page, width: int, file: Path) -> None:
    """Streamlit scrolls inside the page, so the window is made as tall as its content."""
    page.wait_for_timeout(1500)  # charts draw after the script has ended
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(int(tall) + 10, TALLEST)})
    page.wait_for_timeout(800)
    page.screenshot(path=file)


if __name__ == "__main__":
    main()
