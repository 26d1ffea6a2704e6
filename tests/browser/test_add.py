"""Adding articles in a real browser: upload, paste, hostile markup."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from benchmarks.driver import PATIENCE, open_page, settled

pytestmark = pytest.mark.browser
MANY = 600
"""Articles enough to take longer to keep than a click takes."""

ARTICLE = """Ferry line to Brask reopens after storm

By Ilse Verhoun

The ferry line between Ostrel and Brask reopened on Monday after a wonderful effort by the crew.

"We were afraid for the boats," said Captain Rolf Dannick. "The storm was terrible."

The harbour office said all sailings would run on time by Friday.
"""
HOSTILE = """<script>alert(1)</script> council meets <img src=x onerror=alert(2)>

"<b onmouseover=alert(3)>We love</b> this town," said Mayor <i>Olga</i> Trent.

<form action=//evil.example><input name=password></form> [link](javascript:alert(4)) $x^2$ :smile:

The council of Varn Holt said <style>body{display:none}</style> nothing more.
"""


def upload(page: Page, server: str, name: str, text: str) -> None:
    open_page(page, f"{server}/add")
    page.get_by_role("tab", name="Upload files").click()
    chooser = page.get_by_test_id("stFileUploader").first.locator("input[type=file]")
    file = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    chooser.set_input_files(files=[file])
    settled(page)


def test_an_uploaded_file_is_checked_kept_and_shown_with_its_charts(
    page: Page, server: str
) -> None:
    upload(page, server, "ferry.txt", ARTICLE)
    expect(page.get_by_label("Title")).to_have_value(
        "Ferry line to Brask reopens after storm", timeout=PATIENCE
    )
    page.get_by_role("button", name="Save this article").click()
    expect(page.get_by_text("Saved 1 article.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Open the Overview").click()
    expect(page.locator(".r .p.headline")).to_contain_text("Ferry line", timeout=PATIENCE)
    settled(page)
    expect(page.locator(".st-key-score svg.marks text", has_text="3").first).to_be_visible(
        timeout=PATIENCE
    )


def test_hostile_markup_stays_text(page: Page, server: str) -> None:
    upload(page, server, "hostile.txt", HOSTILE)
    page.get_by_role("button", name="Save this article").click()
    expect(page.get_by_text("Saved 1 article.")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Open the Overview").click()
    reader = page.locator(".r article")
    expect(reader).to_contain_text("<script>alert(1)</script>", timeout=PATIENCE)
    settled(page)
    expect(reader).to_contain_text("<b onmouseover=alert(3)>We love</b>")
    assert page.locator(".r img, .r script, .r form, .r b, .r style").count() == 0
    assert page.locator("[data-testid='stMain'] img[src='x']").count() == 0
    assert page.locator("[data-testid='stMain'] form[action*='evil']").count() == 0


def test_stopping_while_many_are_kept_says_how_many_are(page: Page, server: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for n in range(MANY):
            archive.writestr(f"{n}.txt", f"Boat {n} lands\n\nBoat {n} came in.\n\n" + ARTICLE)
    open_page(page, f"{server}/add")
    page.get_by_role("tab", name="Upload files").click()
    chooser = page.get_by_test_id("stFileUploader").first.locator("input[type=file]")
    file = {"name": "many.zip", "mimeType": "application/zip", "buffer": held.getvalue()}
    chooser.set_input_files(files=[file])
    page.get_by_role("button", name=f"Save all {MANY}").click(timeout=PATIENCE)
    # sent at once: a click would first wait until the button, drawn anew each second, stands still
    page.locator(".st-key-keeping_stop button").dispatch_event("click", timeout=PATIENCE)
    said = page.get_by_text(re.compile(r"^Saved [\d,]+ articles"))
    expect(said).to_be_visible(timeout=PATIENCE)
    kept = int(re.sub(r"\D", "", said.inner_text()))
    assert 0 < kept < MANY
    left = page.get_by_text(re.compile(r"^\d+ articles to check")).first
    assert kept + int(left.inner_text().split()[0]) == MANY
