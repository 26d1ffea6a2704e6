"""The report: whole by itself, of plain text only, and in the order a reader needs."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from analysis import Analysis, analyze, read_article
from analysis.records import ArticleError, Correction, Span
from analysis.tables import source_audit
from analysis.text import signed
from library.samples import sample_articles
from report import report_html, rows_of, summary, words_of, write_report
from report.page import LARGEST
from tests.report.reading import Read

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \u202eevil"
TEXT = (
    'Mayor Ada Quill said on Monday that the ferry to Little Skerry would "<b>never</b> sink".\n\n'
    '"We are furious & afraid </td></table><script>steal()</script>," said Tom <i>Orrin</i>, a '
    "fisherman.\n\nThe harbour office declined to comment."
)


@pytest.fixture(scope="module")
def hostile() -> Analysis:
    article = read_article(TEXT, title=HOSTILE, outlet="</style><script>x</script>", author="a&b")
    wrong = Span(TEXT.index("Tom"), TEXT.index("Tom") + 3)
    return analyze(article, corrections=(Correction("rename", wrong, None, "<u>Thomas</u>"),))


@pytest.fixture(scope="module")
def plain() -> Analysis:
    return analyze(sample_articles()[0])


@pytest.fixture(scope="module")
def page(plain: Analysis) -> Read:
    return Read(report_html([plain]))


def test_nothing_in_an_article_becomes_markup(hostile: Analysis) -> None:
    made = report_html([hostile])
    read = Read(made)
    assert not read.all("script", "img", "b", "u", "i", "iframe", "object", "link", "form")
    assert len(read.all("style")) == 1
    assert not [e for e in read.elements if any(a.startswith("on") for a in e.attributes)]
    assert HOSTILE in read.all("h1")[0].text
    assert "<b>never</b>" in read.all("main")[0].text


def test_it_asks_for_nothing(hostile: Analysis, page: Read) -> None:
    for read in (Read(report_html([hostile])), page):
        for element in read.elements:
            for name in ("src", "href", "xlink:href", "action", "data"):
                assert element.attributes.get(name, "#").startswith("#")
        style = read.all("style")[0].text
        assert "url(" not in style
        assert "@import" not in style
        policy = next(e for e in read.all("meta") if "http-equiv" in e.attributes)
        assert policy.attributes["content"].startswith("default-src 'none'")


def test_it_says_what_the_overview_says(plain: Analysis, page: Read) -> None:
    section = next(e for e in page.all("section") if e.attributes.get("class") == "summary")
    for sentence in summary(plain, rows_of(plain)):
        assert words_of([sentence]) in section.text


def test_all_that_was_asked_for_is_in_it(plain: Analysis, page: Read) -> None:
    captions = {e.text.split(",")[0] for e in page.all("caption")}
    assert {"Tone by voice", "Tone by paragraph", "Unnamed sources"} <= captions
    text = page.all("body")[0].text
    assert "Harbour Courier · Marta Oyelaran · 4 March 2026" in text
    assert plain.model in text
    assert "Hearsay" in page.all("footer")[0].text
    for source in plain.sources:
        assert source.name in text
    for statement in rows_of(plain).statements["content"]:
        assert " ".join(statement.split()) in text
    assert signed(plain.sentiment.article) in text
    assert "None: everything here is as the program read it." in text
    assert "What is not measured" in text
    assert "codebook" in text


def test_corrections_stand_in_it(hostile: Analysis) -> None:
    read = Read(report_html([hostile]))
    rows = [e.text for e in read.all("tr")]
    assert any("Tom" in r and "<u>Thomas</u>" in r for r in rows)


def test_it_can_be_read_by_ear(page: Read) -> None:
    assert page.all("html")[0].attributes["lang"] == "en"
    levels = [int(e.name[1]) for e in page.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for table in page.all("table"):
        assert "caption" in table.inside
        assert "thead" in table.inside
    assert all(e.attributes.get("scope") in ("col", "row") for e in page.all("th"))
    pictures = page.all("svg")
    assert pictures
    assert all(e.attributes["role"] == "img" and e.attributes["aria-label"] for e in pictures)


def test_every_link_leads_somewhere_and_no_name_stands_twice(plain: Analysis) -> None:
    read = Read(report_html([plain, plain], "Twice"))
    ids = [e.attributes["id"] for e in read.elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = [e.attributes["href"][1:] for e in read.all("a")]
    assert len(links) >= 12
    assert set(links) <= set(ids)


def test_many_articles_have_an_index_the_audit_and_a_section_each(
    plain: Analysis, hostile: Analysis
) -> None:
    read = Read(report_html([plain, hostile], "Two <ferries>"))
    assert read.all("h1")[0].text == "Two <ferries>"
    index = read.all("table")[0]
    assert index.text.count("Harbour Courier") == 1
    assert HOSTILE in index.text
    assert len(read.all("article")) == 2
    alone = int(source_audit([plain, hostile])["single_source"].sum())
    assert f"{alone} of 2 articles rest on a single source" in read.all("main")[0].text


def test_a_report_of_many_claims_no_share_of_nothing_and_no_outlet_for_all() -> None:
    quiet = analyze(read_article("Rain fell on the harbour all day.\n\nThe boats stayed in."))
    said = analyze(read_article("The pier is shut, Ines Calder said.", outlet="Strait Post"))
    read = Read(report_html([quiet, said]))
    assert "from 1 outlet, 1 without one" in read.all("main")[0].text
    index = read.all("table")[0].text
    assert "0%" not in index.split("Strait Post")[0]


def test_a_report_of_many_stays_bounded(
    plain: Analysis, hostile: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LARGEST < 20_000_000
    monkeypatch.setattr("report.page.LARGEST", 40_000)
    read = Read(report_html([hostile, plain, hostile]))
    assert len(read.all("article")) == 1
    assert "2 articles at the end of the list have no section" in read.all("main")[0].text
    assert len(read.all("table")[0].text.split(HOSTILE)) == 3


def test_an_article_without_a_quotation_or_a_body_gives_a_report() -> None:
    for text in ("Rain fell on Little Skerry all day.", "By Ada Quill"):
        read = Read(report_html([analyze(read_article(text))]))
        assert read.all("h1")
        assert read.all("footer")


def test_a_place_that_cannot_be_written_to_is_named(plain: Analysis, tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="cannot be written"):
        write_report([plain], tmp_path)
    with pytest.raises(ArticleError, match="no article"):
        write_report([], tmp_path / "none.html")
