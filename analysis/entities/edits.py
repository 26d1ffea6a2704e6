"""The reader's corrections of entities, replayed on each analysis.

A correction names characters, never ids: it finds the mention that stands there now, so it
survives a new engine; where none stands there any more it is given back as no longer applying.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from analysis.lexicon import key
from analysis.records import Article, Correction, Entity, EntityType, Mention, Span

Entities = list[Entity]
Edit = Callable[[Article, Entities, Correction], bool]
ONE_PLACE = "here"
"""The value of a split that takes out this place only, not all places written alike."""


def apply_corrections(
    article: Article, entities: tuple[Entity, ...], corrections: tuple[Correction, ...]
) -> tuple[tuple[Entity, ...], tuple[Correction, ...]]:
    """The corrected entities, and the corrections of entities that no longer apply.

    Corrections of other kinds (roles, speakers) are left to their own stages.
    """
    kept: Entities = list(entities)
    dropped = []
    for correction in corrections:
        edit = EDITS.get(correction.kind)
        if edit is not None and not edit(article, kept, correction):
            dropped.append(correction)
    kept.sort(key=lambda e: e.mentions[0].span)
    return tuple(kept), tuple(dropped)


def merge(article: Article, entities: Entities, correction: Correction) -> bool:
    """The target's entity joins the one at ``other``, which keeps its name and type."""
    gone = find_entity(entities, correction.target)
    home = find_entity(entities, correction.other) if correction.other else None
    if gone is None or home is None or gone is home:
        return False
    moved = [replace(m, type=home.type, rule="merged by you") for m in gone.mentions]
    joined = tuple(sorted((*home.mentions, *moved), key=lambda m: m.span))
    _put(entities, home, replace(home, mentions=joined, unresolved=""))
    entities.remove(gone)
    return True


def split(article: Article, entities: Entities, correction: Correction) -> bool:
    """What is written like the target leaves its entity; with value "here", this place only."""
    home = find_entity(entities, correction.target)
    if home is None:
        return False
    here = _nearest(home, correction.target)
    written = key(here.span.of(article.text))

    def leaves(mention: Mention) -> bool:
        if correction.value == ONE_PLACE:
            return mention is here
        return mention.kind == here.kind and key(mention.span.of(article.text)) == written

    out = tuple(replace(m, rule="split by you") for m in home.mentions if leaves(m))
    rest = tuple(m for m in home.mentions if not leaves(m))
    if not rest:
        return False
    name = here.span.of(article.text)
    _put(entities, home, replace(home, mentions=rest))
    entities.append(Entity(_new_id(entities), name, home.type, out))
    return True


def rename(article: Article, entities: Entities, correction: Correction) -> bool:
    """The entity goes by another name; the text stays as it is."""
    entity = find_entity(entities, correction.target)
    name = " ".join(correction.value.split())
    if entity is None or not name:
        return False
    _put(entities, entity, replace(entity, name=name, unresolved=""))
    return True


def retype(article: Article, entities: Entities, correction: Correction) -> bool:
    """The entity and its mentions are of another type."""
    entity = find_entity(entities, correction.target)
    if entity is None or correction.value not in get_args(EntityType):
        return False
    kind: EntityType = correction.value  # type: ignore[assignment]
    mentions = tuple(replace(m, type=kind) for m in entity.mentions)
    _put(entities, entity, replace(entity, type=kind, mentions=mentions))
    return True


def hide(article: Article, entities: Entities, correction: Correction) -> bool:
    """The entity is left out; taking the correction back restores it."""
    entity = find_entity(entities, correction.target)
    if entity is None:
        return False
    entities.remove(entity)
    return True


EDITS: dict[str, Edit] = {
    "merge": merge,
    "split": split,
    "rename": rename,
    "retype": retype,
    "hide": hide,
}


def find_entity(entities: Entities | tuple[Entity, ...], place: Span) -> Entity | None:
    """The entity with a mention at this place: exactly there, else sharing most characters."""
    best, most = None, 0
    for entity in entities:
        for mention in entity.mentions:
            if mention.span == place:
                return entity
            shared = min(mention.span.end, place.end) - max(mention.span.start, place.start)
            if shared > most:
                best, most = entity, shared
    return best


def _nearest(entity: Entity, place: Span) -> Mention:
    return min(
        entity.mentions,
        key=lambda m: abs(m.span.start - place.start) + abs(m.span.end - place.end),
    )


def _put(entities: Entities, old: Entity, new: Entity) -> None:
    entities[entities.index(old)] = new


def _new_id(entities: Entities) -> str:
    taken = {e.id for e in entities}
    number = len(entities)
    while f"e{number}" in taken:
        number += 1
    return f"e{number}"
