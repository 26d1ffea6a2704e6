"""Towns and villages: what the words beside a name say of people living there."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from analysis.lexicon import Pattern, is_firm, is_listed_outlet, key, title_before, word_list
from analysis.names.found import Found, Seen
from analysis.records import EntityType

_MISTAKEN: frozenset[EntityType] = frozenset({"ORG", "PERSON", "OTHER", "FAC", "LOC"})
_BEFORE = Pattern(r"\b(?:{settlements}|{of a settlement}) of $", re.I)
_AFTER = Pattern(r"^, (?:an?|the) (?:[\w’'-]+ ){0,3}{settlements}\b(?! (?:council|hall)\b)")
_AGAIN = Pattern(r"\b{beside a place} $")


def settlements(found: list[Found], seen: Seen) -> list[Found]:
    """“the town of Thrum Elder”, “Ostley, a village in the hills”: a place wherever it is named.

    So is the town of a date line without a day (“VELDHOLM - The last cinema”) that is named again
    as a place.
    """
    text = seen.text
    places: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        if item.type in _MISTAKEN:
            places[key(item.span.of(text))].append(item)
    towns = {
        f.span
        for items in places.values()
        if any(_settled(f, text) for f in items) or _heads_a_report(items, seen)
        if not any(_is_else(f, text) for f in items)
        for f in items
    }
    return [replace(f, type="GPE") if f.span in towns else f for f in found]


def _settled(item: Found, text: str) -> bool:
    before = text[max(0, item.span.start - 24) : item.span.start]
    after = text[item.span.end : item.span.end + 60]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _is_else(item: Found, text: str) -> bool:
    """Whether a list or a title says that the name is no town's."""
    name = item.span.of(text)
    body = name.split()[-1].casefold() in word_list("organisation_words")
    titled = bool(title_before(text, item.span.start))
    return body or titled or is_firm(name) or is_listed_outlet(name)


def _heads_a_report(items: list[Found], seen: Seen) -> bool:
    """“VELDHOLM - The cinema in Veldholm”: in capitals before a dash, and a place further on."""
    text = seen.text
    starts = {p.span.start for p in seen.read}
    heads = [
        f
        for f in items
        if f.span.start in starts
        and f.span.of(text).isupper()
        and text[f.span.end : f.span.end + 3] in {" - ", " – ", " — "}
    ]
    again = (text[max(0, f.span.start - 12) : f.span.start] for f in items if f not in heads)
    return bool(heads) and any(_AGAIN.search(before) for before in again)
