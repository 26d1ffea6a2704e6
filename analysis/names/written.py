"""Names written in ways of their own: nicknames inside them, ships, surnames first."""

from __future__ import annotations

import re

from analysis.lexicon import (
    Pattern,
    first_name,
    is_nickname,
    is_title,
    place_type,
    us_states,
    word_list,
    word_table,
)
from analysis.names.found import Found, Seen
from analysis.records import Span
from analysis.text import InOrder, find_dateline

_NICKNAMED = Pattern(
    r"\b(?P<first>[A-Z][\w’'-]+(?: [A-Z]\.)?) "
    r"(?:[\"“‘'](?P<quoted>[^\"“”‘’\n]{2,25})[\"”’']|\((?P<bracketed>[A-Z][\w’'-]+)\)) "
    r"(?P<last>(?:{nobiliary particles} ){0,2}[A-Z][\w’'-]*\w(?<![’']s))"
)


def nicknamed(found: list[Found], seen: Seen) -> list[Found]:
    """“Margaret “Meg” Rook” and “Pat (Patricia) Voss” as one name."""
    whole = []
    for paragraph, hit in seen.hits(_NICKNAMED):
        first, last = hit["first"].split()[0], hit["last"].split()[-1]
        if not first_name(first) or is_title(last) or last.casefold() in word_list("small_words"):
            continue
        bracketed = hit["bracketed"]
        if bracketed and not (
            first_name(bracketed) or is_nickname(first, bracketed) or is_nickname(bracketed, first)
        ):
            continue
        whole.append(Found(Span(*hit.span()), "PERSON", paragraph.index))
    return _put(found, whole)


_SHIP = Pattern(r"\b(?:{ship prefixes}) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?<![’']s)")


def ships(found: list[Found], seen: Seen) -> list[Found]:
    """“MV Lady Corra”, “HMS Brightling”: a ship with what stands before its name."""
    return _put(found, [Found(Span(*hit.span()), "OTHER", p.index) for p, hit in seen.hits(_SHIP)])


_LISTED = re.compile(
    r"\b(?P<last>[A-Z][\w’'-]+), "
    r"(?P<first>[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+){0,2}(?: [A-Z]\.?(?= ?,))?)"
    r"(?=(?P<age>,? (?:\(?\d\d\)?\b|aged\b))|[,;.:]| (?:and|of|was|has|is)\b)"
)


def surname_first(found: list[Found], seen: Seen) -> list[Found]:
    """“ROOK, Per, 51, and VOSS, Ida”: the lists of courts and registers, in capitals first."""
    hits = [(p, hit) for p, hit in seen.hits(_LISTED) if _could_list(hit)]
    known = {
        (hit["last"].casefold(), hit["first"])
        for _, hit in hits
        if hit["last"].isupper() or hit["age"]  # shouted nouns are read in small letters
    }
    whole = [
        Found(Span(hit.start("last"), hit.end("first")), "PERSON", paragraph.index)
        for paragraph, hit in hits
        if (hit["last"].casefold(), hit["first"]) in known
    ]
    return _put(found, whole)


def date_lines(found: list[Found], seen: Seen) -> list[Found]:
    """“SKERRY, Norland, June 9 /PRNewswire/ --”: places, and a service that is no body's name."""
    places, services = [], []
    for paragraph in seen.read:
        line = find_dateline(seen.text, paragraph.span)
        if line is None or not line.sure:
            continue
        town, *regions = line.places
        if regions and regions[0].of(seen.text) in us_states():  # one name, as elsewhere
            town = Span(town.start, regions.pop(0).end)
        places += [Found(place, "GPE", paragraph.index) for place in (town, *regions)]
        if line.agency and line.agency.of(seen.text).casefold() in word_table("wire_names"):
            services.append(line.agency)
    kinds = {f.span: f for f in found if f.type in ("GPE", "LOC")}
    placed = _put(found, [kinds.get(f.span, f) for f in places])
    sent = InOrder(services)
    return [f for f in placed if sent.free(f.span)] if services else placed


def _could_list(hit: re.Match[str]) -> bool:
    first, last = hit["first"].split()[0], hit["last"]
    sure = bool(hit["age"]) and last.isupper()  # “ROOK, Per, 51”, whatever flows there
    dull = word_list("calendar_words")
    if not sure:
        dull = dull | word_list("small_words")
    if len(last) < 3 or {first.casefold(), last.casefold()} & dull:
        return False
    return sure or (bool(first_name(first)) and not place_type(first))


def _put(found: list[Found], whole: list[Found]) -> list[Found]:
    """The names with these in the place of what stood there."""
    places = InOrder(sorted(f.span for f in whole))
    return sorted([*(f for f in found if places.free(f.span)), *whole], key=lambda f: f.span)
