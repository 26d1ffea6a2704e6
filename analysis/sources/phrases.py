"""The words that name a source, read as a noun phrase: its head, and what surrounds it.

"Ada Brill, Quenby port authority's spokeswoman" is headed by the person,
"a spokesman for Acme" by "spokesman", "the Harbour Courier report" by "report".
The head decides who is credited; the names around it say whom they speak for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.lexicon import group_words, noun_table, word_list
from analysis.records import Entity, EntityType, Span
from analysis.text import InOrder, Word, read_words

PhraseKind = Literal["none", "pronoun", "name", "several", "nominal"]

PRONOUNS = group_words("pronouns")
DETERMINERS = group_words("determiners") | {"that"}
INDEFINITE = group_words("indefinite")
# Where the noun ends and what modifies it begins: "a spokesman | for Acme".
_AFTER_NOUN = group_words("after noun")
_TIMES, _TIME_LEADS = group_words("time nouns"), group_words("time leads")
_CHUNK = re.compile(r",(?!\d)|[;:()\[\]—–]|(?<=\s)-(?=\s)")
_COORDINATED = re.compile(r"(?:\s*,)?\s*(?:and|or|&)\s+(?:[\w’'.-]+\s+){0,4}", re.I)
_LISTED = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text and the entity it refers to."""

    span: Span
    entity: str
    type: EntityType


Names = InOrder[Named]


def names_of(entities: Iterable[Entity]) -> Names:
    """The name mentions of these entities, longest where they nest, no nationality adjectives."""
    found = [
        Named(m.span, e.id, e.type)
        for e in entities
        for m in e.mentions
        if m.kind == "name" and not m.adjectival
    ]
    found.sort(key=lambda n: (n.span.start, -n.span.end))
    outer: list[Named] = []
    for named in found:
        if not outer or named.span.start >= outer[-1].span.end:
            outer.append(named)
    return InOrder(outer)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase read from the article.

    ``head`` is the pronoun or the singular head noun in lower case; ``named`` the name that
    heads it; ``words`` all its words but determiners; ``around`` the other names in it.
    """

    span: Span
    kind: PhraseKind
    head: str = ""
    plural: bool = False
    determiner: str = ""
    named: Named | None = None
    several: tuple[Named, ...] = ()
    words: frozenset[str] = frozenset()
    around: tuple[Named, ...] = ()
    bare: bool = False
    """Nothing but the head noun, perhaps with a determiner: "a source"."""

    @property
    def definite(self) -> bool:
        """Whether it points back: "the spokesman", "his lawyer", but not "a spokesman"."""
        return self.determiner in DETERMINERS - INDEFINITE


def chunks(text: str, span: Span, names: Names) -> Iterator[tuple[int, int]]:
    """The phrase cut at commas, brackets and dashes that stand outside names."""
    start = span.start
    for m in _CHUNK.finditer(text, span.start, span.end):
        if names.at(m.start()) is None:
            if text[start : m.start()].strip():
                yield start, m.start()
            start = m.end()
    if text[start : span.end].strip():
        yield start, span.end


def core_words(text: str, start: int, end: int, names: Names) -> list[Word]:
    """The words of a chunk up to what follows its noun ("spokesman | for Acme")."""
    words = read_words(text, start, end)
    for i, word in enumerate(words):
        if i and word.lower in _AFTER_NOUN and names.at(word.span.start) is None:
            return words[:i]
    return _without_time(words, names)


def _without_time(words: list[Word], names: Names) -> list[Word]:
    """“the ministry | last month”: when it was said is no part of who said it."""
    if len(words) < 3 or words[-1].lower not in _TIMES or words[-2].lower not in _TIME_LEADS:
        return words
    return words if names.at(words[-1].span.start) else words[:-2]


def singular(noun: str) -> str:
    """The noun in the singular, for those our word lists know; others stay as they are."""
    known = noun_table()
    if noun in known:
        return noun
    tries = [noun[:-1]] if noun.endswith("s") else []
    if noun.endswith("ies"):
        tries.append(noun[:-3] + "y")
    if noun.endswith("es"):
        tries.append(noun[:-2])
    if noun.endswith(("men", "women")):
        tries.append(noun[:-2] + "an")
    return next((t for t in tries if t in known), noun)


def is_plural(noun: str) -> bool:
    """Whether the noun stands in the plural or for several people ("critics", "police")."""
    if noun_table().get(noun) in ("collective", "media"):
        return True
    return singular(noun) != noun


def head_word(core: list[Word]) -> Word:
    """The noun a core is about: the last word a list knows, else the last word."""
    for i in range(len(core) - 1, -1, -1):
        if not core[i].possessive and (_is_noun(core[i]) or _of_two(core, i) in noun_table()):
            return core[i]
    return core[-1]


def read_phrase(text: str, span: Span, names: Names) -> Phrase:
    """The phrase's head, number, determiner and names; kind "none" when it holds no word."""
    words = read_words(text, span.start, span.end)
    if not words:
        return Phrase(span, "none")
    if words[0].lower in PRONOUNS and (len(words) == 1 or names.at(words[0].span.start) is None):
        second = words[1].lower if len(words) > 1 else ""
        if len(words) == 1 or second in (
            "himself",
            "herself",
            "themselves",
            "itself",
            "also",
            "all",
        ):
            return Phrase(span, "pronoun", head=words[0].lower)
    inside = tuple(names.within(span.start, span.end))
    several = _several(text, inside)
    if several:
        return Phrase(span, "several", plural=True, several=several, around=inside)
    return _headed(text, span, names, words, inside)


def _headed(
    text: str, span: Span, names: Names, words: list[Word], inside: tuple[Named, ...]
) -> Phrase:
    """A phrase with one head: a name or a common noun."""
    parts = list(chunks(text, span, names))
    core = core_words(text, *parts[0], names) or words
    named = names.at(core[-1].span.start)
    if named is None:
        named = _name_at_end(text, parts[0], inside)
    if named is None:
        named = _name_in_apposition(text, parts, core, names)
    plain = _is_noun(core[-1]) or core[-1].lower in word_list("small_words")  # “One of those”
    proper = core[-1].capital and all(w.capital for w in core) and not plain
    if named is None and proper:
        named = Named(Span(core[0].span.start, _bare_end(text, core[-1])), "", "OTHER")
    content = frozenset(w.lower for w in words if w.lower not in DETERMINERS)
    around = tuple(n for n in inside if named is None or n.span != named.span)
    determiner = core[0].lower if core[0].lower in DETERMINERS | INDEFINITE else ""
    if named is not None and not _only_owns(core, named):
        return Phrase(span, "name", named=named, words=content, around=around)
    head = head_word(core)
    return Phrase(
        span,
        "nominal",
        head=noun_of(core, head),
        plural=is_plural(head.lower) or core[0].lower in ("some", "several", "many"),
        determiner=determiner,
        words=content,
        around=inside,
        bare=len(words) - bool(determiner) <= 1,
    )


def noun_of(core: list[Word], head: Word) -> str:
    """The head noun, with the word before it where a list has both: “coast guard”."""
    both = _of_two(core, core.index(head))
    return both if both in noun_table() else singular(head.lower)


def _of_two(core: list[Word], i: int) -> str:
    return f"{core[i - 1].lower} {core[i].lower}" if i else ""


def _name_at_end(text: str, part: tuple[int, int], inside: tuple[Named, ...]) -> Named | None:
    """“ambassador to North Marrow Judith Castellane”: a person straight after another name."""
    within = [n for n in inside if part[0] <= n.span.start < part[1]]
    if len(within) < 2 or within[-1].type != "PERSON":
        return None
    before, last = within[-2:]
    ends = not text[last.span.end : part[1]].strip()
    return last if ends and text[before.span.end : last.span.start] == " " else None


def _is_noun(word: Word) -> bool:
    """Whether a list knows the word: "Officials" at the start of a sentence is no name."""
    return word.lower in noun_table() or singular(word.lower) in noun_table()


def _only_owns(core: list[Word], named: Named) -> bool:
    """Whether a common noun follows the name: "the Acme campaign"."""
    return any(w.span.start >= named.span.end for w in core if w.lower in noun_table())


def _bare_end(text: str, word: Word) -> int:
    return word.span.end - (2 if word.possessive and text[word.span.end - 1] == "s" else 0)


def _name_in_apposition(
    text: str, parts: list[tuple[int, int]], core: list[Word], names: Names
) -> Named | None:
    """“the mayor, Judith Castellane”, “the head of the board, Dr. Ruth Adeyemi”: the next part."""
    meaning = noun_table().get(singular(head_word(core).lower))
    if len(parts) < 2 or meaning not in ("person", "body", None) or is_plural(core[-1].lower):
        return None
    nearby = core_words(text, *parts[1], names)
    named = names.at(nearby[-1].span.start) if nearby else None
    if named is None or (meaning is None and named.type != "PERSON"):
        return None
    before = [w for w in nearby if w.span.start < named.span.start]
    titled = named.type == "PERSON" and len(before) <= 3 and all(w.capital for w in before)
    return named if not before or titled else None


def _several(text: str, inside: tuple[Named, ...]) -> tuple[Named, ...]:
    """The names of a phrase that joins them: "Smith and Jones", "Acme, Birch and Cole"."""
    if len(inside) < 2:
        return ()
    run = [inside[0]]
    joined = False
    for before, after in pairwise(inside):
        gap = text[before.span.end : after.span.start]
        if _COORDINATED.fullmatch(gap):
            joined = True
        elif not _LISTED.fullmatch(gap):
            break
        run.append(after)
    return tuple(run) if joined else ()
