"""How long a reader waits: ``python -m benchmarks dashboard``, in a real browser, medians.

A server of its own with an empty library is started; every act is timed from the click to the
moment its result is in sight (and inside the window, for words), as a reader would see it.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.driver import ARGS, PATIENCE, chromium, dashboard, open_page, settled
from library import sample_articles

TIMES = 5
LONG = 10_000
"""Words of the pasted article: the samples in turn, so that it is news and ours."""
MUST = {
    "start to first chart, cold": 5.0,
    "filter change to redraw": 0.5,
    "click on a mark to its words in sight": 0.4,
    "page switch, sample": 0.4,
    "page switch, 10,000 words": 0.8,
    "pasted 10,000 words to all results": 6.0,
}


def measure() -> Iterator[tuple[str, float, int]]:
    """Each act with its median in seconds and how often it was timed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        expect.set_options(timeout=PATIENCE)
        began = time.perf_counter()
        with dashboard(Path(folder)) as address:
            page = _page(browser)
            page.goto(f"{address}/?article={sample_articles()[0].id}", timeout=PATIENCE)
            page.locator(".st-key-score svg.marks").wait_for(timeout=PATIENCE)
            yield "start to first chart, cold", time.perf_counter() - began, 1
            settled(page)
            yield "click on a mark to its words in sight", *_medians(lambda: _click(page))
            yield "page switch, sample", *_medians(lambda: _switch(page))
            open_page(page, f"{address}/sources?article={sample_articles()[0].id}")
            page.locator(".st-key-filters button").first.click()
            page.locator(".st-key-filter_mode button").first.wait_for(timeout=PATIENCE)
            yield "filter change to redraw", *_medians(lambda: _filter(page))
            yield "pasted 10,000 words to all results", _paste(page, address), 1
            yield "page switch, 10,000 words", *_medians(lambda: _switch(page))
        browser.close()


def lines() -> Iterator[str]:
    """The figures as lines, with what they must be and how busy the machine was."""
    yield f"load of the machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    for act, seconds, n in measure():
        yield f"{act}: {seconds:.2f} s (must {MUST[act]:.1f} s, n = {n})"


def _page(browser: Browser) -> Page:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(PATIENCE)
    return page


def _medians(act: Callable[[], float]) -> tuple[float, int]:
    act()  # once without the clock: the first time loads code that later ones have
    return median(act() for _ in range(TIMES)), TIMES


def _click(page: Page) -> float:
    """From a click on a column of the score to its paragraph marked and inside the window."""
    chosen = page.locator(".r .p.on button.n")
    now = chosen.inner_text() if chosen.count() else ""
    wanted = "10" if now != "10" else "1"
    label = page.locator(".st-key-score svg.marks text").get_by_text(wanted, exact=True).last
    label.scroll_into_view_if_needed()
    began = time.perf_counter()
    label.click()
    expect(page.locator(".r .p.on button.n")).to_have_text(wanted)
    expect(page.locator(".r .p.on")).to_be_in_viewport()
    taken = time.perf_counter() - began
    settled(page)
    return taken


def _switch(page: Page) -> float:
    """From a click in the menu to the charts of the other page, there and back, halved."""
    began = time.perf_counter()
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name="Tone").click()
    page.locator(".st-key-tone_bars_chart svg.marks").wait_for()
    menu.get_by_role("link", name="Overview").click()
    page.locator(".st-key-score svg.marks").wait_for()
    taken = (time.perf_counter() - began) / 2
    settled(page)
    return taken


def _filter(page: Page) -> float:
    """From a click on a filter to the count above the figures, on and off in turn."""
    bar = page.locator(".st-key-filter_bar")
    on = page.locator(".st-key-chip_mode").count() > 0
    began = time.perf_counter()
    page.locator(".st-key-filter_mode button", has_text="paraphrased").first.click()
    expect(bar.locator(".st-key-chip_mode")).to_have_count(0 if on else 1)
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()
    taken = time.perf_counter() - began
    settled(page)
    return taken


def _paste(page: Page, address: str) -> float:
    """From saving 10,000 pasted words, through check, to the first chart of their Overview."""
    open_page(page, f"{address}/add")
    body = "\n\n".join(p.span.of(a.text) for a in sample_articles() for p in a.body)
    copies = LONG // max(1, len(body.split())) + 1
    page.get_by_label("The text of an article").fill(
        "A long day\n\n" + "\n\n".join([body] * copies)
    )
    began = time.perf_counter()
    page.get_by_role("button", name="Check this text").click()
    page.get_by_role("button", name="Save this article").click()
    page.get_by_role("link", name="Open the Overview").click()
    page.locator(".st-key-score svg.marks").wait_for()
    return time.perf_counter() - began
