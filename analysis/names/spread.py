"""A name found once is found everywhere, and so is its short form; picture credits name nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from analysis.lexicon import Pattern, is_ordinary
from analysis.names.found import Found, Seen, places_of
from analysis.records import EntityType, Span
from analysis.text import InOrder

_CREDIT = re.compile(r"\([^()\n]*(?:/|Getty|Reuters|\bAP\b|\bAFP\b|\bEPA\b)[^()\n]*\)")


def without_credits(found: list[Found], seen: Seen) -> list[Found]:
    """“(Getty/STR)” under a picture: an agency in brackets is no part of the story."""
    credits = InOrder(
        Span(*credit.span())
        for paragraph in seen.article.paragraphs
        if paragraph.role == "caption"
        for credit in _CREDIT.finditer(seen.text, paragraph.span.start, paragraph.span.end)
    )
    return [f for f in found if credits.at(f.span.start) is None]


_HALVES = {"North": "South", "South": "North", "East": "West", "West": "East"}
_HALF = Pattern(r"\b({halves})\b(?: and (?:the )?({halves})( [A-Z]\w+))?")


def compass_names(found: list[Found], seen: Seen) -> list[Found]:
    """“the North” where both North and South Korea are named; “North and South Korea” too."""
    text = seen.text
    names = {f.span.of(text).replace("\u00a0", " ") for f in found if f.type == "GPE"}
    two = [name.split() for name in names if name.count(" ") == 1]
    pairs = {side for side, land in two if f"{_HALVES.get(side)} {land}" in names}
    taken, more = places_of(found), []
    for paragraph, hit in seen.hits(_HALF):
        span = Span(*hit.span(1))
        article_before = text[max(0, span.start - 4) : span.start].casefold() == "the "
        whole = f"{hit.group(2)}{hit.group(3)}" in names if hit.group(3) else False
        fits = (hit.group(1) in pairs and article_before) or whole
        if fits and taken.free(span):
            more.append(Found(span, "GPE", paragraph.index))
    return found + more


def named_elsewhere(found: list[Found], seen: Seen) -> list[Found]:
    """Further places of names found elsewhere, where nothing has been found yet."""
    text = seen.text
    names: dict[str, EntityType] = {}
    for item in found:
        name = item.span.of(text)
        if not item.adjectival and item.type != "NORP" and len(name) > 2 and _sure(name):
            names.setdefault(name, item.type)
    taken, more = places_of(found), []
    names |= {n.casefold(): kind for n, kind in names.items() if n.startswith("#")}
    sizes: dict[str, dict[int, None]] = defaultdict(dict)  # by first word, the longest first
    for name in sorted(names, key=len, reverse=True):
        sizes[_FIRST_WORD.match(name).group()][len(name)] = None  # type: ignore[union-attr]
    for paragraph in seen.read:
        at, end = paragraph.span.start, paragraph.span.end
        while hit := _WORD_START.search(text, at, end):
            span = _whole_name(text, hit.start(), end, sizes.get(hit.group(), ()), names)
            at = span.end if span else hit.end()
            if span and taken.free(span):
                more.append(Found(span, names[span.of(text)], paragraph.index))
    return found + more


_FIRST_WORD = re.compile(r"\W*\w+|.+")
_GOES_ON = re.compile(r"[\w-]")
_WORD_START = re.compile(r"(?<![\w.#-])[@#]?\w+")


def _whole_name(
    text: str, start: int, end: int, sizes: Iterable[int], names: Collection[str]
) -> Span | None:
    """The first stretch of one of these sizes that is a name and ends where a word does."""
    for stop in (start + size for size in sizes if start + size <= end):
        if text[start:stop] in names and not _GOES_ON.match(text, stop, end):
            return Span(start, stop)
    return None


def _sure(text: str) -> bool:
    """Whether the words are a name wherever they stand."""
    return " " in text or not is_ordinary(text)
