"""One entity per real person, place or body: mentions gathered by what they refer to.

Merging stays inside one article. Whole names first (``whole_names.SAME``), then parts of names
(``part_names.PARTS``), which join only where the text leaves one fuller name; otherwise the
short name stays its own entity and says between whom it is open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from analysis.entities.couples import told_apart
from analysis.entities.edits import apply_corrections
from analysis.entities.forms import WEAK, Form, Rule, is_acronym
from analysis.entities.gathering import gather_forms
from analysis.entities.index import MOST, Finder, PartsOfNames, WholeNames
from analysis.entities.part_names import PARTS
from analysis.entities.references import refer_back
from analysis.entities.whole_names import MISSPELT, SAME
from analysis.lexicon import (
    canonical,
    first_name,
    is_country,
    one_sex,
    people_of,
    title_sex,
)
from analysis.records import Article, Correction, Entity, EntityType, Mention, Tagged
from analysis.text import Quotation

MOST_ALIKE = 50  # fuller names between which the place of a mention decides


@dataclass(eq=False, slots=True)
class Group:
    """Forms found to mean one thing, the fullest first in ``head``."""

    head: Form
    forms: list[Form] = field(default_factory=list)
    unresolved: str = ""

    @property
    def type(self) -> EntityType:
        """The commonest type of its mentions, the fullest form's on a tie."""
        votes: Counter[EntityType] = Counter()
        for form in self.forms:
            for mention in form.mentions:
                votes[form.type] += 0 if mention.adjectival or form.type in WEAK else 1
        if not votes or not votes.total():
            return self.head.type
        if self.head.type == "PERSON":
            return "PERSON"
        return max(votes, key=lambda t: (votes[t], t == self.head.type))

    @property
    def start(self) -> int:
        """Where its fullest form stands first."""
        return self.head.start


def link_entities(
    article: Article,
    tagged: Tagged,
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
    corrections: tuple[Correction, ...] = (),
) -> tuple[tuple[Entity, ...], tuple[Correction, ...]]:
    """Entities in order of first mention, and the corrections that no longer apply."""
    names = link_names(article, mentions)
    entities = refer_back(article, tagged, names, quotations)
    return apply_corrections(article, entities, corrections)


def link_names(article: Article, mentions: tuple[Mention, ...]) -> tuple[Entity, ...]:
    """Entities made of names alone, in order of first mention."""
    forms = gather_forms(article, [m for m in mentions if m.kind == "name"])
    groups = settle_adjectives(merge_parts(merge_same(forms)))
    groups.sort(key=lambda g: min(m.span.start for f in g.forms for m in f.mentions))
    return told_apart(article.text, [_entity(f"e{i}", g) for i, g in enumerate(groups)])


def merge_same(forms: list[Form]) -> list[Group]:
    """Groups of forms that are whole names of one thing."""
    known: Finder[Group] = WholeNames()
    for form in forms:  # most words first, so the head is the fullest
        near = known.near(form)
        for rule_name, rule in SAME:
            home = next(
                (g for g in near if any(_fits(rule, form, f) for f in g.forms[:MOST])), None
            )
            if home is not None:
                _join(home, form, rule_name)
                known.put(home, form)
                break
        else:
            known.put(Group(form, [form]), form)
    return known.groups


def _fits(rule: Rule, a: Form, b: Form) -> bool:
    return a.type != "NORP" and b.type != "NORP" and bool(rule(a, b) or rule(b, a))


def settle_adjectives(groups: list[Group]) -> list[Group]:
    """“South Korean” goes to South Korea where the article names it; marked, and not counted."""
    countries = {canonical(f.text): g for g in groups for f in g.forms if is_country(f.text)}
    kept = []
    for group in groups:
        country = people_of(group.head.text) if group.type == "NORP" else None
        home = countries.get(country or "")
        if home is not None and all(m.adjectival for f in group.forms for m in f.mentions):
            for form in group.forms:
                _join(home, form, "nationality adjective")
        else:
            kept.append(group)
    return kept


def merge_parts(groups: list[Group]) -> list[Group]:
    """The groups left when parts of names have joined the one fuller name they fit."""
    kept: Finder[Group] = PartsOfNames()
    for group in sorted(groups, key=lambda g: (-len(g.head.words), g.start)):
        near = kept.near(group.head)
        for rule_name, rule in PARTS:
            fits = [g for g in near if any(rule(group.head, f) for f in g.forms[:MOST])]
            fits = [g for g in fits if not _other_sex(group, g)]
            if fits:
                _place(group, fits, rule_name, kept)
                break
        else:
            _keep(group, kept)
    return kept.groups


def _place(group: Group, fits: list[Group], rule_name: str, kept: Finder[Group]) -> None:
    """Join the part to the fuller name that is left; mention by mention where two fit."""
    if len(fits) > 1:
        fits = _narrow(group, fits)
    if len(fits) == 1:
        others = [other for form in group.forms if (other := _without_others(form, fits[0]))]
        for form in (f for f in group.forms if f.mentions):
            _join(fits[0], form, rule_name)
            kept.put(fits[0], form)
        if others:
            _keep(Group(others[0], others), kept)
        return
    starts = sorted(m.span.start for f in group.forms for m in f.mentions)
    alike = fits if len(fits) <= MOST_ALIKE else []  # so common a name tells nobody apart
    for form in group.forms:
        open_ones = []
        for mention in form.mentions:
            home = _titled(mention, alike, form) or _introduced(mention, alike, starts)
            if home is None:
                open_ones.append(mention)
            else:
                part = Form(form.text, form.type, [mention])
                _join(home, part, f"{rule_name}, the one it can be here")
                kept.put(home, part)
        form.mentions[:] = open_ones
    group.forms[:] = [f for f in group.forms if f.mentions]
    if group.forms:
        group.head = group.head if group.head.mentions else group.forms[0]
        names = " or ".join(sorted(g.head.text for g in fits)[:3])
        group.unresolved = f"“{group.head.text}” could be {names}"
        _keep(group, kept)


def _keep(group: Group, kept: Finder[Group]) -> None:
    for form in group.forms:
        kept.put(group, form)


def _narrow(group: Group, fits: list[Group]) -> list[Group]:
    """Fewer candidates: those of the same type, if any are."""
    left = [g for g in fits if group.type == g.type]
    return left or fits


def _other_sex(group: Group, full: Group) -> bool:
    """Whether “Mr. Bree” is tried on “Ann Bree”: her husband, whom nobody names in full."""
    told = {title_sex(t) for f in group.forms for t in f.titles.values()} - {""}
    return (
        full.type == "PERSON"
        and len(told) == 1
        and one_sex(full.head.text.split()[0]) in {"m", "f"} - told
    )


def _without_others(form: Form, full: Group) -> Form | None:
    """Takes out “Mr. Bree” where “Bree” and “Ms. Bree” are Ann Bree; a form of its own, if any."""
    if full.type != "PERSON":
        return None
    sex = one_sex(full.head.text.split()[0])
    wrong = {"m", "f"} - {sex} if sex else set()
    other = [m for m in form.mentions if title_sex(form.titles.get(m.span.start, "")) in wrong]
    if not other:
        return None
    form.mentions[:] = [m for m in form.mentions if m not in other]
    titles = {m.span.start: form.titles[m.span.start] for m in other}
    return Form(form.text, form.type, other, titles=titles)


def _titled(mention: Mention, fits: list[Group], form: Form) -> Group | None:
    """The one candidate that bears the title before this mention, or is of the sex it tells."""
    title = form.titles.get(mention.span.start)
    if title is None:
        return None
    bearers = [g for g in fits if any(title in f.titles.values() for f in g.forms)]
    if not bearers and title_sex(title):
        sexes = {first_name(g.head.words[0]) or "" for g in fits} & {title_sex(title)} or {""}
        bearers = [g for g in fits if (first_name(g.head.words[0]) or "") in sexes]
    return bearers[0] if len(bearers) == 1 else None


def _introduced(mention: Mention, fits: list[Group], starts: list[int]) -> Group | None:
    """The candidate named in full before this mention if it was the only one, or stayed so.

    Once a text has used the short name for one person, it goes on doing so until the other
    is named in the same or the previous paragraph.
    """
    before = [g for g in fits if g.start < mention.span.start]
    if len(before) == 1:
        return before[0]
    if not before:
        return None
    first_other = sorted(g.start for g in before)[1]
    settled = bisect_left(starts, first_other)  # places where only the first could be meant
    passing = all(_places(g) == 1 for g in fits if g.start >= first_other)
    if settled >= 2 or (settled and passing):
        return min(before, key=lambda g: g.start)
    return None


def _places(group: Group) -> int:
    """Places where the group stands by its whole name; one is a mention in passing."""
    return sum(len(f.mentions) for f in group.forms if len(f.words) > 1)


def _join(home: Group, form: Form, rule: str) -> None:
    """Put a form into a group, and the rule's name on its mentions."""
    form.mentions[:] = [replace(m, rule=rule) for m in form.mentions]
    home.forms.append(form)
    common = rule in MISSPELT and len(form.mentions) > len(home.head.mentions)
    if common or _fuller(form, home.head):
        home.head = form


def _fuller(form: Form, head: Form) -> bool:
    return is_acronym(head) and not is_acronym(form) and len(form.words) > 1


def _entity(id: str, group: Group) -> Entity:
    """The entity with one type, its mentions in order."""
    kind = group.type
    mentions = [replace(m, type=kind) for f in group.forms for m in f.mentions]
    mentions.sort(key=lambda m: m.span)
    return Entity(id, display_name(group), kind, tuple(mentions), group.unresolved)


def display_name(group: Group) -> str:
    """The fullest form; of a country the plain name where the text uses it, else the commonest."""
    plain = canonical(group.head.text)
    if is_country(group.head.text):
        shown = [f for f in group.forms if f.text == plain]
        return plain if shown or is_acronym(group.head) else group.head.text
    if group.type == "PERSON" and group.head.text.isupper() and len(group.head.words) > 1:
        return group.head.text.title()  # “PER LUNDE” of a transcript
    return group.head.text
