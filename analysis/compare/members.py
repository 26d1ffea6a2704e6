"""Who is in one article, and groups of such members of several: what ``joins`` joins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.lexicon import is_title
from analysis.records import Analysis, Source
from analysis.text import body_mentions

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their"})


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


@dataclass(slots=True)
class Group:
    """Members joined so far, with what the rules ask of them ready at hand."""

    members: list[Member] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    forms: set[tuple[str, ...]] = field(default_factory=set)
    """The words of every name in it."""
    described: set[tuple[str, ...]] = field(default_factory=set)
    """The words of those that are no names."""
    initials: set[str] = field(default_factory=set)

    def add(self, member: Member) -> None:
        """Takes a member in."""
        self.members.append(member)
        self.articles.add(member.article)
        self.names.add(member.name)
        self.forms.add(words_of(member.name))
        if not member.named:
            self.described.add(words_of(member.name))
        self.initials.add(initials_of(member.name))

    @property
    def first(self) -> Member:
        """The fullest name, which came first."""
        return self.members[0]


def members_of(analysis: Analysis) -> Iterable[Member]:
    """Everybody named or heard in one article: its entities, then sources that are none."""
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


def initials_of(name: str) -> str:
    """The capitals that its words begin with."""
    return "".join(w[0] for w in name.split() if w[:1].isupper())


def short_of(name: str) -> str:
    """ "M.T.A." without its full stops."""
    return name.replace(".", "")


@lru_cache(maxsize=65_536)
def words_of(name: str) -> tuple[str, ...]:
    """The name's words in small letters, without article and titles before it."""
    words = [w.replace("’", "'") for w in _WORD.findall(name)]
    while words and (words[0].lower() in _DETERMINERS or (len(words) > 1 and is_title(words[0]))):
        words = words[1:]
    return tuple(w.lower() for w in words)
