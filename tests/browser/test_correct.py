"""Choosing words in the text with the mouse and by keys, and the tour, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.driver import PATIENCE, open_page, settled

pytestmark = pytest.mark.browser
BOX = """(root, words) => {
  for (const p of root.querySelectorAll('.p')) {
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at < 0 || walker.currentNode.parentElement.closest('button, .role')) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
      const box = range.getClientRects()[0];
      return [box.left, box.top, box.right, box.bottom];
    }
  }
  return null;
}"""
FIRST = """(root) => {
  const p = root.querySelector('.p.body');
  const ours = (n) => n.tagName !== 'BUTTON' && !n.classList?.contains('role');
  const text = [...p.childNodes].filter(ours).map((n) => n.textContent).join('');
  return text.match(/[\\p{L}\\p{N}]+/gu).slice(0, 8);
}"""


def text_of(page: Page) -> Locator:
    """The reading view, once its words are drawn."""
    expect(page.locator(".r .p.body").first).to_be_visible(timeout=PATIENCE)
    return page.locator(".r").first


def drag(page: Page, words: str) -> None:
    left, top, right, bottom = page.locator(".r").first.evaluate(BOX, words)
    y = (top + bottom) / 2
    page.mouse.move(left + 1, y)
    page.mouse.down()
    page.mouse.move((left + right) / 2, y)
    page.mouse.move(right - 1, y)
    page.mouse.up()


def panel(page: Page, words: str) -> None:
    said = page.locator(".st-key-correcting").get_by_text(re.compile(re.escape(words))).first
    expect(said).to_be_visible(timeout=PATIENCE)


def test_words_chosen_with_the_mouse_are_put_right_and_undone(page: Page, server: str) -> None:
    open_page(page, server)
    first = text_of(page).evaluate(FIRST)
    words = next(w for w in first if len(w) > 3)
    drag(page, words)
    page.get_by_role("button", name=f"Correct: {words}").click(timeout=PATIENCE)
    panel(page, words)
    settled(page)
    box = page.locator(".st-key-correcting")
    box.get_by_text("Part", exact=True).click()
    settled(page)
    box.get_by_role("combobox").first.click()
    page.get_by_role("option", name="caption", exact=True).click()
    settled(page)
    box.get_by_role("button", name="Set the part").click()
    expect(page.get_by_text(re.compile("1 correction by you")).first).to_be_visible(
        timeout=PATIENCE
    )
    settled(page)
    box.get_by_text(re.compile(r"^Made \(1\)")).click()
    box.get_by_role("button", name=re.compile("^Undo")).click(timeout=PATIENCE)
    expect(page.get_by_text(re.compile("1 correction by you"))).to_have_count(0, timeout=PATIENCE)


def test_words_are_chosen_by_keys_alone(page: Page, server: str) -> None:
    open_page(page, server)
    root = text_of(page)
    root.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    chosen = page.locator(".r .said-aloud")
    expect(chosen).to_have_text(re.compile(r"^Chosen: \S+ \S+$"), timeout=PATIENCE)
    words = chosen.inner_text().removeprefix("Chosen: ")
    page.keyboard.press("Enter")
    panel(page, words)
    settled(page)
    expect(page.locator(".r .picked.kept").first).to_be_visible(timeout=PATIENCE)
    root.focus()
    page.keyboard.press("Escape")
    expect(page.locator(".r .picked")).to_have_count(0, timeout=PATIENCE)


def test_the_tour_goes_from_step_to_step_on_any_page(page: Page, server: str) -> None:
    open_page(page, f"{server}/sources")
    page.get_by_role("button", name="Tour", exact=True).click()
    box = page.locator(".st-key-tour")
    expect(box).to_contain_text("1 of", timeout=PATIENCE)
    box.get_by_role("button", name="Next").click()
    expect(box).to_contain_text("2 of", timeout=PATIENCE)
    settled(page)
    box.get_by_role("button", name="End the tour").click()
    expect(box).to_have_count(0, timeout=PATIENCE)
