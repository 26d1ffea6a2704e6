"""People and bodies across a library: the joins of ``analysis.compare``, made from facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.compare import Edit, Member, join_members
from analysis.follow.facts import Followed


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, place or body of the library; ``key`` names it in a link."""

    key: str
    name: str
    type: str
    members: tuple[Member, ...]


def join_facts(articles: Iterable[Followed], edits: Iterable[Edit] = ()) -> tuple[Somebody, ...]:
    """Everybody with a name, in most articles first. "Officials" or "the council" of one town
    are not those of another, so sources without a name are left out."""
    joined = join_members((m for a in articles for m in _members(a)), edits)
    seen = Counter[str]()
    made = []
    for j in joined:
        seen[j.key] += 1
        key = j.key if seen[j.key] == 1 else f"{j.key} {seen[j.key]}"
        made.append(Somebody(key, j.name, j.type, j.members))
    return tuple(made)


def _members(article: Followed) -> Iterator[Member]:
    facts = article.facts
    heard = {s.entity: s.source for s in facts.sources if s.entity}
    for n in facts.names:
        yield Member(article.id, n.name, n.type, n.entity, heard.get(n.entity, ""), n.mentions)
    for s in facts.sources:
        if not s.entity and s.namedness == "named":
            kind = "PERSON" if s.type == "person" else "ORG"
            yield Member(article.id, s.name, kind, "", s.source)
