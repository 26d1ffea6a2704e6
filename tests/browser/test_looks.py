"""What looking at the pages found wrong with them, in a library that holds the samples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from analysis import read_article
from benchmarks.driver import PATIENCE, dashboard, open_page
from library import open_store, sample_articles

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
NAMELESS = "Snow closed the pass above Tarnholm. Nobody was hurt, the road office said."


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = Path(tmp_path_factory.mktemp("looks"))
    store = open_store(f"sqlite:///{folder}/library.db")
    for article in (*sample_articles(), read_article(NAMELESS)):
        store.analysis(store.save(article).id)
    with dashboard(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_the_library_opens_at_its_top_whatever_repeats_or_was_chosen(
    page: Page, filled: str
) -> None:
    article = sample_articles()[0]
    open_page(page, f"{filled}/library?article={article.id}&paragraph={len(article.body)}")
    page.locator(".r .p.on").wait_for()
    page.wait_for_timeout(500)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("m => m.scrollHeight > m.clientHeight")
    assert main.evaluate("m => m.scrollTop") == 0


def test_an_article_without_a_title_is_called_by_how_it_begins(page: Page, filled: str) -> None:
    open_page(page, f"{filled}/library")
    menu = page.get_by_test_id("stSidebar")
    assert menu.get_by_text("Snow closed the pass above Tarnholm. Nobody was hurt, the").count()


@pytest.mark.parametrize("path", ["", "tone", "entities", "sources"])
def test_no_word_of_a_chart_is_under_12_pixels(page: Page, filled: str, path: str) -> None:
    open_page(page, f"{filled}/{path}?article={sample_articles()[0].id}")
    page.locator("svg.marks text").first.wait_for()
    sizes = "all => all.map(t => parseFloat(getComputedStyle(t).fontSize))"
    found = page.locator("svg.marks text").evaluate_all(sizes)
    assert found
    assert min(found) >= 12


def test_a_long_name_takes_two_lines_on_a_phone(page: Page, filled: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, f"{filled}/sources?article={sample_articles()[0].id}")
    names = page.locator(".st-key-chart_words_chart svg.marks text[text-anchor=end]")
    long = names.filter(has_text="Ellery General")
    expect(long.locator("tspan")).to_have_text(["Ellery General", "Hospital"], timeout=PATIENCE)
    middles = "all => all.map(t => t.getBoundingClientRect()).map(b => (b.top + b.bottom) / 2)"
    rows = sorted(names.evaluate_all(middles))
    steps = [after - before for before, after in pairwise(rows)]
    assert max(steps) - min(steps) < 4  # each about the middle of its row


def test_a_long_title_takes_two_lines_on_a_phone(page: Page, filled: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, f"{filled}/trust")
    lines = page.locator("svg.marks .role-title-text text").first.locator("tspan")
    expect(lines).to_have_count(2, timeout=PATIENCE)
    assert "…" not in "".join(lines.all_text_contents())


def test_every_row_of_a_chart_keeps_its_name_on_a_phone(page: Page, filled: str) -> None:
    page.set_viewport_size(PHONE)
    open_page(page, f"{filled}/sources?article={sample_articles()[0].id}&part=Heard%20or%20named")
    names = page.locator(".st-key-chart_heard_chart .role-axis-label text")
    names.filter(has_text="Castellane").wait_for()
    assert set(names.evaluate_all("all => all.map(t => t.getAttribute('opacity'))")) == {"1"}


def test_words_of_charts_follow_the_theme_at_once(page: Page, filled: str) -> None:
    open_page(page, f"{filled}/tone?article={sample_articles()[0].id}")
    label = page.locator("svg.marks .role-axis-label text").first
    expect(label).to_have_css("fill", "rgb(24, 24, 27)", timeout=PATIENCE)
    page.emulate_media(color_scheme="dark")
    expect(label).to_have_css("fill", "rgb(236, 236, 234)", timeout=PATIENCE)


def test_nothing_lies_over_the_buttons_at_the_head_of_the_text(page: Page, filled: str) -> None:
    """Streamlit's header did: its empty part took the clicks meant for "Correct"."""
    open_page(page, f"{filled}/?article={sample_articles()[0].id}")
    button = page.locator(".st-key-text_column").get_by_role("button", name="Correct").first
    button.wait_for()
    button.click()
    expect(page.locator(".st-key-correcting")).to_be_visible(timeout=PATIENCE)
