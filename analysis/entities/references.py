"""Pronouns and descriptions, attached to the entity they refer to: a layer of its own.

They never enter the main count. Only what the text leaves no doubt about is resolved: one
candidate of the right sex nearby, or one bearer of the title in the whole article.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from analysis.lexicon import (
    Pattern,
    Words,
    is_title,
    one_sex,
    title_before,
    title_sex,
    word_list,
    word_table,
)
from analysis.records import Article, Entity, Mention, MentionKind, Sentence, Span, Tagged
from analysis.text import Antecedents, Quotation, Sort, human_pronouns

_DESCRIPTION = re.compile(r"\b[Tt]he (?:[A-Z]\w+ ){0,2}([a-z]+)(?: ([a-z]+))?\b")
_APPOSITIVE = Pattern(
    r"^,? (?:who is |is |was )?(?:an? |the |[\w.-]+['’]s |[\w-]+ ){0,5}?"
    r"([a-z]+)\b(?=,| {of a role} |\.)"
)
_BODY_NOUNS = Words(partial(word_list, "organisation_words"))


@dataclass(frozen=True, slots=True)
class Named:
    """A person or body: where named, which sex titles and given names tell, which roles."""

    entity: Entity
    sort: Sort
    gender: str
    roles: frozenset[str]
    places: tuple[Span, ...]

    @property
    def key(self) -> str:
        return self.entity.id

    @property
    def name(self) -> str:
        return self.entity.name


def refer_back(
    article: Article,
    tagged: Tagged,
    entities: tuple[Entity, ...],
    quotations: Iterable[Quotation],
) -> tuple[Entity, ...]:
    """The entities, with the pronouns and descriptions that refer to them."""
    known = [e for e in entities if not e.unresolved]
    people = [_person(article.text, e) for e in known if e.type == "PERSON"]
    bodies = [_body(e) for e in known if e.type == "ORG"]
    bearers: dict[str, list[Named]] = defaultdict(list)
    for one in (*people, *bodies):
        for role in one.roles:
            bearers[role].append(one)
    places = sorted(((s, p) for p in people for s in p.places), key=lambda place: place[0])
    before = Antecedents(article, tagged.sentences, quotations, places)
    added: dict[str, list[Mention]] = defaultdict(list)
    for sentence in tagged.sentences:
        _pronouns(article.text, sentence, before, added)
        _descriptions(article.text, sentence, bearers, added)
    return tuple(
        replace(e, mentions=tuple(sorted((*e.mentions, *added[e.id]), key=lambda m: m.span)))
        if e.id in added
        else e
        for e in entities
    )


def _person(text: str, entity: Entity) -> Named:
    names = [m.span for m in entity.mentions if m.kind == "name"]
    titles = {t for s in names if (t := title_before(text, s.start))}
    roles = set(titles)
    for span in names:
        after = _APPOSITIVE.match(text[span.end : span.end + 70])
        if after and after.group(1) in word_table("person_roles"):
            roles.add(after.group(1))
        before = text[max(0, span.start - 30) : span.start].split()
        if before and before[-1] in word_table("person_roles"):
            roles.add(before[-1])
    told = {title_sex(t) for t in titles} - {""} or {one_sex(entity.name.split()[0])}
    sex = next(iter(told)) if len(told) == 1 else ""
    return Named(entity, "person", sex, frozenset(roles), tuple(names))


def _body(entity: Entity) -> Named:
    """A body with the noun of its name as its role: “the party” can mean the Harbour Party."""
    words = {w.casefold() for w in entity.name.split()} & _BODY_NOUNS
    places = tuple(m.span for m in entity.mentions if m.kind == "name")
    return Named(entity, "body", "", frozenset(words), places)


def _pronouns(
    text: str,
    sentence: Sentence,
    before: Antecedents[Named],
    added: dict[str, list[Mention]],
) -> None:
    """“He” and “she”; in what somebody says only whom the same words name is meant."""
    for span in human_pronouns(text, sentence.span):
        word = span.of(text)
        answer = before.find(word, span.start)
        if answer.sure:
            [person] = answer.found
            before.meant(span.start, word, person)
            _add(added, person.entity, span, sentence, "pronoun", answer.rule)


def _descriptions(
    text: str,
    sentence: Sentence,
    by_role: dict[str, list[Named]],
    added: dict[str, list[Mention]],
) -> None:
    for found in _DESCRIPTION.finditer(text, sentence.span.start, sentence.span.end):
        role, end = found.group(1), found.end(1)
        if found.group(2) and is_title(f"{role} {found.group(2)}"):
            role, end = f"{role} {found.group(2)}", found.end(2)
        if role not in by_role:
            continue
        if text[end : end + 4] == " of " or re.match(r" [A-Z]", text[end : end + 2]):
            continue  # “the president of Chile”, “the president Ann Lee”: another, or named at once
        bearers = by_role[role]
        if len(bearers) == 1 and bearers[0].places[0].start < found.start():
            span = Span(found.start(), end)
            _add(added, bearers[0].entity, span, sentence, "nominal", f"the only {role}")


def _add(
    added: dict[str, list[Mention]],
    entity: Entity,
    span: Span,
    sentence: Sentence,
    kind: MentionKind,
    rule: str,
) -> None:
    added[entity.id].append(Mention(span, entity.type, kind, sentence.paragraph, rule))
