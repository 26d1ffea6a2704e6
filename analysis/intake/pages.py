"""The article in a web page, by trafilatura on the page as it is and on the page cleaned.

Adrien Barbaresi, "Trafilatura: a web scraping library and command-line tool for text discovery
and extraction", ACL 2021 (demonstrations). What cleaning adds is in benchmarks/RESULTS.md.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import Any

from analysis.intake.decoding import Decoded, decode
from analysis.intake.drafts import Draft, Limits
from analysis.intake.page_cleaning import ELEMENTS, NOT_XML, clean_page, shorten_names
from analysis.intake.page_facts import Facts, page_facts
from analysis.records import ArticleError
from analysis.text import is_byline, words_of

PAGE_CHARACTERS = 5_000_000  # of markup; the heaviest news pages have a fifth
BUSY_PAGE = 5_000  # elements; above, what takes seconds (jusText, by squares) is left out
LEFT = 0.3  # of the words of the page as it is: cleaned to less, it has lost its article
SPARE_WORDS = 25  # fewer found, and the page's paragraphs are taken as they stand
TEASER_WORDS = 150  # found; a page of so few may say the rest to machines only
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_BLOCKS = ("p", "h2", "h3", "h4", "li", "blockquote", "pre")
PULL_WORDS = range(4, 26)  # words of a pull quote; longer paragraphs are the article's own
PULL_LINES = 1000  # beyond this a page is a live blog or an archive, and looking costs too much
_EMPTY = "There is no article text in this page: paste the words of the article instead."


def decode_page(data: bytes, chosen: str | None = None) -> Decoded:
    """The markup as text, by its mark, its ``charset`` or what is most likely."""
    stated = _CHARSET.search(data[:4096])
    return decode(data, stated=stated[1].decode("ascii") if stated else None, chosen=chosen)


def read_page(name: str, markup: str, limits: Limits, url: str | None = None) -> list[Draft]:
    """The page's article as one draft: headline, standfirst and body paragraphs.

    Raises ``ArticleError`` when there is none, or the page is over the limits.
    """
    if len(markup) > PAGE_CHARACTERS:
        raise ArticleError("This page is too large to be an article: paste the words instead.")
    tree = _parse(markup)
    if _elements(tree) > ELEMENTS:
        raise ArticleError("This page has too many parts for an article: paste the words instead.")
    facts = page_facts(tree, url)
    shorten_names(tree)
    head = [part for part in (facts.title, facts.standfirst) if part]
    body = _without_leftovers(_body(tree, facts), facts)
    if not body:
        raise ArticleError(_EMPTY)
    text = "\n\n".join([*head, *(line for line in body if line not in head)])
    return [
        Draft(
            text,
            name,
            title=facts.title,
            outlet=facts.outlet,
            author=facts.author,
            published=facts.published,
            url=facts.url,
        )
    ]


def _parse(markup: str) -> Any:
    from lxml import etree, html  # type: ignore[import-untyped] # it has no stubs

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = NOT_XML.sub(" ", markup).encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise ArticleError(_EMPTY) from None
    return tree


def _body(tree: Any, facts: Facts) -> list[str]:
    """The paragraphs trafilatura finds, or the page's own where it finds hardly any.

    It reads the page as it is first; the page cleaned by that measure gives the answer, unless
    cleaning took the article away. A busy page is measured by its paragraphs: reading it twice
    takes too long.
    """
    busy = _elements(tree) > BUSY_PAGE
    alone = _as_they_stand(tree) if busy else _extracted(tree)
    cleaned = deepcopy(tree)
    clean_page(cleaned, max(_count(alone), SPARE_WORDS))
    found = _extracted(cleaned)
    if _count(found) < LEFT * _count(alone):
        found = max(found, _extracted(tree), key=_count) if busy else alone
    if _count(found) < SPARE_WORDS:
        found = max(found, _as_they_stand(cleaned), key=_count)
    spare = [" ".join(p.split()) for p in (facts.body or "").splitlines() if p.strip()]
    teaser = _count(found) < TEASER_WORDS and _count(spare) > 2 * _count(found)
    return spare if teaser else found


def _without_leftovers(lines: list[str], facts: Facts) -> list[str]:
    """Without bylines, which are facts by now, and pull quotes, which the text says again."""
    told = {"by", (facts.author or "").lower(), f"by {facts.author}".lower()}
    kept = [line for line in lines if line.lower() not in told and not is_byline(line)]
    if len(kept) > PULL_LINES:
        return kept
    whole = "\n".join(_flat(line) for line in kept if len(line.split()) > PULL_WORDS[-1])
    return [
        line for line in kept if len(line.split()) not in PULL_WORDS or _flat(line) not in whole
    ]


def _flat(line: str) -> str:
    return " ".join(words_of(line))


def _extracted(tree: Any) -> list[str]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # an odd page is no news
    try:
        text = trafilatura.extract(
            deepcopy(tree),
            include_comments=False,
            include_tables=False,
            fast=_elements(tree) > BUSY_PAGE,
        )
    except Exception:  # a page odd enough to upset it is read paragraph by paragraph
        return []
    return [
        " ".join(line.removeprefix("- ").split())
        for line in (text or "").splitlines()
        if line.strip()
    ]


def _elements(tree: Any) -> int:
    return sum(1 for _ in tree.iter())


def _as_they_stand(tree: Any) -> list[str]:
    lines = (" ".join("".join(e.itertext()).split()) for e in tree.iter(*_BLOCKS))
    found = [line for line in lines if line]
    if not found:
        whole = tree.text_content() if hasattr(tree, "text_content") else ""
        found = [" ".join(line.split()) for line in whole.splitlines() if line.strip()]
    return found


def _count(paragraphs: list[str]) -> int:
    return sum(len(p.split()) for p in paragraphs)
