"""A page of our own, printed by a real browser with date, address and page numbers around it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analysis.command import article_of
from analysis.intake import read_document

pytestmark = pytest.mark.browser

TITLE = "Chain ferry to stay on its moorings for another month, trust says"
PARAGRAPHS = (
    "The chain ferry at Ulsmouth will stay where it is until May, the harbour trust said on "
    "Thursday, after divers found that five links of the new chain had worn thin.",
    "“We bought a chain for thirty years and got one for thirty weeks,” said Marit Odell, who "
    "chairs the trust.",
    "The makers, a foundry in Halvern, dispute the findings. Sunniva Brandt, an engineer, called "
    "their letter a story for children, and offered to read it out in the fish market.",
)
MARGIN = {"top": "60px", "bottom": "60px", "left": "50px", "right": "50px"}


def printed(browser: Browser, folder: Path) -> bytes:
    """The page as a PDF of more than one sheet, its heads and feet as the browser sets them."""
    page = "".join(f"<p>{escape(p)}</p>" for p in PARAGRAPHS)
    file = folder / "my files" / "final fix.html"
    file.parent.mkdir()
    file.write_text(
        f"<meta charset=utf-8><title>{TITLE} - Ulsmouth Packet</title>"
        f"<style>body {{font: 40pt serif}}</style><h1>{TITLE}</h1><p>By Ada Quill</p>{page}",
        encoding="utf-8",
    )
    sheet = browser.new_page()
    sheet.goto(file.as_uri())
    made = sheet.pdf(display_header_footer=True, format="A4", margin=MARGIN)
    sheet.close()
    return made


def test_a_printed_page_leaves_only_its_article(browser: Browser, tmp_path: Path) -> None:
    [draft] = read_document("final fix.pdf", printed(browser, tmp_path))
    article = article_of(draft)
    assert (article.title, article.author) == (TITLE, "Ada Quill")
    body = " ".join(p.span.of(article.text) for p in article.body)
    assert body == " ".join(PARAGRAPHS)
    for furniture in ("file:", "final", "html", "Packet", "1/", "2/", " AM", " PM"):
        assert furniture not in article.text
