"""From pasted text to an article: where paragraphs stand and what the text says of itself."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.article import read_article
from analysis.records import Article, ArticleError
from analysis.text.dates import find_date
from analysis.text.readable import MOST_CHARACTERS, check_text, text_notes
from tests.growth import LINEAR, growth
from tests.shared_data import shared

PROSE = "The harbour board met on Tuesday and voted to close the eastern quay until the spring."
MORE = "Traders said that the closure would cost them a third of their trade this winter."
HEAD = "Harbour board shuts the eastern quay"

LAYOUTS = {
    "blank lines": f"{HEAD}\n\n{PROSE}\n\n{MORE}\n",
    "single line ends": f"{HEAD}\n{PROSE}\n{MORE}",
    "Windows line ends": f"{HEAD}\r\n\r\n{PROSE}\r\n\r\n{MORE}\r\n",
    "old Macintosh line ends": f"{HEAD}\r{PROSE}\r{MORE}\r",
    "byte-order mark": f"\ufeff{HEAD}\n\n{PROSE}\n\n{MORE}",
    "tabs and no-break spaces": f"\t{HEAD}\u00a0\n \u00a0\t\n\t\u00a0{PROSE}\n\n\u3000{MORE} \t",
    "zero-width spaces": f"\u200b{HEAD}\u200b\n\u200b\n{PROSE}\u2060\n\u200e{MORE}\u200f",
    "Unicode separators": f"{HEAD}\u2029{PROSE}\u2028{MORE}\x85",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_paragraphs_are_found_however_they_are_marked(name: str) -> None:
    text = LAYOUTS[name]
    article = read_article(text)
    assert [p.span.of(text) for p in article.paragraphs] == [HEAD, PROSE, MORE]
    assert [p.role for p in article.paragraphs] == ["headline", "body", "body"]
    assert article.text == text


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Harbour board shuts the quay\nBy Tomas Reyl\n\n"
        "The harbour board met on Tuesday and voted\n"
        "to close the eastern quay until the spring,\nwhen Ellery Lines will have found another\n"
        "berth for its boats.\n\nTraders said that the closure would cost\n"
        "them a third of their trade.\n"
    )
    article = read_article(text)
    found = [" ".join(p.span.of(text).split()) for p in article.paragraphs]
    assert [w.split()[0] for w in found] == ["Harbour", "By", "The", "Traders"]
    assert found[2].endswith("its boats.")


def test_the_text_says_who_when_and_where() -> None:
    text = (
        f"{HEAD}\n\nBy Tomas Reyl | Harbour Courier\n\n"
        "Updated March 6, 2026 | Published March 4, 2026\n"
        f"\n{PROSE}\n\n{MORE}\n\n© 2026 Harbour Courier. All rights reserved."
    )
    article = read_article(text)
    assert (article.title, article.author) == (HEAD, "Tomas Reyl")
    assert (article.outlet, article.published) == ("Harbour Courier", "2026-03-04")


def test_what_is_given_goes_before_what_the_text_says() -> None:
    text = f"{HEAD}\n\nBy Tomas Reyl\n\n{PROSE}"
    article = read_article(text, title="Quay", author="Desk", outlet="Echo", published="2026-01-01")
    found = (article.title, article.author, article.outlet, article.published)
    assert found == ("Quay", "Desk", "Echo", "2026-01-01")


BYLINES = {
    "By Marta Oyelaran": "Marta Oyelaran",
    "BY MARTA OYELARAN": "Marta Oyelaran",
    "By Noor Halvorsen, health correspondent": "Noor Halvorsen",
    "By Sunniva Dahl and Peter Okonjo": "Sunniva Dahl and Peter Okonjo",
    "By Ludwig van der Meer | March 4, 2026": "Ludwig van der Meer",
    "By J.D. O’Shea for the Harbour Courier": "J.D. O’Shea",
    "Written by: Amara Voss": "Amara Voss",
    "By Felix Aronsen Mar 5, 2026, 4:10 p.m.": "Felix Aronsen",
}


@pytest.mark.parametrize("line", BYLINES)
def test_the_author_is_read_from_the_byline(line: str) -> None:
    article = read_article(f"{HEAD}\n\n{line}\n\n{PROSE}\n\n{MORE}")
    assert article.paragraphs[1].role == "byline"
    assert article.author == BYLINES[line]


DATES = {
    "Published February 10, 2018 4:41PM (EST)": "2018-02-10T16:41:00-05:00",
    "Updated 21 October 2025 17:42 UTC": "2025-10-21T17:42:00+00:00",
    "Sat 10 Feb 2018 16.41 GMT": "2018-02-10T16:41:00+00:00",
    "4:41 PM EST, Sat February 10, 2018": "2018-02-10T16:41:00-05:00",
    "Feb. 10, 2018, 4:41 p.m. ET": "2018-02-10T16:41:00-05:00",  # winter
    "July 10, 2018 at 4 p.m. PT": "2018-07-10T16:00:00-07:00",  # summer
    "2018-02-10T16:41:00Z": "2018-02-10T16:41:00+00:00",
    "2018-02-10T16:41:00.123+0530": "2018-02-10T16:41:00+05:30",
    "2018-02-10 16:41": "2018-02-10T16:41:00",  # no zone stated, none made up
    "MARCH 4, 2026": "2026-03-04",
    "10th of March 2020": "2020-03-10",
    "10.02.2018": "2018-02-10",
    "13/02/2018": "2018-02-13",
    "02/13/2018": "2018-02-13",
    "03/04/2018": None,  # March or April
    "Sept. 3, 2019 | Updated 5:00 am": "2019-09-03",  # the time is another date's
    "1 March 2021 25:61": "2021-03-01",
    "February 30, 2018": None,
    "Decoy 3, 2020": None,
    "12:30 p.m.": None,
}


@pytest.mark.parametrize("line", DATES)
def test_dates_become_iso_8601(line: str) -> None:
    assert find_date(line) == DATES[line]


UNREADABLE = {
    "empty": "",
    "white space": " \n\t\u00a0\r\n",
    "marks and figures": "... 12 34 !!\n--",
    "emoji": "\U0001f4a9" * 4000,
    "binary": "".join(map(chr, range(256))) * 20,
    "nothing but invisible characters": "\u200b\ufeff\n\u200b",
    "far too many lines": "word\n" * 50_000,
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_gives_one_sentence(name: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_article(UNREADABLE[name])
    sentence = str(caught.value)
    assert sentence[0].isupper()
    assert sentence.endswith((".", "time."))
    assert ":" in sentence, "says what to do"


NOTED = {
    "not English": (
        "Der Hafenrat beschloss am Dienstag die Schließung der Brücke. " * 6,
        "English",
    ),
    "Chinese": ("市长周一表示,大桥将关闭至春天。" * 40, "English"),
    "Arabic": ("قال رئيس البلدية إن الجسر سيبقى مغلقا حتى الربيع. " * 20, "English"),
    "short": ("The board met.", "only 3 words"),
    "numbers": ("Total 12,345 67,890 11,111 " * 40, "numbers"),
    "markup": ("<div class='x'><p>The board met</p></div> " * 40, "markup"),
}


@pytest.mark.parametrize("name", NOTED)
def test_readable_but_doubtful_text_is_read_with_a_warning(name: str) -> None:
    text, word = NOTED[name]
    assert check_text(text) is None
    assert read_article(text).body
    assert any(word in note for note in text_notes(text)), text_notes(text)


def test_ordinary_news_has_no_warning() -> None:
    text = (PROSE + " " + MORE + " ") * 3
    assert text_notes(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        (PROSE + "\n\n") * 15_000,
        PROSE * 50_000,
        "a" * 5_000_000,
        "a b\n" * 15_000,
        "By " * 60_000,
        "By A, B and " * 300 + "\n" + "> " * 5000,
        "a" + "(" * 200_000,
        "\u200b" * 900_000 + "word",
        "word" + "\u00a0\t" * 500_000,
        ("word" + " " * 5000 + "\n") * 1000,
        "A/" * 100_000,
        "{" * 300 + "a: b;" * 60,
    ],
    ids=range(12),
)
def test_long_and_odd_texts_take_little_time(text: str) -> None:
    def work(n: int) -> Callable[[], Article]:
        cut = ("He left. " + text * (1 + n // len(text)))[:n]
        return lambda: read_article(cut)

    assert growth(work, 20_000) < LINEAR
    assert read_article(text[:MOST_CHARACTERS]).paragraphs


def test_a_text_too_long_for_an_article_is_refused_in_one_sentence() -> None:
    with pytest.raises(ArticleError, match=r"5,005,000 characters, more than the 1,000,000"):
        read_article("a word " * 715_000)


@pytest.mark.parametrize("value", [None, float("nan"), 5, b"The pier shut.", ["The pier shut."]])
def test_what_is_not_text_gives_one_sentence(value: object) -> None:
    with pytest.raises(ArticleError, match=f"not text but {type(value).__name__}: give"):
        read_article(value)  # type: ignore[arg-type]


@given(st.text())
def test_any_text_gives_an_article_or_one_sentence(text: str) -> None:
    try:
        article = read_article(text)
    except ArticleError:
        return
    spans = [p.span for p in article.paragraphs]
    assert article.text == text
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() for s in spans)
    assert read_article(text) == article


def test_the_seed_article() -> None:
    text = shared("seeds/000_66738e88ae49390f.txt").read_text(encoding="utf-8")
    article = read_article(text)
    roles = [p.role for p in article.paragraphs]
    assert roles[:7] == [
        "headline",
        "standfirst",
        "byline",
        "byline",
        "dateline",
        "caption",
        "caption",
    ]
    assert roles.count("body") == 9
    assert roles[16:] == ["byline", "bio", "related", "related", "related"]
    assert article.author == "Nicole Karlis"
    assert article.published == "2018-02-10T16:41:00-05:00"


RELEASE = """PRESS RELEASE

Brannock Hale Opens a Second Yard

NEW TARN, Valdoria, June 7, 2022 /PRNewswire/ -- Brannock Hale today announced a second yard.

"It will be the largest on the coast," said its director, Ines Farrow, at the opening on Monday.

About Brannock Hale
Brannock Hale builds ferries. It was founded in 1921 and has 400 employees in three towns.

Press contact:
Oda Skaar
+1 555 0100
"""


def test_a_press_release_keeps_its_news_and_says_who_sent_it() -> None:
    article = read_article(RELEASE)
    assert article.title == "Brannock Hale Opens a Second Yard"
    assert (article.outlet, article.published) == ("PR Newswire", "2022-06-07")
    assert [p.span.of(RELEASE)[:9] for p in article.body] == ["NEW TARN,", '"It will ']


def test_a_first_paragraph_that_ends_in_a_quotation_is_no_headline() -> None:
    text = (
        "Council leader Ines Farrow told reporters on Monday: “We have no money left.”\n\n"
        "The council will meet again on Friday to discuss the budget, officials said.\n"
    )
    assert read_article(text).title is None


def test_two_lines_name_the_writer_and_the_broadcaster() -> None:
    text = (
        "Ferry sinks off New Tarn\n5 hours ago\nInes Farrow\nBBC News, New Tarn\n\n"
        "The ferry sank on Tuesday after two hours of rain, officials said.\n"
    )
    article = read_article(text)
    assert (article.author, article.outlet) == ("Ines Farrow", "BBC News")
    assert len(article.body) == 1


def test_the_end_tells_who_wrote_an_opinion_but_not_where_it_is_news() -> None:
    text = (
        "The council must keep the ferry\n\nThe ferry is old and loved, and it must be kept, "
        "whatever the council thinks of it.\n\nInes Farrow is a retired captain in New Tarn."
    )
    assert [p.role for p in read_article(text).paragraphs] == ["headline", "body", "bio"]
    named = text.replace("The ferry is old", "Ines Farrow says the ferry is old")
    assert read_article(named).paragraphs[-1].role == "body"
