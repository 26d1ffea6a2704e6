"""Pronouns and descriptions, attached to the entity they refer to: a layer of its own.

They never enter the main count. Only what the text leaves no doubt about is resolved: one
candidate of the right sex nearby, or one bearer of the title in the whole article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from analysis.gazetteers import first_name
from analysis.lexicons import word_table
from analysis.records import Article, Entity, Mention, MentionKind, Sentence, Span, Tagged
from analysis.titles import is_title, title_before

_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.I)
_DESCRIPTION = re.compile(r"\b[Tt]he (?:[A-Z]\w+ ){0,2}([a-z]+)(?: ([a-z]+))?\b")
_QUOTED = re.compile(r"[\"“][^\"“”\n]{2,600}[\"”]")
_APPOSITIVE = re.compile(
    r"^,? (?:who is |is |was )?(?:an? |the |[\w.-]+['’]s |[\w-]+ ){0,5}?"
    r"([a-z]+)\b(?=,| of | for | in | at |\.)"
)
_MALE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "father", "brother", "chairman",
                   "congressman", "spokesman", "actor", "emperor", "duke", "baron"})  # fmt: skip
_FEMALE = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess",
                     "sister", "chairwoman", "spokeswoman", "actress"})  # fmt: skip
REACH = 1  # sentences looked back on; older candidates are too often the wrong ones


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: where named, which sex the names tell, which roles."""

    entity: Entity
    sex: str
    roles: frozenset[str]
    places: tuple[Span, ...]


def refer_back(
    article: Article, tagged: Tagged, entities: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The entities, with the pronouns and descriptions that refer to them."""
    people = [_person(article.text, e) for e in entities if e.type == "PERSON" and not e.unresolved]
    if not people:
        return entities
    added: dict[str, list[Mention]] = defaultdict(list)
    named = sorted(((s.start, i, p) for i, p in enumerate(people) for s in p.places), key=_first)
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for role in person.roles:
            bearers[role].append(person)
    quoted = [Span(*m.span()) for m in _QUOTED.finditer(article.text)]
    for index, sentence in enumerate(tagged.sentences):
        window = [s for s in tagged.sentences[max(0, index - REACH) : index + 1]
                  if s.paragraph == sentence.paragraph]  # fmt: skip
        near = _between(named, window[0].span.start, sentence.span.end)
        _pronouns(article.text, sentence, window, near, quoted, added)
        _descriptions(article.text, sentence, bearers, added)
    return tuple(
        replace(e, mentions=tuple(sorted((*e.mentions, *added[e.id]), key=lambda m: m.span)))
        if e.id in added
        else e
        for e in entities
    )


def _first(place: tuple[int, int, Person]) -> tuple[int, int]:
    return place[:2]


def _between(named: list[tuple[int, int, Person]], begin: int, end: int) -> list[Person]:
    """The people named in a stretch of text, each once."""
    low = bisect_left(named, (begin, 0), key=_first)
    high = bisect_left(named, (end, 0), key=_first)
    return list({i: person for _, i, person in named[low:high]}.values())


def _person(text: str, entity: Entity) -> Person:
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
    sex = "m" if titles & _MALE else "f" if titles & _FEMALE else ""
    words = entity.name.split()
    if not sex and len(words) > 1:
        sex = first_name(words[0]) or ""
    return Person(entity, sex, frozenset(roles), tuple(names))


def _pronouns(
    text: str,
    sentence: Sentence,
    window: list[Sentence],
    people: list[Person],
    quoted: list[Span],
    added: dict[str, list[Mention]],
) -> None:
    begin = window[0].span.start
    for found in _PRONOUN.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(*found.span())
        if any(q.covers(span) for q in quoted if q.start <= span.start):
            continue  # inside a quotation the speaker's own people are meant
        sex = "m" if found.group(1) else "f"
        near = [p for p in people if p.sex in (sex, "") and _named(p, begin, span.start)]
        known = [p for p in near if p.sex == sex]
        choice = near if len(near) == 1 else known if len(known) == 1 else []
        previous = _carried(added, people, begin, span.start, sex) if not near else None
        if len(choice) == 1:
            _add(added, choice[0].entity, span, sentence, "pronoun", "the only one named nearby")
        elif previous is not None:
            _add(added, previous, span, sentence, "pronoun", "as the pronoun before")


def _carried(
    added: dict[str, list[Mention]], people: list[Person], begin: int, end: int, sex: str
) -> Entity | None:
    """Whom the pronouns of the window mean, where they all mean one."""
    for person in people:
        if person.sex in (sex, "") and any(
            begin <= m.span.start < end and m.kind == "pronoun"
            for m in added.get(person.entity.id, ())
        ):
            return person.entity
    return None


def _named(person: Person, begin: int, end: int) -> bool:
    return any(begin <= s.start < end for s in person.places)


def _descriptions(
    text: str,
    sentence: Sentence,
    by_role: dict[str, list[Person]],
    added: dict[str, list[Mention]],
) -> None:
    for found in _DESCRIPTION.finditer(text, sentence.span.start, sentence.span.end):
        role, end = found.group(1), found.end(1)
        if found.group(2) and is_title(f"{role} {found.group(2)}"):
            role, end = f"{role} {found.group(2)}", found.end(2)
        if not is_title(role) and role not in word_table("person_roles"):
            continue
        if text[end : end + 4] == " of " or re.match(r" [A-Z]", text[end : end + 2]):
            continue  # “the president of Chile”, “the president Ann Lee”: another, or named at once
        bearers = by_role.get(role, [])
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
    added[entity.id].append(Mention(span, "PERSON", kind, sentence.paragraph, rule))
