"""Names and sources of several articles joined into one cast, each join with the rule that made it.

Within an article, ``analysis.entities`` and ``analysis.sources`` have settled who is who; here
whole names meet whole names. A rule joins only where one candidate remains, and the reader's own
``Edit`` outranks every rule.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.lexicon import is_title
from analysis.records import Analysis, Source
from analysis.rules import Rules, Verdict
from analysis.text import body_mentions

PLACES = frozenset({"GPE", "LOC", "FAC"})
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Edit:
    """The reader's own word on two names: ``together`` joins them, else they stay apart."""

    left: str
    right: str
    together: bool


@dataclass(frozen=True, slots=True)
class Member:
    """Who somebody is in one article: an entity, a source, or both."""

    article: str
    name: str
    type: str
    entity: str = ""
    source: str = ""
    mentions: int = 0
    named: bool = True
    rule: str = ""
    """Which rule joined it to the one before; "" for the first."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One person, place or body across articles; ``key`` is the fullest name in small letters."""

    key: str
    name: str
    type: str
    named: bool
    members: tuple[Member, ...]


def join_names(analyses: Sequence[Analysis], edits: Iterable[Edit] = ()) -> tuple[Joined, ...]:
    """Everybody named or heard in the articles, in most articles first."""
    said = tuple(edits)
    groups: list[list[Member]] = []
    for member in sorted(_cast(analyses), key=lambda m: -len(_words(m.name))):
        found = _group_of(member, groups, said)
        if found is None:
            groups.append([member])
        else:
            verdict, place = found
            groups[place].append(_with_rule(member, verdict.rule))
    joined = [_joined(group) for group in groups]
    return tuple(sorted(joined, key=lambda j: (-len({m.article for m in j.members}), j.key)))


def _cast(analyses: Sequence[Analysis]) -> Iterable[Member]:
    for analysis in analyses:
        id = analysis.article.id
        sources: dict[str, Source] = {s.entity: s for s in analysis.sources if s.entity}
        for e in analysis.entities:
            heard = sources.get(e.id)
            n = body_mentions(analysis.article, e)
            yield Member(id, e.name, e.type, e.id, heard.id if heard else "", n)
        for s in analysis.sources:
            if not s.entity:
                kind = "PERSON" if s.type == "person" else "ORG"
                yield Member(id, s.name, kind, "", s.id, 0, s.namedness == "named")


def _group_of(
    member: Member, groups: list[list[Member]], edits: tuple[Edit, ...]
) -> tuple[Verdict[bool], int] | None:
    """The one group a rule gives the member to; None where none or several do."""
    found = []
    for place, group in enumerate(groups):
        verdict = JOINING.first(member, group, edits)
        if verdict is not None and verdict.answer:
            found.append((verdict, place))
    sure = [f for f in found if f[0].rule in ("joined by you", "same name")] or found
    return sure[0] if len(sure) == 1 else None


def _with_rule(member: Member, rule: str) -> Member:
    m = member
    return Member(m.article, m.name, m.type, m.entity, m.source, m.mentions, m.named, rule)


def _joined(group: list[Member]) -> Joined:
    first = group[0]
    name = next((m.name for m in group if not m.name.isupper()), first.name)
    return Joined(
        " ".join(_words(name)) or name.lower(),
        name,
        first.type,
        any(m.named for m in group),
        tuple(group),
    )


# ---------------------------------------------------------------- the rules


def kept_apart_by_you(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """The reader said that these are two."""
    return False if _edited(member, group, edits, together=False) else None


def joined_by_you(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """The reader said that these are one."""
    return True if _edited(member, group, edits, together=True) else None


def one_article(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """Two names that one article holds apart stay apart."""
    return False if any(m.article == member.article for m in group) else None


def other_kind(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """A person is no place and no body; towns and bodies share names."""
    other = (member.type == "PERSON") != (group[0].type == "PERSON")
    return False if other else None


def nobody_in_particular(
    member: Member, group: list[Member], edits: tuple[Edit, ...]
) -> bool | None:
    """ "critics", "a source": one article's are not the other's."""
    return False if any(not m.named and not _definite(m) for m in (member, group[0])) else None


def same_name(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """ "Judith Castellane", "JUDITH CASTELLANE", "Mayor Judith Castellane"."""
    words = _words(member.name)
    return True if words and any(_words(m.name) == words for m in group) else None


def surname(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """ "Castellane", where one person of the other articles is called so in full."""
    words = _words(member.name)
    alone = member.type == "PERSON" and member.named and len(words) == 1
    return True if alone and any(_words(m.name)[-1:] == words for m in group) else None


def short_form(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """ "the Traders' Association" for the "Southside Traders' Association"."""
    words = _words(member.name)
    if member.type == "PERSON" or len(words) < 2 or member.type in PLACES:
        return None
    return True if any(_words(m.name)[-len(words) :] == words for m in group) else None


def first_letters(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """ "MTA" for the "Metro Transport Authority"."""
    short = member.name.replace(".", "")
    if member.type == "PERSON" or not (short.isupper() and 3 <= len(short) <= 6):
        return None
    return True if any(_initials(m.name) == short for m in group) else None


def same_description(member: Member, group: list[Member], edits: tuple[Edit, ...]) -> bool | None:
    """ "The council" for "the city council", both definite and neither with a name."""
    words = _words(member.name)
    if member.named or not words:
        return None
    alike = (not m.named and _words(m.name)[-len(words) :] == words for m in group)
    return True if any(alike) else None


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


def _edited(
    member: Member, group: list[Member], edits: tuple[Edit, ...], *, together: bool
) -> bool:
    pairs = {frozenset((e.left, e.right)) for e in edits if e.together is together}
    return any(frozenset((member.name, m.name)) in pairs for m in group)


def _definite(member: Member) -> bool:
    return member.name.lower().startswith("the ")


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w[:1].isupper())


def _words(name: str) -> list[str]:
    """The name's words in small letters, without article and titles before it."""
    words = [w.replace("’", "'") for w in _WORD.findall(name)]
    while words and (words[0].lower() in _DETERMINERS or (len(words) > 1 and is_title(words[0]))):
        words = words[1:]
    return [w.lower() for w in words]
