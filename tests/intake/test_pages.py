"""Pages in the forms of news sites: the article's words in, the others out."""

from __future__ import annotations

import json

import pytest

from analysis.intake.door import read_document
from analysis.reading.article import read_article
from benchmarks.gold.pages import Page, bank, pages
from benchmarks.intake import page_shares

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


PARAGRAPHS = "".join(
    f"<p>The council of New Tarn voted on {day} to close the old ferry for a year, after engineers "
    f"warned that its hull had rusted through in {n} places.</p>"
    for n, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday"), 3)
)
SCRIPT = f"<script>var x = {json.dumps([f'some value of {n}' for n in range(400)])};</script>"


@pytest.mark.parametrize(
    "name",
    ["right-rail", "page--with-sidebar", "shareable", "js-modal", "is-hidden", "paywall-body"],
)
def test_a_wrapper_of_any_name_keeps_its_article(name: str) -> None:
    markup = f"<html><body>{SCRIPT}<h1>Ferry shut</h1><div class='{name}'>{PARAGRAPHS}</div></body>"
    assert read_document("x.html", markup.encode())[0].text.count("rusted") == 4


def test_what_a_page_says_is_read_as_a_reader_sees_it() -> None:
    told = (
        '{"@type": "NewsArticle", "headline": "Ferry&amp;#8217;s hull &amp;amp; mast",'
        '"author": [{"name": "Ines Farrow, Political Correspondent"}, {"name": "Oda Rook Monday"}],'
        '"datePublished": "1970-01-01T00:00:00Z", "publisher": {"name": "https://courier.example"}}'
    )
    markup = (
        '<html><head><meta property="og:site_name" content="Harbour Courier">'
        f'<script type="application/ld+json">{told}</script></head><body>{PARAGRAPHS}</body></html>'
    )
    draft = read_document("x.html", markup.encode())[0]
    assert draft.title == "Ferry’s hull & mast"
    assert draft.author == "Ines Farrow and Oda Rook"
    assert draft.outlet == "Harbour Courier"
    assert draft.published is None


def test_a_letter_s_title_is_its_heading_without_the_outlet_before_it() -> None:
    page = (
        "<html><head><title>The Lamp Weekly: Lock to close</title></head><body><h2>Lock to close"
        "</h2><p>The council of Varnholm voted on Tuesday night to close the old lock.</p></body>"
    )
    assert read_document("a.html", page.encode())[0].title == "Lock to close"
    plain = page.replace("The Lamp Weekly: Lock to close", "Ferry: a lock opens")
    assert read_document("a.html", plain.encode())[0].title == "Ferry: a lock opens"
