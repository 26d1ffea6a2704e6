"""The router, one selection for all pages, clicks and their keyboard twins."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.driver import PATIENCE, existing_pages, in_url, open_page, settled
from library.samples import sample_articles
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser


def sample(server: str) -> str:
    """The Overview of the first sample: other tests keep articles of their own."""
    return f"{server}/?article={sample_articles()[0].id}"


def test_a_cold_deep_link_shows_that_page_with_the_whole_menu(first_visit: Visit) -> None:
    assert first_visit.title == "Add articles"
    assert len(first_visit.menu) == len(existing_pages())
    assert first_visit.path.startswith("/add")


def column(page: Page, number: int) -> None:
    """Click the column of a body paragraph in the score, as a reader does."""
    label = page.locator(".st-key-score svg.marks text").get_by_text(str(number), exact=True).last
    label.click(timeout=PATIENCE)


def test_a_click_on_the_score_goes_to_its_paragraph_within_the_window(
    page: Page, server: str
) -> None:
    open_page(page, sample(server))
    column(page, 10)
    expect(page).to_have_url(re.compile(r"[?&]paragraph=10(&|$)"), timeout=PATIENCE)
    chosen = page.locator(".r .p.on")
    expect(chosen).to_have_count(1, timeout=PATIENCE)
    assert chosen.locator("button.n").inner_text() == "10"
    expect(chosen).to_be_in_viewport(ratio=0.9, timeout=PATIENCE)


def test_a_figure_of_the_sentences_lights_up_its_words_and_back_lets_go(
    page: Page, server: str
) -> None:
    open_page(page, sample(server))
    figure = page.get_by_role("button", name=re.compile(r"^\d+ unnamed")).first
    figure.click()
    expect(page.locator(".r .highlight").first).to_be_in_viewport(timeout=PATIENCE)
    expect(page.locator(".r .strip")).to_contain_text(re.compile(r"1 of \d+"))
    settled(page)
    page.wait_for_timeout(1200)  # longer than ui.link.LAG, in which a link may be late
    page.go_back()
    expect(page.locator(".r .highlight")).to_have_count(0, timeout=PATIENCE)
    in_url(page, "show", None)


def test_filters_are_seen_obeyed_by_the_text_and_kept_across_pages(page: Page, server: str) -> None:
    open_page(page, f"{server}/sources?article={sample_articles()[0].id}&filter=mode:direct")
    expect(page.locator(".st-key-filter_bar")).to_contain_text(re.compile(r"\d+ of \d+ statements"))
    said = page.locator(".r .content").count()
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Overview").click()
    page.wait_for_url(re.compile(r"filter=mode"), timeout=PATIENCE)
    expect(page.locator(".st-key-chip_mode")).to_be_visible(timeout=PATIENCE)
    settled(page)
    page.locator(".st-key-filters_reset button").click()
    expect(page.locator(".st-key-chip_mode")).to_have_count(0, timeout=PATIENCE)
    expect(page.locator(".r .content")).not_to_have_count(said, timeout=PATIENCE)
    in_url(page, "filter", None)


def test_a_click_on_a_paragraph_marks_it_in_the_text(page: Page, server: str) -> None:
    open_page(page, sample(server))
    page.locator(".r article").evaluate("node => { node.drawn = 'once' }")
    page.get_by_role("button", name="Paragraph 2", exact=True).click()
    settled(page)
    expect(page.locator(".r .p.on button.n")).to_have_text("2")
    expect(page.locator(".r [aria-pressed=true]")).to_have_count(1)
    in_url(page, "paragraph", "2")
    assert page.locator(".r article").evaluate("node => node.drawn") == "once"


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
    box = page.get_by_role("combobox", name=re.compile("Find"))
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


def test_on_a_phone_a_choice_brings_its_passage_up_over_the_page(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, sample(server))
    expect(page.locator(".r article")).to_be_hidden()
    page.get_by_role("button", name="paragraph 8").click()
    expect(page.locator(".r .p.on")).to_be_in_viewport(timeout=PATIENCE)
    settled(page)
    page.get_by_role("button", name="Back to the findings").click()
    expect(page.locator(".r article")).to_be_hidden(timeout=PATIENCE)
    page.get_by_role("button", name="Read the text").click()
    expect(page.locator(".r article")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("path", ["sources", "overview"])
def test_a_deep_link_is_found_at_once(page: Page, server: str, path: str) -> None:
    """No answer is a 404, and no box says “Page not found” over the right page."""
    missed: list[str] = []
    page.on("response", lambda r: missed.append(r.url) if r.status >= 400 else None)
    open_page(page, f"{server}/{path}?article={sample_articles()[0].id}")
    assert missed == []
    assert page.get_by_text("Page not found").count() == 0


def test_the_text_stays_where_it_is_while_another_page_begins_at_its_top(
    page: Page, server: str
) -> None:
    open_page(page, sample(server))
    main = page.get_by_test_id("stMain")
    page.locator(".r").evaluate("node => { node.stayed = true; }")
    main.evaluate("node => node.scrollTo(0, 300)")
    assert main.evaluate("node => node.scrollTop") > 0
    menu = page.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name="Sources").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Who is speaking?", timeout=PATIENCE)
    settled(page)
    assert page.locator(".r").evaluate("node => node.stayed") is True
    assert main.evaluate("node => node.scrollTop") == 0
    page.go_back()
    expect(heading).to_have_text("What is this article like?", timeout=PATIENCE)
