"""Every cell and mark of Compare, and every row of Through whom, leads to its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from analysis import read_article
from benchmarks.driver import PATIENCE, dashboard, in_url, open_page, settled
from library import open_store, sample_articles
from tests.browser.conftest import watched

pytestmark = pytest.mark.browser
RELAYED = """Pier at Tarnholm stays shut

“We found rust in every second post,” Ada Reyl told the Harbour Bulletin on Monday. She runs the
port office.

“Nobody may fish there before spring,” Ms. Reyl said.
"""
MARKS = {
    # what is clicked, the page it leads to, what the link then shows
    "compare_tone": ("Tone", "g.mark-symbol.role-mark path", "tone", "sentences"),
    "compare_names": ("Names", "g.mark-rect path", "entities", "names"),
    "compare_sources": ("Sources", "g.mark-rect path", "sources", "statements"),
    "compare_unnamed": ("Sources", "g.mark-rect path", "sources", "statements"),
}
TABLES = {"compare_heard_rows": "Sources", "compare_joins": "Names"}
OFTEN = ("compare_tone", "compare_sources", "compare_heard_rows")
"""One of each way of drawing; the others go the same way, and each takes a quarter of a minute."""


def _rarely(key: str) -> object:
    return key if key in OFTEN else pytest.param(key, marks=pytest.mark.slow)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = Path(tmp_path_factory.mktemp("compare"))
    store = open_store(f"sqlite:///{folder}/library.db")
    for article in (*sample_articles()[:3], read_article(RELAYED, outlet="Coast Post")):
        store.analysis(store.save(article).id)
    with dashboard(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser, filled: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(PATIENCE)
    with watched(context, filled) as opened:
        yield opened
    context.close()


def tab(page: Page, server: str, part: str) -> None:
    ids = ",".join(a.id for a in sample_articles()[:3])
    open_page(page, f"{server}/compare?compare={ids}&part={part}")


def choose_row(table: Locator, row: int) -> None:
    """Tick the box at the left of a row; the table is drawn on a canvas."""
    table.scroll_into_view_if_needed()
    table.click(position={"x": 15, "y": 35 + 35 * row + 17})


def marked(page: Page, things: str, path: str) -> None:
    """The article is open on this page and its passages are marked in the text."""
    expect(page).to_have_url(re.compile(rf"/{path}\?.*show={things}"), timeout=PATIENCE)
    expect(page.locator(".r .highlight").first).to_be_in_viewport(timeout=PATIENCE)


@pytest.mark.parametrize("key", [_rarely(key) for key in MARKS])
def test_a_mark_shows_its_words_and_leads_there(page: Page, filled: str, key: str) -> None:
    part, mark, path, things = MARKS[key]
    tab(page, filled, part)
    page.locator(f".st-key-{key}_chart {mark}").first.click(force=True)
    box = page.locator(".st-key-cell_words")
    expect(box.locator("blockquote strong").first).to_be_visible(timeout=PATIENCE)
    words = box.locator("blockquote strong").first.inner_text()
    settled(page)
    box.get_by_role("button", name="Read them there").first.click()
    marked(page, things, path)
    shown = " ".join(" ".join(page.locator(".r .highlight").all_inner_texts()).split())
    assert " ".join(words.split())[:30] in shown


@pytest.mark.parametrize("key", [_rarely(key) for key in TABLES])
def test_a_row_of_a_table_shows_the_words_too(page: Page, filled: str, key: str) -> None:
    tab(page, filled, TABLES[key])
    if key == "compare_heard_rows":
        page.locator(".st-key-compare_heard_table").get_by_text("Show as a table").click()
    choose_row(page.locator(f".st-key-{key}"), 0)
    box = page.locator(".st-key-cell_words")
    expect(box.locator("blockquote strong").first).to_be_visible(timeout=PATIENCE)
    settled(page)
    box.get_by_role("button", name="Let go").click()
    expect(box).to_have_count(0, timeout=PATIENCE)
    in_url(page, "cell", None)


def test_a_passage_in_common_is_read_in_both(page: Page, filled: str) -> None:
    tab(page, filled, "Passages")
    buttons = page.get_by_role("button", name=re.compile("^Read it in "))
    expect(buttons).to_have_count(2, timeout=PATIENCE)
    label = buttons.nth(1).inner_text().removeprefix("Read it in ")
    there = next(a for a in sample_articles() if a.outlet == label)
    buttons.nth(1).click()
    expect(page.locator(".r .p.on")).to_be_in_viewport(timeout=PATIENCE)
    in_url(page, "article", there.id)


def test_who_passed_words_on_leads_to_the_words(page: Page, filled: str) -> None:
    open_page(page, f"{filled}/person?who=ada reyl&part=Through whom")
    choose_row(page.locator(".st-key-person_relays"), 0)
    settled(page)
    choose_row(page.locator(".st-key-person_relayed"), 0)
    expect(page.locator(".r .highlight").first).to_contain_text("rust", timeout=PATIENCE)


def test_a_statement_of_somebody_opens_its_words(page: Page, filled: str) -> None:
    open_page(page, f"{filled}/person?who=ada reyl&part=Statements")
    choose_row(page.locator(".st-key-person_heard"), 1)
    in_url(page, "article", read_article(RELAYED, outlet="Coast Post").id)
    expect(page.locator(".r .highlight").first).to_contain_text("Nobody may fish", timeout=PATIENCE)
