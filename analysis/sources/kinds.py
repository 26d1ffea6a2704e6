"""What sort of source this is: type, role, named-ness, and what an editor would query.

The axes are independent (a police spokesman who asked not to be named is a person, a
spokesperson and anonymous) and follow the standards named in the README: AP and Reuters
on anonymity, Wintterlin and Larsen on types and roles.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.lexicon import (
    group_words,
    is_outlet,
    lexicon_lines,
    noun_table,
    word_list,
    word_table,
)
from analysis.records import Entity, Namedness, SourceRole, SourceType, Span
from analysis.sources.introductions import Introduction
from analysis.sources.phrases import INDEFINITE, Phrase
from analysis.sources.referents import Referent
from analysis.text import wish_to_stay_unnamed

_JOURNALISTS = group_words("journalists")
_HOLDERS = group_words("holders of an office")
_SENTENCE_ENDS = re.compile(r"[.!?](?=[\s”\"’']|$)|\n")
_REASON_LIMIT = 240  # characters: a reason is a clause, not a paragraph


@dataclass(frozen=True, slots=True)
class Anonymity:
    """That a text says its source wished to stay unnamed, and why, if it says so."""

    asked: Span | None = None
    reason: Span | None = None


def source_type(referent: Referent, entity: Entity | None) -> SourceType:
    """Axis 1: what sort of thing is credited."""
    if entity is not None:
        return _entity_type(entity)
    phrase = referent.phrase
    if phrase is None or phrase.kind == "name":
        told = referent.sort == "person" and phrase is None  # by the reader
        return "person" if told else "media" if is_outlet(referent.name) else "unspecified"
    if phrase.kind == "several":
        return "collective"
    if phrase.kind == "pronoun":
        return _PRONOUN_TYPES.get(phrase.head, "unspecified")
    return _described_type(phrase)


def _entity_type(entity: Entity) -> SourceType:
    if is_outlet(entity.name) and entity.type != "PERSON":
        return "media"
    types: dict[str, SourceType] = {
        "PERSON": "person",
        "NORP": "collective",
        "WORK": "document",
        "ORG": "organisation",
        "GPE": "organisation",
        "LOC": "organisation",
        "FAC": "organisation",
    }
    return types.get(entity.type, "unspecified")


_PRONOUN_TYPES: dict[str, SourceType] = {
    "he": "person",
    "she": "person",
    "who": "person",
    "they": "collective",
    "we": "collective",
}


def _described_type(phrase: Phrase) -> SourceType:
    kind = noun_table().get(phrase.head, "")
    if kind == "media" or kind == "outlet" or phrase.head in _JOURNALISTS:
        return "media"
    if kind == "document" and phrase.plural and phrase.head == "report" and not phrase.definite:
        return "media"  # "some reports from South Korea": what outlets print, not papers
    if kind in ("document", "social"):
        return "document" if kind == "document" else "social"
    if kind == "body":
        return "organisation"
    if phrase.plural or kind == "collective":
        return "collective"
    return "person" if kind in ("person", "anonymous") else "unspecified"


def source_role(
    referent: Referent,
    entity: Entity | None,
    roles: Sequence[Introduction],
    bodies: Mapping[str, str],
) -> SourceRole:
    """Axis 2, from the role words beside the name, the description, or the body's name.

    ``roles`` are the entity's own, ``bodies`` the names of entities by id.
    """
    stated = [r for r in roles if r.head in word_table("person_roles")]
    if any(_role_of_noun(r.head, r.words) == "spokesperson" for r in stated):
        return "spokesperson"
    if stated:
        return _stated_role(stated[0], bodies)
    if entity is not None and entity.type == "GPE":
        return "official"
    if entity is not None:
        return _affiliated(roles, bodies) if entity.type == "PERSON" else _role_of_name(entity.name)
    if referent.phrase is not None and referent.phrase.kind == "nominal":
        return _described_role(referent.phrase)
    return "unknown"


def _stated_role(role: Introduction, bodies: Mapping[str, str]) -> SourceRole:
    """The role a noun states; a president or director is what the body led is."""
    if role.head in _HOLDERS:
        for owner in role.owners:
            found = _role_of_name(bodies.get(owner.entity, ""))
            if found != "unknown":
                return found
    return _role_of_noun(role.head, role.words)


def _role_of_noun(noun: str, words: Collection[str]) -> SourceRole:
    """What a role noun states among its other words: a chief executive officer is no police."""
    for line in lexicon_lines("role_modifiers"):
        head, role, modifiers = line.split("\t")
        if head == noun and not set(modifiers.split()).isdisjoint(words):
            return _as_role(role)
    return _as_role(word_table("person_roles")[noun][0])


def _described_role(phrase: Phrase) -> SourceRole:
    """The role of a description: its head noun's, unless a modifier says more."""
    if phrase.head in word_list("anonymous_nouns"):
        return "unknown"
    if phrase.head in word_table("person_roles"):
        return _role_of_noun(phrase.head, phrase.words)
    for table in ("body_nouns", "collective_words"):
        row = word_table(table).get(phrase.head)
        if row:
            return _as_role(row[0])
    return "unknown"


def _role_of_name(name: str) -> SourceRole:
    """“Calder University”: the last telling word of a body's name."""
    table = word_table("body_name_words")
    for word in reversed(name.lower().replace(".", "").split()):
        if word in table:
            return _as_role(table[word][0])
    return "unknown"


def _affiliated(roles: Sequence[Introduction], bodies: Mapping[str, str]) -> SourceRole:
    """The role of the body a person is named with: "Tomas Reyl of the Traders' Association"."""
    for role in roles:
        for owner in role.owners:
            found = _role_of_name(bodies.get(owner.entity, ""))
            if found != "unknown":
                return found
    return "unknown"


def namedness(referent: Referent, kind: SourceType, anonymity: Anonymity) -> Namedness:
    """Axis 3: whether a reader learns who this is.

    A role that points to one holder ("the mayor", "a spokesman for Acme") is role_only;
    one of many ("an official", "a source") is anonymous; plurals are unnamed collectives.
    """
    phrase = referent.phrase
    if referent.key.startswith("q:"):
        return "role_only"  # whoever answers an interview
    if referent.entity is not None or phrase is None or phrase.kind in ("name", "several"):
        return "named"
    if phrase.kind == "pronoun":
        return "collective_unnamed" if phrase.head in ("they", "we", "you") else "anonymous"
    if anonymity.asked is not None and not phrase.plural:
        return "anonymous"
    if kind == "organisation" and phrase.around and not phrase.plural:
        return "named"  # "the Trump campaign": a body known by the name in it
    crowd = kind == "organisation" and not phrase.determiner and not phrase.around  # "police"
    if phrase.plural or kind == "collective" or crowd:
        return "collective_unnamed"
    if word_table("person_roles").get(phrase.head, ("",))[0] == "spokesperson":
        return "role_only"
    if phrase.head in word_list("anonymous_nouns") or phrase.determiner in INDEFINITE:
        return "anonymous"
    return "role_only"


def source_flags(referent: Referent, anonymity: Anonymity) -> tuple[str, ...]:
    """What an editor would query, in words."""
    phrase, flags = referent.phrase, []
    if referent.entity is None and phrase is not None:
        if phrase.kind == "nominal" and phrase.head in word_list("anonymous_nouns") and phrase.bare:
            flags.append("bare source")
        if phrase.kind == "several":
            flags.append("several speakers")
        elif phrase.plural:
            flags.append("plural")
        if anonymity.reason is not None:
            flags.append("reason given")
        elif anonymity.asked is not None:
            flags.append("anonymity without reason")
    return tuple(flags)


def find_anonymity(text: str, start: int, end: int) -> Anonymity:
    """A stated wish to stay unnamed in this stretch, and the reason that follows it."""
    asked = wish_to_stay_unnamed(text, start, end)
    if asked is None:
        return Anonymity()
    stop = _SENTENCE_ENDS.search(text, asked.end(), asked.end() + _REASON_LIMIT)
    limit = min(end, stop.start() if stop else asked.end() + _REASON_LIMIT)
    because = _reasons().search(text, asked.end(), limit)
    reason = None
    if because is not None:
        clause = text[because.start() : limit].split(",")[0].rstrip(" ”\"’'")
        reason = Span(because.start(), because.start() + len(clause))
    elif "authori" in asked.group().lower():
        reason = Span(*asked.span())  # "not authorised to speak" is itself the reason
    return Anonymity(Span(*asked.span()), reason)


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile("|".join(lexicon_lines("anonymity_reasons")), re.I)


def _as_role(word: str) -> SourceRole:
    return _ROLES.get(word, "unknown")


_ROLES: dict[str, SourceRole] = {
    "official": "official",
    "law_security": "law_security",
    "spokesperson": "spokesperson",
    "expert": "expert",
    "business": "business",
    "civil_society": "civil_society",
    "ordinary": "ordinary",
    "celebrity": "celebrity",
    "other": "other",
}
