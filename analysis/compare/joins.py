"""Names and sources of several articles joined into one cast, each join with the rule that made it.

Within an article, ``analysis.entities`` and ``analysis.sources`` have settled who is who; here
whole names meet whole names. A rule joins only where one candidate remains, and the reader's own
``Edit`` outranks every rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.compare.members import Group, Member, initials_of, members_of, short_of, words_of
from analysis.records import Analysis
from analysis.rules import Rules, Verdict

PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Edit:
    """The reader's own word on two names: ``together`` joins them, else they stay apart."""

    left: str
    right: str
    together: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """One person, place or body across articles; ``key`` is the fullest name in small letters."""

    key: str
    name: str
    type: str
    named: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Edits:
    """The reader's edits as pairs of names."""

    together: frozenset[frozenset[str]]
    apart: frozenset[frozenset[str]]


def join_names(analyses: Iterable[Analysis], edits: Iterable[Edit] = ()) -> tuple[Joined, ...]:
    """Everybody named or heard in the articles, in most articles first."""
    return join_members((m for a in analyses for m in members_of(a)), edits)


def join_members(members: Iterable[Member], edits: Iterable[Edit] = ()) -> tuple[Joined, ...]:
    """The members of any number of articles joined into one cast, in most articles first."""
    given = tuple(edits)
    said = Edits(
        frozenset(frozenset((e.left, e.right)) for e in given if e.together),
        frozenset(frozenset((e.left, e.right)) for e in given if not e.together),
    )
    groups: list[Group] = []
    shelf = _Shelf(said)
    for member in sorted(members, key=lambda m: -len(words_of(m.name))):
        found = _group_of(member, [(p, groups[p]) for p in shelf.near(member)], said)
        place = len(groups) if found is None else found[1]
        if found is None:
            groups.append(Group())
        groups[place].add(member if found is None else replace(member, rule=found[0].rule))
        shelf.put(member, place)
    joined = [_joined(group.members) for group in groups]
    return tuple(sorted(joined, key=lambda j: (-len({m.article for m in j.members}), j.key)))


class _Shelf:
    """Groups by what a rule could join a member to them by, so that few are asked of many."""

    def __init__(self, edits: Edits) -> None:
        self._ends: dict[str, set[int]] = defaultdict(set)
        self._initials: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)
        self._wished: dict[str, set[str]] = defaultdict(set)
        self.places: set[int] = set()
        for pair in edits.together:
            for name in pair:
                self._wished[name] |= pair

    def put(self, member: Member, place: int) -> None:
        """Remembers in which group the member stands."""
        self.places.add(place)
        for word in words_of(member.name)[-1:]:
            self._ends[word].add(place)
        self._initials[initials_of(member.name)].add(place)
        if member.name in self._wished:
            self._names[member.name].add(place)

    def near(self, member: Member) -> list[int]:
        """The groups that share the last word or the initials with it, or a wish of the reader."""
        found: set[int] = set()
        for word in words_of(member.name)[-1:]:
            found |= self._ends.get(word, set())
        found |= self._initials.get(short_of(member.name), set())
        for name in self._wished.get(member.name, ()):
            found |= self._names.get(name, set())
        return sorted(found)


def _group_of(
    member: Member, groups: Iterable[tuple[int, Group]], edits: Edits
) -> tuple[Verdict[bool], int] | None:
    """The one group a rule gives the member to; None where none or several do."""
    found = []
    for place, group in groups:
        verdict = JOINING.first(member, group, edits)
        if verdict is not None and verdict.answer:
            found.append((verdict, place))
    sure = [f for f in found if f[0].rule in ("joined by you", "same name")] or found
    return sure[0] if len(sure) == 1 else None


def _joined(group: list[Member]) -> Joined:
    first = group[0]
    name = next((m.name for m in group if not m.name.isupper()), first.name)
    return Joined(
        " ".join(words_of(name)) or name.lower(),
        name,
        first.type,
        any(m.named for m in group),
        tuple(group),
    )


# ---------------------------------------------------------------- the rules


def kept_apart_by_you(member: Member, group: Group, edits: Edits) -> bool | None:
    """The reader said that these are two."""
    return False if _wished(member, group, edits.apart) else None


def joined_by_you(member: Member, group: Group, edits: Edits) -> bool | None:
    """The reader said that these are one."""
    return True if _wished(member, group, edits.together) else None


def one_article(member: Member, group: Group, edits: Edits) -> bool | None:
    """Two names that one article holds apart stay apart."""
    return False if member.article in group.articles else None


def other_kind(member: Member, group: Group, edits: Edits) -> bool | None:
    """A person is no place and no body; towns and bodies share names."""
    other = (member.type == "PERSON") != (group.first.type == "PERSON")
    return False if other else None


def nobody_in_particular(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "critics", "a source": one article's are not the other's."""
    return False if any(not m.named and not _definite(m) for m in (member, group.first)) else None


def same_name(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "Judith Castellane", "JUDITH CASTELLANE", "Mayor Judith Castellane"."""
    words = words_of(member.name)
    return True if words and words in group.forms else None


def surname(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "Castellane", where one person of the other articles is called so in full."""
    words = words_of(member.name)
    alone = member.type == "PERSON" and member.named and len(words) == 1
    return True if alone and any(f[-1:] == words for f in group.forms) else None


def short_form(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "the Traders' Association" for the "Southside Traders' Association"."""
    words = words_of(member.name)
    if member.type == "PERSON" or len(words) < 2 or member.type in PLACES:
        return None
    return True if any(f[-len(words) :] == words for f in group.forms) else None


def first_letters(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "MTA" for the "Metro Transport Authority"."""
    short = short_of(member.name)
    if member.type == "PERSON" or not (short.isupper() and 3 <= len(short) <= 6):
        return None
    return True if short in group.initials else None


def same_description(member: Member, group: Group, edits: Edits) -> bool | None:
    """ "The council" for "the city council", both definite and neither with a name."""
    words = words_of(member.name)
    if member.named or not words:
        return None
    return True if any(f[-len(words) :] == words for f in group.described) else None


JOINING = Rules(
    kept_apart_by_you,  # the reader outranks every rule
    joined_by_you,
    one_article,
    other_kind,
    nobody_in_particular,
    same_name,
    surname,
    short_form,
    first_letters,
    same_description,
)


def rules_used(joined: Joined) -> str:
    """How a join came about, in words: "same name (3 articles)"."""
    counts: dict[str, int] = defaultdict(int)
    for m in joined.members[1:]:
        counts[m.rule] += 1
    return ", ".join(counts)


def _wished(member: Member, group: Group, pairs: frozenset[frozenset[str]]) -> bool:
    return bool(pairs) and any(frozenset((member.name, name)) in pairs for name in group.names)


def _definite(member: Member) -> bool:
    return member.name.lower().startswith("the ")
