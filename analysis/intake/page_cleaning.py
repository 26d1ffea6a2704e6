"""A web page without what stands around the article: menus, offers, lists of other stories."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from analysis.lexicon import word_list

_NO_TEXT = frozenset(
    """script style noscript template svg iframe form button nav aside footer input select
    textarea video audio object canvas figure figcaption dialog map menu label""".split()  # noqa: SIM905
)
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MAIN_SHARE = 0.4  # of the page's words: what holds more is the article, whatever it is called
LINK_SHARE = 0.6  # of a list's words that are links: a list of other stories
LONE_SHARE = 0.7  # of a paragraph's words in one link: “Read more: …”
LONG_NAMES = 60  # characters of a class; trafilatura searches each some hundred times
ELEMENTS = 15_000  # on one page; the longest live blogs have 10,000


def clean_page(tree: Any) -> None:
    """Drop from the tree, in place, what is not the article's text."""
    total = _words(tree)
    for element in list(tree.iter()):
        if element.getparent() is None or not isinstance(element.tag, str):
            continue
        if _is_noise(element, total):
            _drop(element)
        elif len(names := element.get("class", "")) > LONG_NAMES:
            element.set("class", _allowed(names[:LONG_NAMES]))


def _is_noise(element: Any, total: int) -> bool:
    if element.tag in _NO_TEXT:
        return True
    if element.tag in _WHOLE:
        return False
    if element.tag == "header":
        return not any(a.tag == "article" for a in element.iterancestors())
    marked = (
        element.get("role") in _ROLES
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or bool(_INVISIBLE.search(element.get("style", "")[:500]))
        or _named_noise(element)
        or (element.tag in ("ul", "ol") and _is_link_list(element))
        or _is_lone_link(element)
    )
    return marked and _words(element) <= MAIN_SHARE * total


def _named_noise(element: Any) -> bool:
    """Whether a class name or id says so: ``class="c-newsletter-signup"``."""
    return _says_noise(f"{element.get('class', '')} {element.get('id', '')}"[:500])


@lru_cache(maxsize=4_096)  # a page gives a thousand elements the same few names
def _says_noise(names: str) -> bool:
    noise = word_list("page_noise")
    return any(
        piece.lower() in noise or "".join(_PIECES.findall(name)).lower() in noise
        for name in names.split()
        for piece in _PIECES.findall(name)
    )


def _is_link_list(element: Any) -> bool:
    linked = sum(_words(a) for a in element.iter("a"))
    return linked > LINK_SHARE * max(1, _words(element))


def _is_lone_link(element: Any) -> bool:
    """A paragraph that is one link to another page, or a link outside any paragraph."""
    if element.tag == "a":
        return element.getparent().tag == "body"
    links = element.findall("a") if element.tag in ("p", "h3", "h4", "h5") else []
    return len(links) == 1 and _words(links[0]) > LONE_SHARE * _words(element)


def _words(element: Any) -> int:
    return sum(len(text.split()) for text in element.itertext(with_tail=False))


def _drop(element: Any) -> None:
    """Remove the element but keep the text that follows it."""
    parent, tail = element.getparent(), element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = _allowed(f"{before.tail or ''} {tail}")
    else:
        parent.text = _allowed(f"{parent.text or ''} {tail}")
    parent.remove(element)


def _allowed(text: str) -> str:
    """The text without what lxml reads from ``&#1;`` but will not write."""
    return NOT_XML.sub(" ", text)
