"""The reader's corrections of entities, replayed on each analysis.

A correction names characters, never ids: it finds the mention that stands there now, so it
survives a new engine; where none stands there any more it is given back as no longer applying.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from analysis.lexicon import key
from analysis.records import (
    READ_ROLES,
    Article,
    Correction,
    Entity,
    EntityType,
    Mention,
    Paragraph,
    Span,
)

Entities = list[Entity]
Edit = Callable[[Article, Entities, Correction], bool]
ADDED, MOVED = "added by you", "moved by you"
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


def name(article: Article, entities: Entities, correction: Correction) -> bool:
    """A name that was missed, here and wherever else it is written so and nothing is found.

    It joins the entity at ``other``, else one with a name written alike, else is one of its own;
    a name found inside it or across its edge gives way.
    """
    place = correction.target
    if _paragraph(article, place) is None or correction.value not in get_args(EntityType):
        return False
    words = place.of(article.text)
    home = find_entity(entities, correction.other) if correction.other else None
    if correction.other is not None and home is None:
        return False
    places = sorted([place, *_free_places(article, entities, place)])
    home = home or _written_alike(article, entities, words)
    kind: EntityType = home.type if home else correction.value  # type: ignore[assignment]
    _clear(entities, place)
    if home is None or (left := _by_id(entities, home.id)) is None:
        left = Entity(_new_id(entities), home.name if home else words, kind, ())
        entities.append(left)
    added = [_mention(article, p, kind) for p in places]
    joined = tuple(sorted((*left.mentions, *added), key=lambda m: m.span))
    _put(entities, left, replace(left, mentions=joined, unresolved=""))
    return True


def name_span(article: Article, entities: Entities, correction: Correction) -> bool:
    """The name at the target stands at ``other`` instead, so too wherever the same words do."""
    home, other = find_entity(entities, correction.target), correction.other
    if home is None or other is None or _paragraph(article, other) is None:
        return False
    text, here = article.text, _nearest(home, correction.target)
    old, new = here.span.of(text), other.of(text)
    moved: dict[Span, Span] = {}
    for m in home.mentions:
        start = m.span.start + other.start - here.span.start
        if m.span.of(text) == old and start >= 0 and text[start : start + len(new)] == new:
            moved[m.span] = Span(start, start + len(new))
    for place in moved.values():
        _clear(entities, place, but=home.id)
    kept = [
        replace(m, span=moved[m.span], rule=MOVED) if m.span in moved else m
        for m in home.mentions
        if m.span in moved or not any(p.overlaps(m.span) for p in moved.values())
    ]
    alone = home.name == old and not any(m.span.of(text) == old for m in kept)
    after = replace(home, name=new if alone else home.name, mentions=tuple(kept))
    _put(entities, home, after)
    return True


def not_name(article: Article, entities: Entities, correction: Correction) -> bool:
    """What stands at the target is no name, in this one place."""
    home = find_entity(entities, correction.target)
    if home is None:
        return False
    here = _nearest(home, correction.target)
    rest = tuple(m for m in home.mentions if m is not here)
    if rest:
        _put(entities, home, replace(home, mentions=rest))
    else:
        entities.remove(home)
    return True


EDITS: dict[str, Edit] = {
    "name": name,
    "name span": name_span,
    "not name": not_name,
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


def _paragraph(article: Article, place: Span) -> Paragraph | None:
    """The paragraph that holds all of this place and is read as prose, if one does."""
    found = article.paragraph_at(place.start)
    inside = found is not None and found.role in READ_ROLES and found.span.covers(place)
    return found if inside else None


def _mention(article: Article, place: Span, kind: EntityType) -> Mention:
    paragraph = article.paragraph_at(place.start)
    return Mention(place, kind, "name", paragraph.index if paragraph else 0, ADDED)


def _free_places(article: Article, entities: Entities, place: Span) -> list[Span]:
    """Where else the same words stand as words of their own and nothing is found."""
    taken = sorted(m.span for e in entities for m in e.mentions)
    taken.append(place)
    whole = re.compile(rf"(?<!\w){re.escape(place.of(article.text))}(?!\w)")
    found = [Span(m.start(), m.end()) for m in whole.finditer(article.text)]
    clear = [s for s in found if not any(t.overlaps(s) for t in taken)]
    return [s for s in clear if _paragraph(article, s) is not None]


def _written_alike(article: Article, entities: Entities, words: str) -> Entity | None:
    """The entity that is named with these very words, whatever their case."""
    written = key(words)
    for entity in entities:
        names = [m for m in entity.mentions if m.kind == "name"]
        if any(key(m.span.of(article.text)) == written for m in names):
            return entity
    return None


def _clear(entities: Entities, place: Span, *, but: str = "") -> None:
    """Take away what is found across this place; an entity of which nothing is left goes."""
    for entity in list(entities):
        left = tuple(m for m in entity.mentions if not m.span.overlaps(place))
        if entity.id == but or len(left) == len(entity.mentions):
            continue
        if left:
            _put(entities, entity, replace(entity, mentions=left))
        else:
            entities.remove(entity)


def _by_id(entities: Entities, id: str) -> Entity | None:
    return next((e for e in entities if e.id == id), None)


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
