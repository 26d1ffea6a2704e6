"""How an article introduces people: the role words that stand beside a name.

"South Korean president Moon Jae-in", "Judith Castellane, the mayor," and "the mayor,
Judith Castellane" each say who a later "the mayor" can mean. Nothing is taken from
outside the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.lexicon import group_words, noun_table, title_role, title_sex
from analysis.records import Article
from analysis.rules import Rules
from analysis.sources.phrases import (
    DETERMINERS,
    INDEFINITE,
    Named,
    Names,
    core_words,
    head_word,
    noun_of,
    singular,
)
from analysis.text import Word, read_words

_AFTER = re.compile(
    r"\s*,\s+(?!who\b|which\b|whose\b|and\b|but\b)|\s+\((?=[a-z])|\s+(?:is|was) (?=an? |the )"
)
_AFTER_END = re.compile(r"[,.;:()—–“”\"\n]")
_STOP_BEFORE = re.compile(r"[,.;:()—–“”\"\n!?]")
_WITHIN = group_words("prepositions")
_STOP_WORDS = group_words("no role")
# “the opposition leader, Councillor Ines Farrow”: a title may stand between
_COMMA_BEFORE = re.compile(r", (?:[A-Z][\w’'-]*\.? ){0,3}$")
_AFFILIATED = re.compile(r"\s*,?\s+(?:of|from|at|with) (?:the )?")
_REACH = 90  # characters looked at on either side: longer descriptions are clauses


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name with the role the article gives it: head noun, all role words, where it stands."""

    entity: str
    head: str
    words: frozenset[str]
    offset: int
    owners: tuple[Named, ...] = ()


def find_introductions(article: Article, names: Names) -> tuple[Introduction, ...]:
    """Every role stated beside a person's name in the prose, in order."""
    found: list[Introduction] = []
    for named in names:
        if named.type != "PERSON":
            continue
        found += [verdict.answer for verdict in RULES.every(article.text, named, names)]
    return tuple(found)


def role_before(text: str, named: Named, names: Names) -> Introduction | None:
    """“South Korean president Moon Jae-in”: role words run up to the name."""
    start = max(0, named.span.start - _REACH)
    stops = [m.end() for m in _STOP_BEFORE.finditer(text, start, named.span.start)]
    # the full stop of a title is none: "Sen. Farrow"
    abbreviated = re.search(r"\b[A-Z][a-z]{1,4}\. $", text[start : named.span.start])
    begin = start + abbreviated.start() if abbreviated else max([start, *stops])
    words = read_words(text, begin, named.span.start)
    if not words or text[words[-1].span.end : named.span.start].strip(" ."):
        return None
    return _introduction(named, _tail(words, names), (), named.span.start)


def role_after(text: str, named: Named, names: Names) -> Introduction | None:
    """“Judith Castellane, the mayor of Ellery,”: a description set off after the name."""
    opening = _AFTER.match(text, named.span.end)
    if opening is None:
        return None
    limit = min(len(text), opening.end() + _REACH)
    closing = _AFTER_END.search(text, opening.end(), limit)
    end = closing.start() if closing else limit
    core = core_words(text, opening.end(), end, names)
    if not core or len(core) > 7 or names.at(core[-1].span.start):
        return None
    owners = tuple(names.within(opening.end(), end))
    return _introduction(named, core, owners, named.span.start)


def role_before_comma(text: str, named: Named, names: Names) -> Introduction | None:
    """“the mayor, Judith Castellane,”: the name in apposition to the role."""
    begin = max(0, named.span.start - 40)
    joint = _COMMA_BEFORE.search(text[begin : named.span.start])
    if joint is None:
        return None
    end = begin + joint.start()
    start = max(0, end - _REACH)
    stops = [m.end() for m in _STOP_BEFORE.finditer(text, start, end)]
    words = read_words(text, max([start, *stops]), end)
    first = next(
        (
            i
            for i in range(len(words) - 1, -1, -1)
            if words[i].lower in DETERMINERS | INDEFINITE
            and not (i and words[i - 1].lower in _WITHIN)  # “the leader of | the council, Ada Voss”
        ),
        None,
    )
    if first is None and words and words[0].capital and any(w.possessive for w in words):
        first = 0  # “Castellane's lawyer, Tomas Reyl”
    if first is None:
        return None
    core = core_words(text, words[first].span.start, end, names)
    owners = tuple(names.within(words[first].span.start, end))
    return _introduction(named, core, owners, named.span.start)


def affiliation(text: str, named: Named, names: Names) -> Introduction | None:
    """“Tomas Reyl of the Southside Traders' Association”: a body instead of a role."""
    joint = _AFFILIATED.match(text, named.span.end)
    body = names.at(joint.end()) if joint else None
    if body is None or body.type not in ("ORG", "FAC"):
        return None
    return Introduction(named.entity, "", frozenset(), named.span.start, (body,))


RULES = Rules(role_before, role_after, role_before_comma, affiliation)


def title_gender(text: str, named: Named) -> str:
    """The gender a courtesy title before the name states ("Mrs."), or ""."""
    before = text[max(0, named.span.start - 12) : named.span.start].split()
    return title_sex(before[-1]) if before else ""


def _tail(words: list[Word], names: Names) -> list[Word]:
    """The role words that end a range: back to the nearest word that cannot be part of one."""
    tail: list[Word] = []
    for word in reversed(words[-6:]):
        if word.lower in _STOP_WORDS or word.lower in DETERMINERS:
            break
        tail.insert(0, word)
    return tail


def _introduction(
    named: Named, core: list[Word], owners: tuple[Named, ...], offset: int
) -> Introduction | None:
    """The introduction these words make, if a role noun heads them."""
    if not core:
        return None
    head = _role_noun(noun_of(core, head_word(core)))
    if not head:
        return None
    words = {w.lower for w in core if w.lower not in DETERMINERS | INDEFINITE} | {head}
    for owner in owners:
        words.add(owner.entity)
    return Introduction(named.entity, head, frozenset(words), offset, owners)


def _role_noun(word: str) -> str:
    """The role a word states: "senator" for "Sen.", itself for a role noun, else ""."""
    stands_for = title_role(word)
    if stands_for is not None:
        return stands_for
    noun = singular(word)
    return noun if noun_table().get(noun) == "person" else ""
