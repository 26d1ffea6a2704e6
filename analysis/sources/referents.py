"""Someone or something an article can credit with words, and what is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.lexicon import one_sex, title_sex
from analysis.records import Article, Entity
from analysis.sources.introductions import Introduction, title_gender
from analysis.sources.phrases import Names, Phrase
from analysis.text import Sort

_SORTS: dict[str, Sort] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "body",
    "FAC": "body",
    "NORP": "many",
    "WORK": "document",
}


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something an article can credit with words; ``key`` tells two apart."""

    key: str
    name: str
    sort: Sort
    entity: str | None = None
    gender: str = ""
    phrase: Phrase | None = None
    unresolved: str = ""
    owner: str = ""
    """For a described source: the name it belongs to ("a spokesman for Acme": Acme)."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a source span means, and the document or post that carried the words, if one did."""

    referent: Referent
    phrase: Phrase
    channel: str = ""
    """"document", "social", "media" or "" when nothing stands between."""
    rule: str = ""
    """Which rule found it."""


def entity_referent(entity: Entity, gender: str = "") -> Referent:
    """The referent of an entity with a name."""
    return Referent(
        f"e:{entity.id}", entity.name, _SORTS.get(entity.type, "other"), entity.id, gender
    )


def genders(
    article: Article, names: Names, entities: Iterable[Entity], roles: Iterable[Introduction]
) -> dict[str, str]:
    """ "m" or "f" by entity, where a title, a role word or a given name states it.

    Used only to keep "he" from meaning Mary; it is never shown, stored or counted.
    """
    found: dict[str, set[str]] = {}
    for named in names:
        found.setdefault(named.entity, set()).add(title_gender(article.text, named))
    for role in roles:
        found.setdefault(role.entity, set()).add(title_sex(role.head))
    stated = {}
    for entity in entities:
        said = found.get(entity.id, set()) - {""}
        if not said and entity.type == "PERSON" and entity.name:
            said = {one_sex(entity.name.split()[0])} - {""}
        if len(said) == 1:
            stated[entity.id] = said.pop()
    return stated
