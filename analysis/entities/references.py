"""Pronouns and descriptions, attached to the entity they refer to: a layer of its own.

They never enter the main count. Only what the text leaves no doubt about is resolved: one
candidate of the right sex nearby, or one bearer of the title in the whole article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from analysis.lexicon import (
    Pattern,
    Words,
    first_name,
    is_title,
    title_before,
    title_sex,
    word_list,
    word_table,
)
from analysis.records import Article, Entity, Mention, MentionKind, Sentence, Span, Tagged
from analysis.text import (
    CROWD,
    SENTENCES_BACK,
    SENTENCES_TO_THE_MAIN_ONE,
    InOrder,
    Quotation,
    human_pronouns,
    pronoun_sex,
)

_DESCRIPTION = re.compile(r"\b[Tt]he (?:[A-Z]\w+ ){0,2}([a-z]+)(?: ([a-z]+))?\b")
_APPOSITIVE = Pattern(
    r"^,? (?:who is |is |was )?(?:an? |the |[\w.-]+['’]s |[\w-]+ ){0,5}?"
    r"([a-z]+)\b(?=,| {of a role} |\.)"
)
_AFTER_PREPOSITION = Pattern(r"\b{after prepositions in passing}(?: [A-Z][\w.]+| the| \w+)?\s$")
_BODY_NOUNS = Words(partial(word_list, "organisation_words"))


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: where named, which sex the names tell, which roles."""

    entity: Entity
    sex: str
    roles: frozenset[str]
    places: tuple[Span, ...]


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
    bearers: dict[str, list[Person]] = defaultdict(list)
    for one in (*people, *bodies):
        for role in one.roles:
            bearers[role].append(one)
    scene = Scene(article.text, people, quotations)
    added: dict[str, list[Mention]] = defaultdict(list)
    for index, sentence in enumerate(tagged.sentences):
        _pronouns(scene, _windows(tagged.sentences, index), added)
        _descriptions(article.text, sentence, bearers, added)
    return tuple(
        replace(e, mentions=tuple(sorted((*e.mentions, *added[e.id]), key=lambda m: m.span)))
        if e.id in added
        else e
        for e in entities
    )


def _windows(sentences: tuple[Sentence, ...], index: int) -> tuple[Sentence, int, int]:
    """A sentence; where the stretch begins that it is read with, and the paragraph before."""
    here = sentences[index]
    close = sentences[max(0, index - SENTENCES_BACK) : index]
    near = [s for s in close if s.paragraph == here.paragraph]
    first, far = index, SENTENCES_TO_THE_MAIN_ONE
    while first and sentences[first - 1].paragraph >= here.paragraph - 1 and index - first < far:
        first -= 1
    return here, (near[0] if near else here).span.start, sentences[first].span.start


class Scene:
    """The people of an article by where they are named, and its quotations."""

    def __init__(self, text: str, people: list[Person], quotations: Iterable[Quotation]) -> None:
        self.text = text
        self._numbers = {p.entity.id: i for i, p in enumerate(people)}
        self.named = sorted(
            ((s.start, i, p) for i, p in enumerate(people) for s in p.places), key=_first
        )
        speech = (q for q in quotations if q.level == 0 and q.kind == "speech")
        self.quoted = InOrder(sorted(s for q in speech for s in q.spans))
        self.pronouns: list[tuple[int, int, Person]] = []
        """Those resolved so far, like ``named``: where one stands, and whom it means."""
        self.main = max(people, key=lambda p: len(p.places), default=None)
        """Whom the article names most: the one “he” means after somebody named in passing."""

    def between(self, begin: int, end: int, sex: str) -> list[Person]:
        """The people named in a stretch of text whom a pronoun of that sex can mean, each once."""
        low = bisect_left(self.named, (begin, 0), key=_first)
        high = bisect_left(self.named, (end, 0), key=_first)
        found = {i: person for _, i, person in self.named[low:high]}
        return [p for p in found.values() if p.sex in (sex, "")]

    def carried(self, begin: int, end: int, sex: str) -> list[Person]:
        """Whom the pronouns of a stretch mean, if one of that sex can mean them too."""
        low = bisect_left(self.pronouns, (begin, 0), key=_first)
        high = bisect_left(self.pronouns, (end, 0), key=_first)
        found = {i: person for _, i, person in self.pronouns[low:high]}
        return [found[i] for i in sorted(found) if found[i].sex in (sex, "")]

    def in_passing(self, person: Person, begin: int, end: int) -> bool:
        """Whether somebody stands there only after “of”, “with”, “by”, and is not the main one."""
        low = bisect_left(person.places, begin, key=_start)
        high = bisect_left(person.places, end, key=_start)
        return person is not self.main and all(
            _AFTER_PREPOSITION.search(self.text[max(0, s.start - 40) : s.start])
            for s in person.places[low:high]
        )

    def refer(self, start: int, person: Person) -> None:
        """Remember that the pronoun there means this person; to be told in reading order."""
        self.pronouns.append((start, self._numbers[person.entity.id], person))

    def is_quoted(self, span: Span) -> bool:
        """In what somebody says the speaker's own people are meant; not in a few words of it."""
        return self.quoted.covering(span) is not None


def _first(place: tuple[int, int, Person]) -> tuple[int, int]:
    return place[:2]


def _start(span: Span) -> int:
    return span.start


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
    told = {title_sex(t) for t in titles} - {""}
    sex = next(iter(told)) if len(told) == 1 else ""
    words = entity.name.split()
    if not sex and len(words) > 1:
        sex = first_name(words[0]) or ""
    return Person(entity, sex, frozenset(roles), tuple(names))


def _body(entity: Entity) -> Person:
    """A body with the noun of its name as its role: “the party” can mean the Harbour Party."""
    words = {w.casefold() for w in entity.name.split()} & _BODY_NOUNS
    places = tuple(m.span for m in entity.mentions if m.kind == "name")
    return Person(entity, "", frozenset(words), places)


def _pronouns(
    scene: Scene, windows: tuple[Sentence, int, int], added: dict[str, list[Mention]]
) -> None:
    sentence, near, far = windows
    for span in human_pronouns(scene.text, sentence.span):
        if scene.is_quoted(span):
            continue
        sex = pronoun_sex(span.of(scene.text))
        for begin, rule in ((near, "the only one named nearby"), (far, "the only one before")):
            choice, rule = _choice(scene, begin, span.start, sex, rule)
            if choice is not None and begin == far and choice is not scene.main:
                break  # so far back only the one the article names most is meant
            if choice is not None:
                _add(added, choice.entity, span, sentence, "pronoun", rule)
                scene.refer(span.start, choice)
            if choice is not None or rule == _OPEN:
                break


_OPEN = "open"


def _choice(scene: Scene, begin: int, end: int, sex: str, rule: str) -> tuple[Person | None, str]:
    """Whom a pronoun means by a stretch before it, and why; “open” where two can be meant."""
    people = scene.between(begin, end, sex)
    if len(people) > CROWD:
        return None, _OPEN
    carried = scene.carried(begin, end, sex)
    passing = [p for p in people if scene.in_passing(p, begin, end)]
    people = [p for p in people if p not in passing]
    known = [p for p in people if p.sex == sex]
    choice = people if len(people) == 1 else known if len(known) == 1 else []
    if choice and (not carried or carried == choice):
        return choice[0], rule
    if not people and len(carried) == 1:
        return carried[0], "as the pronoun before"
    return None, _OPEN if people or carried or passing else rule


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
