"""Whose name a word is: surnames that are places, bodies, titles or nouns; unknown titles.

What a list says of a word alone gives way to what the article shows: “Ann Houston” was named
before, and “Houston” then does what a human being does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from analysis.lexicon import (
    Pattern,
    first_name,
    is_firm,
    is_listed_outlet,
    is_ordinary,
    key,
    place_type,
    title_before,
    word_group,
)
from analysis.names.found import Found, Seen, places_of
from analysis.records import EntityType, Span

_BUILT: frozenset[EntityType] = frozenset({"ORG", "FAC", "LOC"})
_ARTICLE = re.compile(r"\b(?:the|an?|his|her|its|their|our)\s$", re.I)
_IN_A_PLACE = Pattern(r"\b{beside a place}(?: the)?\s$")
_OF_A_HUMAN = Pattern(
    r"^(?:,? (?:who\b|whose\b|\d\d,)|,? {does as a human being}\b|"
    r" {done by a human being}\b|['’]s? (?:ex-)?{of a human being}\b)"
)


# ---------------------------------------------------------------- surnames


def surnames(found: list[Found], seen: Seen) -> list[Found]:
    """“Mohamed” is a person where “Ahmed Mohamed” is one, unless a list says otherwise.

    “Houston” of the lists is one too where “Ann Houston” stands before it and the words beside
    it speak of a human being, nowhere of a place; “Ann Chapel” and “Chapel” are no bodies there.
    Nor is “Fox” a broadcaster where “Fox, Liv, 29,” is named and no “Fox News”.
    """
    names = [key(f.span.of(seen.text)) for f in found]
    alone: dict[str, list[Found]] = defaultdict(list)
    for name, item in zip(names, found, strict=True):
        alone[name].append(item)
    human = cache(lambda last: bool(bare := alone[last] or _bare(seen, last)) and _acts(seen, bare))
    sure = {n.span for n in seen.tagged.names if n.type == "PERSON"}
    parts: dict[str, int] = {}
    people = set()
    for name, item in zip(names, found, strict=True):
        first, last = _ends(name, item.span.of(seen.text))
        seen_so = item.span in sure and bool(first_name(first))
        if _half_known(item, seen) and (human(last) or seen_so):
            people.add(name)
        if last and (item.type == "PERSON" or name in people):
            parts.setdefault(first, item.span.start)
            parts.setdefault(last, item.span.start)
            if alone[last] and human(last) and parts[last] < alone[last][0].span.start:
                people.add(last)
    return [
        replace(f, type="PERSON")
        if name in people or (name in parts and (_open(f, seen) or _borne(f, seen, found)))
        else f
        for name, f in zip(names, found, strict=True)
    ]


def _ends(name: str, written: str) -> tuple[str, str]:
    """First and last name: “FOX, Liv Grace” is Liv Fox; no last name in one word."""
    first, _, rest = name.partition(" ")
    if written.split()[0].endswith(","):
        return rest.partition(" ")[0], first.removesuffix(",")
    return first, rest.rpartition(" ")[2]


def _borne(item: Found, seen: Seen, found: Collection[Found]) -> bool:
    """Whether a listed outlet's name that somebody bears here is nowhere the outlet's."""
    text = seen.text
    name = item.span.of(text)
    before = text[max(0, item.span.start - 12) : item.span.start]
    fuller = any(f.span.of(text).startswith(f"{name} ") for f in found if f.type != "PERSON")
    return not (place_type(name) or fuller or _ARTICLE.search(before))


def _bare(seen: Seen, last: str) -> list[Found]:
    """Where a word stands with a capital by itself, no article before it: “Chapel, 58, said”."""
    return [
        Found(Span(word.start, word.end), "OTHER", paragraph.index)
        for line, paragraph in zip(seen.lines, seen.read, strict=True)
        for i, word in enumerate(line)
        if word.capital
        and key(word.text) == last
        and not (i and line[i - 1].capital and word.start - line[i - 1].end == 1)
        and not _ARTICLE.search(seen.text[max(0, word.start - 6) : word.start])
    ]


def _half_known(item: Found, seen: Seen) -> bool:
    """The network's “Vale Paris”, the lists' “Ned Chapel”: no person by the last word alone."""
    name = item.span.of(seen.text)
    first = name.partition(" ")[0]
    if name.count(" ") != 1 or place_type(name) or place_type(first) or is_firm(name):
        return False
    if item.type in _BUILT:
        before = seen.text[max(0, item.span.start - 6) : item.span.start]
        return bool(first_name(first)) and not _ARTICLE.search(before)
    return item.type == "GPE" and not is_ordinary(first)


def _open(item: Found, seen: Seen) -> bool:
    """Whether no list holds the name, so that it can be somebody's."""
    name = item.span.of(seen.text)
    listed = place_type(name) or is_listed_outlet(name)
    return item.type not in {"PERSON", "NORP"} and not listed


def is_human(text: str, places: list[Found]) -> bool:
    """Whether the words beside a name are those beside a human being's, and not a place's."""
    spans = [p.span for p in places]
    if any(_IN_A_PLACE.search(text[max(0, s.start - 12) : s.start]) for s in spans):
        return False
    titled = any(title_before(text, s.start) for s in spans)
    return titled or any(_OF_A_HUMAN.match(text[s.end : s.end + 32]) for s in spans)


def _acts(seen: Seen, places: list[Found]) -> bool:
    """Whether a bare surname is that of a human being who does something: “Houston also ran”."""
    text = seen.text
    before = [text[max(0, f.span.start - 12) : f.span.start] for f in places]
    if any(_ARTICLE.search(words) or _IN_A_PLACE.search(words) for words in before):
        return False
    return is_human(text, places) or any(seen.verb_after(f.span) for f in places)


def titles_borne(found: list[Found], seen: Seen) -> list[Found]:
    """“Deacon, a glazier,” after “Ivo Deacon”: a title or a plain noun that is somebody's name."""
    text = seen.text
    lasts: dict[str, int] = {}
    for item in found:
        words = item.span.of(text).split()
        if item.type != "PERSON" or len(words) < 2:
            continue
        first = words[0].removesuffix(",")
        last = first.capitalize() if first != words[0] else words[-1]  # “ROOK, Per”
        if last.isalpha():
            lasts.setdefault(last, item.span.start)
    taken, more = places_of(found), []
    for line, paragraph in zip(seen.lines, seen.read, strict=True):
        for i, word in enumerate(line):
            span = Span(word.start, word.end)
            if lasts.get(word.text, span.start) >= span.start or not taken.free(span):
                continue
            beside = [w for w in line[max(0, i - 1) : i + 2] if w is not word and w.capital]
            if word.text.isupper():
                beside = [w for w in beside if not w.text.isupper()]  # there all are capitals
            joined = any(w.start - word.end == 1 or word.start - w.end == 1 for w in beside)
            before = text[max(0, span.start - 6) : span.start]
            if joined or _ARTICLE.search(before):
                continue  # “Deacon Rook”, “the Deacon”
            if not word.opens or word.possessive or seen.verb_after(span) or _set_off(text, span):
                more.append(Found(span, "PERSON", paragraph.index))
    return sorted(found + more, key=lambda f: f.span)


def without_families(found: list[Found], seen: Seen) -> list[Found]:
    """Without “the Farrows” where somebody is called Farrow: a family is no body."""
    text = seen.text
    people = [f.span.of(text).split() for f in found if f.type == "PERSON"]
    lasts = {words[-1] for words in people if len(words) > 1}

    def family(item: Found) -> bool:
        name = item.span.of(text)
        stems = {name[:-1]} if name.endswith("s") else set()
        stems |= {name[:-2]} if name.endswith("es") else set()
        before = text[max(0, item.span.start - 4) : item.span.start]
        return item.type == "ORG" and before.casefold() == "the " and not stems.isdisjoint(lasts)

    return [f for f in found if not family(f)]


def with_particles(found: list[Found], seen: Seen) -> list[Found]:
    """“Mr van den Brook”: the small words belong to the surname where a fuller name has them."""
    text, middles = seen.text, word_group("person middles")
    tails = set()
    for item in found:
        words = item.span.of(text).split()
        begin = next((i for i, w in enumerate(words) if w in middles), 0)
        if begin and all(w in middles for w in words[begin:-1]):
            tails.add(" ".join(words[begin:]))
    longer = {}
    for item in found:
        for tail in tails:
            start = item.span.end - len(tail)
            if 0 <= start < item.span.start and text[start : item.span.end] == tail:
                longer[item.span] = Span(start, item.span.end)
    return [replace(f, span=longer.get(f.span, f.span)) for f in found] if longer else found


def _set_off(text: str, span: Span) -> bool:
    """“Skaar, 27,” and “Deacon, a glazier,”."""
    return bool(re.match(r", (?:\d\d\b|who\b|an? |the )", text[span.end : span.end + 8]))


# ---------------------------------------------------------------- titles no list has


def learnt_titles(found: list[Found], seen: Seen) -> list[Found]:
    """“QRS Brill” is Brill where “the QRS for roads, Nora Brill” shows what a QRS is."""
    text = seen.text
    named = [w for f in found if f.type in _BORNE and len(w := f.span.of(text).split()) > 1]
    firsts: dict[str, set[str]] = defaultdict(set)
    for words in named:
        firsts[words[-1]].add(words[0])
    people = {f.span.of(text) for f in found if f.type == "PERSON"}
    titles = {
        title
        for words in named
        if " ".join(words) in people or len(words) > 2 or words[0].isupper()
        for title in _title_of(words, firsts, seen)
    }
    return list(_without_titles(found, text, titles)) if titles else found


_BORNE = frozenset({"PERSON", "ORG", "OTHER"})


def _title_of(words: list[str], firsts: dict[str, set[str]], seen: Seen) -> Iterator[str]:
    """The first word of a name if it can be a title: the article uses it as a noun, too."""
    head, last = words[0], words[-1]
    if first_name(head) or is_ordinary(head) or not (head.isalpha() and head[0].isupper()):
        return
    others = {f for f in firsts[last] - {head} if not (f.isupper() and len(f) > 1)}
    whole = len(words) > 2 and first_name(words[1])
    if not ((others and len(words) == 2) or whole):
        return
    if re.search(rf"\b(?:[Tt]he|[Aa]n?|[Ff]ormer) {head}\b(?:,| for\b| of\b)", seen.text):
        yield head


def _without_titles(found: list[Found], text: str, titles: Collection[str]) -> Iterator[Found]:
    lasts = {
        words[-1]
        for f in found
        if f.type in _BORNE and len(words := f.span.of(text).split()) > 1 and words[0] in titles
    }
    for item in found:
        words = item.span.of(text).split()
        if words[0] in titles and len(words) > 1 and words[-1] in lasts:
            start = item.span.start + len(words[0]) + 1
            yield replace(item, span=Span(start, item.span.end), type="PERSON")
        elif words[0] not in titles or len(words) > 1:
            borne = words[-1] in lasts and item.type in _BORNE and len(words) < 4
            yield replace(item, type="PERSON") if borne else item
