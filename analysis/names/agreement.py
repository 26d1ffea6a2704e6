"""One type for each way of naming: what most places, and the article's other names, say."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache

from analysis.lexicon import (
    is_listed_outlet,
    is_ordinary,
    key,
    place_type,
    title_before,
    word_group,
    word_list,
)
from analysis.names.found import Found, Seen
from analysis.records import EntityType


def one_type(found: list[Found], seen: Seen) -> list[Found]:
    """Each way of naming with its commonest type; a guess gives way to knowledge."""
    text = seen.text
    votes: dict[str, Counter[EntityType]] = {}
    for item in found:
        counter = votes.setdefault(key(item.span.of(text)), Counter())
        counter[item.type] += 0 if item.type == "OTHER" else 1
    types = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    return [replace(f, type=types[key(f.span.of(text))]) for f in found]


def without_bare_nouns(found: list[Found], seen: Seen) -> list[Found]:
    """Without “the State” and “the Government”, unless a fuller name has that noun."""
    text = seen.text
    fuller = {w for f in found if " " in (name := f.span.of(text)) for w in key(name).split()}
    nouns = {noun for name in _NOUNS for noun in word_list(name)} - fuller

    def bare(item: Found) -> bool:
        name = item.span.of(text)
        noun = name.casefold()
        return noun in nouns and not name.isupper() and not is_listed_outlet(name)

    return sorted((f for f in found if not bare(f)), key=lambda f: f.span)


_NOUNS = ("organisation_words", "place_words", "facility_words", "event_words", "work_words")


def surnames(found: list[Found], seen: Seen) -> list[Found]:
    """“Mohamed” is a person where “Ahmed Mohamed” is one, unless a list says otherwise.

    “Houston” of the lists is one too where “Ann Houston” stands before it and the words beside
    it speak of a human being, nowhere of a place.
    """
    names = [key(f.span.of(seen.text)) for f in found]
    alone: dict[str, list[Found]] = defaultdict(list)
    for name, item in zip(names, found, strict=True):
        alone[name].append(item)
    human = cache(lambda last: last in alone and _human(seen.text, alone[last]))
    parts: dict[str, int] = {}
    people = set()
    for name, item in zip(names, found, strict=True):
        first, _, rest = name.partition(" ")
        last = rest.rpartition(" ")[2]
        if _half_known(item, name) and human(last):
            people.add(name)
        if last and (item.type == "PERSON" or name in people):
            parts.setdefault(first, item.span.start)
            parts.setdefault(last, item.span.start)
            if human(last) and parts[last] < alone[last][0].span.start:
                people.add(last)
    return [
        replace(f, type="PERSON") if name in people or (name in parts and _open(f, seen)) else f
        for name, f in zip(names, found, strict=True)
    ]


def _half_known(item: Found, name: str) -> bool:
    """The network's “Vale Paris”: a place by its last word alone."""
    first = name.partition(" ")[0]
    listed = place_type(name) or place_type(first)
    return item.type == "GPE" and name.count(" ") == 1 and not listed and not is_ordinary(first)


def _open(item: Found, seen: Seen) -> bool:
    """Whether no list holds the name, so that it can be somebody's."""
    name = item.span.of(seen.text)
    listed = place_type(name) or is_listed_outlet(name)
    return item.type not in {"PERSON", "NORP"} and not listed


def short_firms(found: list[Found], seen: Seen) -> list[Found]:
    """“Pelham” is a body where “Pelham Foods” is one and nobody bears the name."""
    text = seen.text
    names = [(f, f.span.of(text).casefold().split()) for f in found]
    ends = word_group("firm endings")
    firms = {w[0] for f, w in names if f.type == "ORG" and len(w) > 1 and w[-1] in ends}
    bearers = {w for f, words in names if f.type == "PERSON" and len(words) > 1 for w in words}
    alone: dict[str, list[Found]] = defaultdict(list)
    for item, words in names:
        if len(words) == 1 and words[0] in firms - bearers and item.type in {"PERSON", "OTHER"}:
            alone[words[0]].append(item)
    bodies = {f.span for items in alone.values() if not _human(text, items) for f in items}
    return [replace(f, type="ORG") if f.span in bodies else f for f in found]


_IN_A_PLACE = re.compile(r"\b(?:in|at|from|to|near|across|outside|around|through)(?: the)?\s$")
_OF_A_HUMAN = re.compile(
    r"^(?:,? (?:who|whose|\d\d,)\b|,? (?:was|were) (?:born|married|arrested|jailed|buried)\b|"
    r" (?:died|smiled|laughed|wept|nodded|tweeted|married|resigned|retired)\b|"
    r"['’]s? (?:ex-)?(?:father|mother|wife|husband|widow|son|daughter|brother|sister|lawyer|"
    r"parents|family|attorney|girlfriend|boyfriend|career|death|body)\b)"
)


def _human(text: str, places: list[Found]) -> bool:
    """Whether the words beside a name are those beside a human being's, and not a place's."""
    spans = [p.span for p in places]
    if any(_IN_A_PLACE.search(text[max(0, s.start - 12) : s.start]) for s in spans):
        return False
    titled = any(title_before(text, s.start) for s in spans)
    return titled or any(_OF_A_HUMAN.match(text[s.end : s.end + 32]) for s in spans)
