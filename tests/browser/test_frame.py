"""The router, one selection for all pages, clicks and their keyboard twins."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from library.samples import sample_articles
from tests.browser.conftest import Visit
from tests.browser.driver import PATIENCE, bars, existing_pages, in_url, open_page, settled

pytestmark = pytest.mark.browser


def sample(server: str) -> str:
    """The Overview of the first sample: other tests keep articles of their own."""
    return f"{server}/?article={sample_articles()[0].id}"


def test_a_cold_deep_link_shows_that_page_with_the_whole_menu(first_visit: Visit) -> None:
    assert first_visit.title == "Add articles"
    assert len(first_visit.menu) == len(existing_pages())
    assert first_visit.path.startswith("/add")


def test_a_click_on_a_bar_goes_to_its_paragraph(page: Page, server: str) -> None:
    open_page(page, sample(server))
    bar = bars(page, "small_tone").nth(2)
    bar.scroll_into_view_if_needed()
    bar.click()
    expect(page).to_have_url(re.compile(r"[?&]paragraph=\d+"), timeout=PATIENCE)
    chosen = page.locator(".r .p.on")
    expect(chosen).to_have_count(1, timeout=PATIENCE)
    assert chosen.locator("button.n").inner_text() == "3"
    expect(chosen).to_be_in_viewport(timeout=PATIENCE)


def test_a_click_on_a_paragraph_marks_its_bar(page: Page, server: str) -> None:
    open_page(page, sample(server))
    page.get_by_role("button", name="Paragraph 2", exact=True).click()
    settled(page)
    expect(page.locator(".r .p.on button.n")).to_have_text("2")
    expect(bars(page, "small_tone").nth(1)).to_have_attribute("opacity", "1", timeout=PATIENCE)
    expect(bars(page, "small_tone").nth(0)).not_to_have_attribute("opacity", "1")


def test_a_name_in_the_text_is_chosen_everywhere(page: Page, server: str) -> None:
    open_page(page, sample(server))
    mention = page.locator(".r .entity").first
    words = mention.inner_text()
    mention.click()
    expect(page).to_have_url(re.compile("[?&]entity="), timeout=PATIENCE)
    expect(page.locator(".r .entity.on", has_text=words).first).to_be_visible(timeout=PATIENCE)


def test_the_score_selects_from_any_of_its_rows(page: Page, server: str) -> None:
    open_page(page, sample(server))
    score = page.locator(".st-key-score svg.marks")
    score.scroll_into_view_if_needed()
    label = page.locator(".st-key-score svg text", has_text="Judith Castellane").last
    label.click()
    expect(page).to_have_url(re.compile("[?&](entity|source)="), timeout=PATIENCE)


def test_the_keyboard_reaches_what_a_click_does(page: Page, server: str) -> None:
    open_page(page, sample(server))
    box = page.get_by_role("combobox", name=re.compile("Paragraph"))
    box.focus()
    page.keyboard.type("Paragraph 4")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".r .p.on button.n")).to_have_text("4", timeout=PATIENCE)
    button = page.get_by_role("button", name="Paragraph 5", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".r .p.on button.n")).to_have_text("5", timeout=PATIENCE)


def test_the_selection_survives_a_page_switch_and_a_reload(page: Page, server: str) -> None:
    open_page(page, sample(server))
    page.get_by_role("button", name="Paragraph 3", exact=True).click()
    expect(page).to_have_url(re.compile("paragraph="), timeout=PATIENCE)
    chosen = page.url.split("paragraph=")[1].split("&")[0]
    page.get_by_test_id("stSidebarNav").get_by_role("link").nth(1).click()
    page.wait_for_url(re.compile(r"/(tone|entities|sources|add)\?"), timeout=PATIENCE)
    settled(page)
    in_url(page, "paragraph", chosen)
    page.reload()
    settled(page)
    in_url(page, "paragraph", chosen)
    page.get_by_test_id("stSidebarNav").get_by_role("link").first.click()
    expect(page.locator(".r .p.on button.n")).to_have_text("3", timeout=PATIENCE)


def test_the_text_stays_in_sight_while_the_findings_scroll(page: Page, server: str) -> None:
    open_page(page, f"{server}/sources?article={sample_articles()[0].id}")
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 1200)")
    reader = page.locator(".st-key-reader")
    expect(reader).to_be_in_viewport(ratio=0.95)
    assert reader.evaluate("node => node.clientHeight") > 700


def test_on_a_phone_the_text_is_behind_a_tab_that_names_what_was_clicked(
    page: Page, server: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, sample(server))
    expect(page.locator(".r article")).to_be_hidden()
    bar = bars(page, "small_tone").nth(9)
    bar.scroll_into_view_if_needed()
    bar.click()
    tab = page.get_by_role("radio", name="Text: paragraph 10")
    expect(tab).to_be_in_viewport(timeout=PATIENCE)
    tab.click()
    expect(page.locator(".r .p.on")).to_be_in_viewport(timeout=PATIENCE)
    expect(bar).to_be_hidden()
