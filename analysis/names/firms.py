"""Firms, clubs and departments: what the words beside a name say of the business it does."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from analysis.lexicon import (
    Pattern,
    first_name,
    is_country,
    is_firm,
    is_ordinary,
    key,
    people_of,
    place_type,
    title_before,
    word_group,
)
from analysis.names.bearers import is_human
from analysis.names.found import Found, Seen, bare
from analysis.records import EntityType, Span
from analysis.text import InOrder


def short_firms(found: list[Found], seen: Seen) -> list[Found]:
    """“Pelham” is a body where “Pelham Foods” is one and nobody bears the name.

    “Ashmere” is the place where “Ashmere District Council” sits.
    """
    text = seen.text
    names = [(f, f.span.of(text).casefold().split()) for f in found]
    kinds: dict[str, EntityType] = {}
    for item, words in names:
        if item.type == "ORG" and len(words) > 1 and not is_ordinary(words[0]):
            club = words[-1] in word_group("towns and counties")  # “Wexcombe Town”
            local = not club and word_group("bodies of a place").intersection(words[1:])
            kinds[words[0]] = "GPE" if local else kinds.get(words[0], "ORG")
    bearers = {w for f, words in names if f.type == "PERSON" and len(words) > 1 for w in words}
    alone: dict[str, list[Found]] = defaultdict(list)
    for item, words in names:
        if len(words) == 1 and words[0] in kinds and item.type in {"PERSON", "OTHER"}:
            alone[words[0]].append(item)
    types = {
        f.span: kinds[word]
        for word, items in alone.items()
        if word not in bearers and not is_human(text, items)
        for f in items
    }
    return [replace(f, type=types.get(f.span, f.type)) for f in found]


# ---------------------------------------------------------------- by what is said of them


def by_their_business(found: list[Found], seen: Seen) -> list[Found]:
    """“shares in Ada Vexler”, “beat Quenby 2-0”: a firm or a club wherever it is named.

    One such place is enough where no place speaks of a human being, and nobody bears the name.
    """
    text = seen.text
    bearers = {
        word
        for f in found
        if f.type == "PERSON" and " " in (name := key(f.span.of(text)))
        for word in name.split()
    }
    places: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        name = key(item.span.of(text))
        if item.type in {"PERSON", "OTHER", "FAC", "GPE"} and name not in bearers:
            places[name].append(item)
    bodies = {
        f.span
        for items in places.values()
        if (is_firm(items[0].span.of(text)) or any(_does_business(f, text) for f in items))
        and not _is_somebody(text, items)
        for f in items
    }
    return [replace(f, type="ORG") if f.span in bodies else f for f in found]


def _is_somebody(text: str, items: list[Found]) -> bool:
    """Whether a place speaks of a human being, or the name is a country's or a listed city's."""
    titled = any(title_before(text, f.span.start) for f in items)
    return bool(place_type(items[0].span.of(text))) or titled or is_human(text, items)


def _does_business(item: Found, text: str) -> bool:
    before = text[max(0, item.span.start - 40) : item.span.start]
    after = text[item.span.end : item.span.end + 48]
    cues = _CUES
    if cues["before"].search(before) or cues["after"].match(after):
        return True
    strange = not first_name(item.span.of(text).split()[0])
    return strange and bool(cues["strange"].match(after))


_CUES = {
    "before": Pattern(
        r"\b(?:{parts of a firm} (?:in|of)|"
        r"{firm officers} (?:officer )?(?:of|at)) (?:the )?$|\s\d{1,2}[-–]\d{1,2} $",
        re.I,
    ),
    "after": Pattern(
        r"^(?:['’]s?)? {after a firm}\b|"
        r"^, (?:the|an?) (?:[\w’'-]+ ){0,3}{firm nouns}\b|"
        r"^['’]s? {club people}\b|"
        r"^ (?:{results of a match}|drew with) (?:[\w’' ]{0,24} )?\d{1,3}[-–]\d"
        r"|^ \d{1,3}[-–]\d{1,3}\b"
    ),
    "strange": Pattern(
        r"^, (?:the|an?) (?:[\w’'-]+ ){0,3}[a-z]+{makers}\b|"
        r"^ (?:said|says) (?:on \w+ |that )?it {done by a firm}\b"
    ),
}


# ---------------------------------------------------------------- brands in the possessive


def possessive_brands(found: list[Found], seen: Seen) -> list[Found]:
    """“Harrow's said it would open”: the ending belongs to a name that never stands without it."""
    text = seen.text
    ends: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        ends[item.span.of(text)].append(item)
    bearers = {
        word
        for f in found
        if f.type == "PERSON" and len(words := f.span.of(text).split()) > 1
        for word in words
    }
    brands = {}
    for name, items in ends.items():
        owning = all(_ending(text, f) for f in items) and name not in bearers
        if owning and any(_goes_on(seen, f) for f in items) and not is_country(name):
            brands.update({f.span: Span(f.span.start, f.span.end + 2) for f in items})
    return [replace(f, span=brands[f.span], type="ORG") if f.span in brands else f for f in found]


def _ending(text: str, item: Found) -> bool:
    return text[item.span.end : item.span.end + 2] in {"'s", "’s"}


def _goes_on(seen: Seen, item: Found) -> bool:
    """Whether a verb in the past or present follows the ending, as it follows a whole name.

    “Nadia's been told” is “Nadia has”: a participle that is no past form tells it.
    """
    span = Span(item.span.end, item.span.end + 2)
    i = seen.tokens.begun(span.start)
    mark = seen.tokens[i] if i < len(seen.tokens) else None
    if mark is None or mark.pos != "PART" or i + 1 >= len(seen.tokens):
        return False
    following = seen.tokens[i + 1]
    word = following.span.of(seen.text)
    stands = word.endswith("ing") or word in word_group("participles alone")
    return following.pos in {"VERB", "AUX"} and not stands


# ---------------------------------------------------------------- departments of several things

_TOPIC = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?"
_OF_SEVERAL = re.compile(
    rf"\b(?:[A-Z][\w’'-]* ){{0,3}}?(?P<head>[A-Z]\w+) (?:of|for|on) (?:the )?"
    rf"(?P<topics>{_TOPIC}(?:, {_TOPIC}){{0,4}},? (?:and|&) {_TOPIC})\b(?! [A-Z])"
)
_WORD_BEFORE = re.compile(r"(\w+) $")
_SEVERAL_FIRST = re.compile(
    rf"\b(?P<topics>[A-Z][\w’'-]*(?:, {_TOPIC}){{0,4}},? (?:and|&) {_TOPIC}) (?P<head>[A-Z]\w+)\b"
)


def of_several_things(found: list[Found], seen: Seen) -> list[Found]:
    """“Department of Ports, Roads and Canals”, “Trade and Industry Committee”: one."""
    whole = []
    for pattern in (_OF_SEVERAL, _SEVERAL_FIRST):
        for paragraph, hit in seen.hits(pattern):
            if hit["head"].casefold() in word_group("heads of departments") and _topics(
                hit["topics"]
            ):
                before = _WORD_BEFORE.search(seen.text[max(0, hit.start() - 20) : hit.start()])
                if before and before[1][0].isupper() and before[1] != "The":
                    continue  # the end of a longer name
                span = bare(seen.text, Span(*hit.span()))
                whole += [Found(span, "ORG", paragraph.index)] if span else []
    places = InOrder(_apart(sorted(f.span for f in whole)))
    whole = [f for f in whole if f.span in places]
    return sorted([*(f for f in found if places.free(f.span)), *whole], key=lambda f: f.span)


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or not span.overlaps(kept[-1]):
            kept.append(span)
    return kept


def _topics(words: str) -> bool:
    """Whether these are things a department can be of: no people, places or bodies."""
    topics = word_group("topics")
    parts = [part.split() for part in re.split(r",? (?:and|&) |, ", words)]
    if any(place_type(w) or people_of(w) is not None for part in parts for w in part):
        return False
    return all(is_ordinary(part[-1]) or part[-1].casefold() in topics for part in parts)


# ---------------------------------------------------------------- colours


def without_colours(found: list[Found], seen: Seen) -> list[Found]:
    """“Brown bread is cheap”: a colour before a plain noun, where nobody bears its name."""
    text = seen.text
    borne = {w for f in found if " " in (name := f.span.of(text)) for w in name.split()}

    def paints(item: Found) -> bool:
        name = item.span.of(text)
        if name.casefold() not in word_group("colours") or name in borne:
            return False
        i = seen.tokens.begun(item.span.end)
        return i < len(seen.tokens) and seen.tokens[i].pos == "NOUN"

    return [f for f in found if not paints(f)]
