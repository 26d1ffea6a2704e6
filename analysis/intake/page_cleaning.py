"""A web page without what stands around or inside the article: menus, offers, other stories.

It removes little: on 50 real pages the names of wrappers ("sidebar", "share", "widget", "modal",
"paywall") stood around the article itself as often as around something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from analysis.lexicon import word_list

_NO_TEXT = frozenset(
    """script style noscript template svg iframe form button nav aside footer input select
    textarea video audio object canvas figure figcaption dialog map menu label""".split()  # noqa: SIM905
)
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NAMED_SHARE = 0.25  # of the article's words: what holds more is the article, whatever its name
BOX_SHARE = 0.7  # of the article's words: fact boxes hold whole speeches
LONG_NAMES = 60  # characters of a class; trafilatura searches each some hundred times
ELEMENTS = 12_000  # on one page; the longest live blogs have 10,000


def shorten_names(tree: Any) -> None:
    """Cut very long class names in place: they say nothing more and cost time."""
    for element in tree.iter():
        if isinstance(element.tag, str) and len(names := element.get("class", "")) > LONG_NAMES:
            element.set("class", _allowed(names[:LONG_NAMES]))


def clean_page(tree: Any, words: int) -> None:
    """Drop from the tree, in place, what is not the text of an article of so many words."""
    for element in list(tree.iter()):
        if element.getparent() is None or not isinstance(element.tag, str):
            continue
        share = _allowed_share(element)
        if share and seen_words(element) <= share * words:
            _drop(element)


def _allowed_share(element: Any) -> float:
    """How much of the article an element may hold and still be dropped; 0 where it stays."""
    if element.tag in _UNSEEN:
        return 1
    if element.tag in _WHOLE:
        return 0
    if element.tag in _NO_TEXT or element.get("role") in _ROLES:
        return NAMED_SHARE
    return _named_share(f"{element.get('class', '')} {element.get('id', '')}"[:500])


@lru_cache(maxsize=4_096)  # a page gives a thousand elements the same few names
def _named_share(names: str) -> float:
    """What a class name or id says: ``class="c-newsletter-signup"``, ``class="InfoBox"``."""
    pieces = {
        piece
        for name in names.split()
        for found in [[p.lower() for p in _PIECES.findall(name)]]
        for piece in (*found, "".join(found))
    }
    if pieces & word_list("page_boxes"):
        return BOX_SHARE
    return NAMED_SHARE if pieces & word_list("page_noise") else 0


def seen_words(element: Any) -> int:
    """Words a reader sees in the element: those of scripts and styles are none."""
    return sum(len(text.split()) for text in _seen(element))


def _seen(element: Any) -> list[str]:
    texts, inside = [element.text or ""], element.iterdescendants()
    for part in inside:
        if part.tag not in _UNSEEN:
            texts.append(part.text or "")
        texts.append(part.tail or "")
    return texts


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
