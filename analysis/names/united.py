"""Names beyond the runs of capitals: in quotation marks, with their state, by the network."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from analysis.lexicon import (
    Pattern,
    is_country,
    is_ordinary,
    is_title,
    known_type,
    us_states,
    word_list,
)
from analysis.names.found import Found, Seen, bare, places_of
from analysis.names.kinds import LISTS, Place, acronym
from analysis.names.proof import SEAT
from analysis.records import READ_ROLES, EntityType, Name, Span
from analysis.text import InOrder

_CALLED = Pattern(
    r"\b{called or named}"
    r',? (?:the )?["“‘](?:[Tt]he )?([A-Z][\w-]*(?: [\w-]+){0,6})[,.]?["”’](?!\w)'
)


def named_in_quotes(found: list[Found], seen: Seen) -> list[Found]:
    """“a robot named ‘Better Idea’” as one name, whatever its words are."""
    apart = InOrder(sorted(found, key=lambda f: f.span))  # they come from one run of words each
    called = []
    for paragraph, hit in seen.hits(_CALLED):
        span, words = Span(*hit.span(1)), hit.group(1).split()
        inside = apart.touching(span)
        if any(f.span == span for f in inside) or not all(span.covers(f.span) for f in inside):
            continue
        if len(words) == 1 or sum(w[0].isupper() for w in words) * 2 > len(words):
            kind: EntityType = "WORK" if len(words) > 1 else "OTHER"
            called.append(Found(span, kind, paragraph.index))
    whole = places_of(called)
    left = [f for f in apart if whole.free(f.span)]
    return sorted([*left, *called], key=lambda f: f.span)


def towns_with_states(found: list[Found], seen: Seen) -> list[Found]:
    """“Irving, Texas” as one name, where the second is a state of the lists."""
    text, joined = seen.text, list[Found]()
    for item in found:
        last = joined[-1] if joined else None
        if (
            last
            and text[last.span.end : item.span.start] == ", "
            and item.span.of(text) in us_states()
            and last.type in {"GPE", "LOC", "OTHER", "PERSON"}
            and last.span.of(text) not in us_states()
            and " " not in last.span.of(text).replace(" ", "", 1)
        ):
            joined[-1] = replace(last, span=Span(last.span.start, item.span.end), type="GPE")
        else:
            joined.append(item)
    return joined


def network_types(found: list[Found], seen: Seen) -> list[Found]:
    """The network's type where it sees the same name, unless a list knows it."""
    by_span = {n.span: n for n in seen.tagged.names}
    return [_with_network(seen, f, by_span) for f in found]


def _with_network(seen: Seen, found: Found, by_span: dict[Span, Name]) -> Found:
    name = by_span.get(found.span)
    if name is None or found.type == "NORP" or name.type in {"NORP", "OTHER"}:
        return found
    place = seen.place(found.span, found.paragraph)
    listed = LISTS.first(place)
    if (
        (listed is not None and listed.answer != "OTHER")
        or known_type(place.text)
        or (name.type == "PERSON" and (acronym(place) or _the_thing(place)))
    ):
        return found  # “DAB” and “the Vale Polaroids” are nobody, whatever the network says
    return replace(found, type=name.type)


def _the_thing(place: Place) -> bool:
    return " " in place.text and place.before.casefold().endswith(" the ")


def network_names(found: list[Found], seen: Seen) -> list[Found]:
    """Names of two words or more that only the network sees.

    Where boundaries differ those of the rules stand, and single words only the network sees are
    left out: on GUM news both are right more often so (benchmarks/RESULTS.md).
    """
    taken, more = places_of(found), []
    for name in seen.tagged.names:
        span = bare(seen.text, name.span)
        paragraph = seen.article.paragraph_at(span.start) if span else None
        if span is None or paragraph is None or not taken.free(span):
            continue
        text = span.of(seen.text)
        joined = seen.text[span.end : span.end + 1] in {"-", "‐"}  # “Co-founder”
        prose = paragraph.role in READ_ROLES
        if " " in text and prose and not joined and _plausible(text, name.type, seen.small):
            more.append(Found(span, name.type, paragraph.index))
    return found + more


def _plausible(name: str, kind: EntityType, small: Counter[str]) -> bool:
    """Whether a name only the model sees is one: it has a capital and is no title or month."""
    if kind == "NORP" or not any(c.isupper() for c in name) or is_title(name):
        return False
    if SEAT.fullmatch(name):
        return False  # “D-Port Ellery”: a party and a seat
    if any(not any(map(str.isalnum, w)) and w not in "&-–" for w in name.split()):
        return False  # “Rescued 😡”: a sign is no part of a name
    words = name.casefold().split()
    if name.split()[-1][:1].islower():
        return False  # “Olympic opening ceremonies”: no name ends in a small word
    if name.endswith("s") and is_country(name[:-1]):
        return False
    if not name.isupper() and all(is_ordinary(w) or w in small for w in words):
        return False
    dull = word_list("not_names") | word_list("calendar_words") | word_list("small_words")
    return not all(w in dull or is_title(w) for w in words) and len(name) > 1
