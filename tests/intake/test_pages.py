"""Pages in the forms of news sites: the article's words in, the others out."""

from __future__ import annotations

import pytest

from analysis.intake.door import read_document
from analysis.reading.article import read_article
from benchmarks.intake import page_shares
from tests.intake.pages_html import Page, bank, pages

ALLOWED = 0.35  # of a page's other words; one wire page keeps its date line, which is a third
AUTHORS = {
    "classic": "Noor Halvorsen",
    "newsletter": "Sunniva Dahl and Peter Okonjo",
    "div_soup": "Felix Aronsen",
    "weblog": "Ailsa Moreno",
    "interview": "Amara Voss",
    "tabloid": "Tilda Marsh",
    "script_drawn": "Marta Oyelaran",
}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_body_words_are_kept_and_others_left(page: Page) -> None:
    draft = read_document(f"{page.name}.html", page.markup.encode())[0]
    article = read_article(draft.text, title=draft.title, author=draft.author)
    body = "\n".join(p.span.of(article.text) for p in article.body)
    kept, words, through, other = page_shares(page, body)
    assert kept == words
    assert through <= ALLOWED * other, body
    assert bank()["title"] in draft.text
    if page.name in AUTHORS:
        assert draft.author == AUTHORS[page.name]


def test_there_are_at_least_fifteen_forms() -> None:
    assert len(pages()) >= 15
