"""Hostile names and contents in a real browser: text stays text, and nothing leads out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from analysis import read_article
from analysis.records import Correction
from analysis.reliability import Judgement
from benchmarks.driver import PATIENCE, dashboard, existing_pages, open_page, settled
from library import Checks, Corrections, Store, draw_sample
from tests.browser.conftest import watched

pytestmark = pytest.mark.browser
OUT = "https://evil.example/a www.evil.example spy@evil.example"
PICTURE = "![x](https://evil.example/i.png) <img src=//evil.example/j onerror=alert(1)> :smile:"
TITLE = f"Harbour vote {OUT} {PICTURE}"
FORMULA = "=HYPERLINK(“x”)+1"
TEXT = f"""{TITLE}

“The quay is closed,” said Ann Bree of https://evil.example/b on Monday. “It is terrible.”

According to www.evil.example, the harbour office of Tolland lost good money.

{FORMULA} said the +Plus Party spokesman Jon @Corry. “We are glad,” wrote spy@evil.example.

{PICTURE} said the mayor, Olga Trent. Ann Bree and Olga Trent met in Tolland.
"""
NAMES = (
    "../../../etc/passwd.txt",
    "<img src=x onerror=alert(1)>.txt",
    "=cmd|' /C calc'!A0.txt",
    "[a](https:／／evil.example) www.evil.example.txt",
    "txt.\u202egnp.txt",
    "a" * 180 + ".txt",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard whose library holds what another machine may have put into it."""
    folder = Path(tmp_path_factory.mktemp("hostile"))
    store = Store(f"sqlite:///{folder}/library.db")
    for n in (1, 2):
        text = TEXT.replace("Harbour vote", f"Harbour vote {n}")
        article = read_article(text, title=f"{n} {TITLE}", outlet=f"{n} {OUT}", author=OUT)
        id = store.save(article).id
        store.label([id], collection=OUT, tag=PICTURE)
    sample = draw_sample(store, "names", 5, name=TITLE)
    checks = Checks(store)
    number = checks.drawn(sample.id)[0].number
    for coder in (OUT, PICTURE):
        checks.judge([Judgement(number, coder, "right")])
    name = next(m for e in store.analysis(id).entities for m in e.mentions if m.kind == "name")
    Corrections(store, id).add(Correction("rename", name.span, value=f"Ann {OUT} {PICTURE}"))
    store.close()
    with dashboard(folder) as address:
        yield f"{address}/PAGE?article={id}"


@pytest.fixture
def visitor(browser: Browser, hostile: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(PATIENCE)
    with watched(context, hostile.split("/PAGE")[0]) as page:
        yield page
    context.close()


def leads_out(page: Page) -> list[str]:
    """Addresses of links, pictures and frames that are not of this machine, in the whole page."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('[href], [src], [action], [srcset]')]
        .map(n => n.getAttribute('href') || n.getAttribute('src') || n.getAttribute('action')
                  || n.getAttribute('srcset'))
        .filter(a => !a.startsWith('#') && !/^(data|blob):/.test(a)
                     && new URL(a, location.href).origin !== location.origin)"""
    )
    return found


def everything_opened(page: Page) -> Iterator[str]:
    """Opens each tab and box of the page in turn; says where it is."""
    yield "first screen"
    for name in page.get_by_role("tab").all_inner_texts():
        page.get_by_role("tab", name=name, exact=True).first.click()
        settled(page)
        yield name
    for summary in page.locator("[data-testid='stExpander'] summary:visible").all():
        summary.click()
        settled(page)
    yield "boxes"


@pytest.mark.parametrize("path", existing_pages())
def test_an_address_in_an_article_is_no_link_on_any_page(
    visitor: Page, hostile: str, path: str
) -> None:
    open_page(visitor, hostile.replace("PAGE", path))
    for where in everything_opened(visitor):
        assert (where, leads_out(visitor)) == (where, [])
    assert visitor.locator("[data-testid='stMain'] img[src*='evil']").count() == 0


def test_compare_shows_addresses_as_text(visitor: Page, hostile: str) -> None:
    open_page(visitor, hostile.replace("PAGE", "compare"))
    box = visitor.get_by_role("combobox").first
    for _ in range(2):
        box.click()
        visitor.get_by_role("option").first.click()
        settled(visitor)
    expect(visitor.get_by_text("The same statement, by outlet")).to_be_visible(timeout=PATIENCE)
    for where in everything_opened(visitor):
        assert (where, leads_out(visitor)) == (where, [])


def test_what_coders_are_called_is_text(visitor: Page, hostile: str) -> None:
    open_page(visitor, hostile.replace("PAGE", "check"))
    visitor.locator("[class*='st-key-row_'] button").first.click()
    expect(visitor.get_by_text("Figures of")).to_be_visible(timeout=PATIENCE)
    for where in everything_opened(visitor):
        assert (where, leads_out(visitor)) == (where, [])
    visitor.get_by_role("button", name=re.compile("coding")).click()
    expect(visitor.locator(".st-key-code_ways")).to_be_visible(timeout=PATIENCE)
    settled(visitor)
    assert leads_out(visitor) == []


def test_a_table_leaves_only_by_our_own_download(visitor: Page, hostile: str) -> None:
    """Streamlit's own CSV would keep a cell that a spreadsheet runs."""
    open_page(visitor, hostile.replace("PAGE", "entities"))
    box = visitor.locator("[data-testid='stExpander'] summary", has_text="Show as a table").first
    box.click()
    table = visitor.get_by_test_id("stDataFrame")
    frame = visitor.locator("[data-testid='stFullScreenFrame']:visible", has=table).first
    frame.hover()
    tools = frame.get_by_test_id("stElementToolbar").get_by_role("button")
    expect(tools.first).to_be_visible(timeout=PATIENCE)
    names = " ".join(b.evaluate("b => b.outerHTML") for b in tools.all())
    assert re.search("(?i)search|full", names), names
    assert not re.search("(?i)download|csv", names), names
    visitor.locator("[class*='st-key-'][class*='_take'] button").first.click()
    with visitor.expect_download(timeout=PATIENCE) as given:
        visitor.get_by_role("button", name="Data (CSV)").click()
    with zipfile.ZipFile(given.value.path()) as held:
        name = next(n for n in held.namelist() if n not in ("columns.csv", "about.txt"))
        cells = list(csv.reader(io.StringIO(held.read(name).decode("utf-8-sig"))))
    assert len(cells) > 3
    assert not [c for row in cells for c in row if re.match(r"[=@\t\r]|[+-](?![\d.])", c)]


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_of_a_file_is_text(visitor: Page, hostile: str, name: str) -> None:
    upload(visitor, hostile, (name, TEXT.replace("vote", f"vote {name}").encode()))
    expect(visitor.get_by_label("Title")).to_be_visible(timeout=PATIENCE)
    for where in everything_opened(visitor):
        assert (where, leads_out(visitor)) == (where, [])


def test_names_and_reasons_of_what_cannot_be_read_are_text(visitor: Page, hostile: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (*NAMES, "\x1b[31m.txt", "/abs.txt", "C:\\x.txt"):
            archive.writestr(name, b"\x00\x01\x02 <script>alert(1)</script> " + name.encode())
        archive.writestr("deep.zip", b"PK\x03\x04 no zip")
        archive.writestr("x.html", f"<title>{TITLE}</title><script src=//evil.example></script>")
    upload(visitor, hostile, ("../<b>many</b>.zip", held.getvalue()))
    expect(visitor.get_by_text("could not be read")).to_be_visible(timeout=PATIENCE)
    assert leads_out(visitor) == []
    with visitor.expect_download(timeout=PATIENCE) as given:
        visitor.get_by_role("button", name="Download this list").click()
    listed = list(csv.reader(io.StringIO(given.value.path().read_text(encoding="utf-8-sig"))))
    assert len(listed) > len(NAMES)
    assert not [c for row in listed for c in row if c.startswith(("=", "+", "-", "@"))]


def upload(page: Page, hostile: str, *files: tuple[str, bytes]) -> None:
    open_page(page, hostile.replace("PAGE", "add"))
    page.get_by_role("tab", name="Upload files").click()
    chooser: Locator = page.get_by_test_id("stFileUploader").first.locator("input[type=file]")
    chooser.set_input_files(
        files=[{"name": n, "mimeType": "application/octet-stream", "buffer": b} for n, b in files]
    )
    settled(page)
