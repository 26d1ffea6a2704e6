"""Some of several who spoke before: “Some believe …”, “One of them”, “one of the two aides”."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.lexicon import Pattern, noun_table
from analysis.records import Span
from analysis.sources.cast import Candidates, shortened
from analysis.sources.phrases import Phrase, read_phrase
from analysis.sources.referents import Referent, Resolved
from analysis.text import Sort

_PART = Pattern(r"({some of several})(?: of (?:them|those|these|whom))?(?: also)?", re.I)
_PART_OF = Pattern(r"({some of the several}) of (?=the |those |these )", re.I)
_ONE_MORE = re.compile(r"(one|another) ([a-z]+)", re.I)
_LEADING_WORD = Pattern(r"^{leads a group}\s+", re.I)


def by_part(
    at: Candidates, phrase: Phrase, speaker: Referent | None, depth: int
) -> Resolved | None:
    """“Some believe …”, “One of them”, “one of the two aides”: part of several who spoke before."""
    said = phrase.span.of(at.text)
    words = _PART.fullmatch(said) or _PART_OF.match(said) or _ONE_MORE.fullmatch(said)
    if words is None:
        return None
    whole = _whole(at, phrase, words)
    if whole is None or whole.phrase is None:
        return None
    if words[1].lower() == "one":
        # which of them is not told: the several are the smallest voice that can be told apart
        return Resolved(replace(whole, sort="person"), phrase)
    group = _LEADING_WORD.sub("", whole.name)
    if at.names.at(whole.phrase.span.start) is None:  # “Republicans” keep their capital
        group = group[:1].lower() + group[1:]
    name = shortened(f"{words[1].capitalize()} of the {group}")
    one = words[1].lower() == "another"
    head = whole.phrase.head
    if one and head.removesuffix("s") in noun_table():
        head = head.removesuffix("s")  # “officials” are a collective, one of them is a person
    inner = replace(
        whole.phrase, span=phrase.span, head=head, plural=not one, determiner=words[1].lower()
    )
    sort: Sort = "person" if one else "many"
    key = f"{whole.key}/{words[1].lower()}@{phrase.span.start if one else ''}"
    return Resolved(Referent(key, name, sort, phrase=inner), inner)


def _whole(at: Candidates, phrase: Phrase, words: re.Match[str]) -> Referent | None:
    """The several somebody is one of."""
    start = phrase.span.start
    if words.re is _PART_OF.compiled:
        return at.group(read_phrase(at.text, Span(start + words.end(), phrase.span.end), at.names))
    whole = _last_group(at, start)
    if words.re is _ONE_MORE and whole and whole.phrase:
        return whole if whole.phrase.head.removesuffix("s") == words[2] else None
    return whole


def _last_group(at: Candidates, offset: int) -> Referent | None:
    """The unnamed several who spoke last, in this sentence or the two before.

    Others who spoke in between break the link: then nobody can be meant for certain.
    """
    last = at.focus.last_speaker(offset, back=2)
    phrase = last.phrase if last else None
    if last is None or phrase is None or phrase.kind != "nominal":
        return None
    return last if last.sort == "many" or phrase.plural else None
