"""Twenty items judged by keyboard alone, across a closed browser; the figures are right."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.driver import PATIENCE, open_page, settled
from library.samples import sample_articles

pytestmark = pytest.mark.browser


def reach(page: Page, name: str, *, role: str = "button") -> None:
    """Tab until the button or field of this name has the focus."""
    wanted = page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
    expect(wanted).to_be_visible(timeout=PATIENCE)
    for _ in range(60):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {name}")


def judge(page: Page, key: str, done: int) -> None:
    page.keyboard.press(key)
    expect(page.get_by_text(f"{done} of 20 done", exact=False)).to_be_visible(timeout=PATIENCE)
    settled(page)


def test_twenty_items_by_keyboard_across_a_closed_browser(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    begin(page, server)
    for done, key in enumerate("yyyseyny", start=1):
        judge(page, key, done)
    judge(page, "u", 7)  # the last was a slip
    judge(page, "d", 8)
    address = page.url
    context.close()

    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    open_there(page, address)
    expect(page.get_by_text("8 of 20 done")).to_be_visible(timeout=PATIENCE)
    settled(page)
    for done in range(9, 21):
        judge(page, "y", done)
    expect(page.get_by_text("All items are judged.")).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("p")
    figures = page.locator(".st-key-check_figures")
    expect(figures).to_contain_text("Ada judged 20 of 20 statements", timeout=PATIENCE)
    expect(figures).to_contain_text("Left out because nobody can tell: 1.")
    expect(figures).to_contain_text("Right: 84 % (95 % interval")  # 16 of the 19 that are sure
    for kind in ("speaker 1", "extent 1", "nothing 1"):
        expect(figures).to_contain_text(kind)
    context.close()


def begin(page: Page, server: str) -> None:
    """Twenty statements of a sample article drawn by keyboard, the coder named, the first shown."""
    open_page(page, f"{server}/check?article={sample_articles()[0].id}")
    reach(page, "How many", role="spinbutton")
    page.keyboard.press("Control+a")
    page.keyboard.type("20")
    page.keyboard.press("Enter")
    settled(page)
    reach(page, "Draw the sample")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("[?&]sample="), timeout=PATIENCE)
    settled(page)
    reach(page, "Coder", role="textbox")
    page.keyboard.type("Ada")
    page.keyboard.press("Enter")
    settled(page)
    reach(page, "Begin coding")
    page.keyboard.press("Enter")
    expect(page.get_by_text("0 of 20 done")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".r .highlight").first).to_be_in_viewport(timeout=PATIENCE)
    settled(page)


def open_there(page: Page, address: str) -> None:
    """A coding screen has no title of the first level: nothing but the item."""
    page.goto(address, timeout=PATIENCE)
    settled(page)
