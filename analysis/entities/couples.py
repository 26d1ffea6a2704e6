"""“Mr Reyl and Ms Reyl” are two people where the article names neither in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.lexicon import title_before, title_sex
from analysis.records import Entity, Mention


def told_apart(text: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities with couples of one surname as two, in order of first mention.

    Where the surname stands alone it stays its own and says whom it could mean.
    """
    found = [one for entity in entities for one in _apart(text, entity)]
    found.sort(key=lambda e: e.mentions[0].span)
    return tuple(replace(entity, id=f"e{i}") for i, entity in enumerate(found))


def _apart(text: str, entity: Entity) -> Iterator[Entity]:
    by_sex: dict[str, list[Mention]] = {"m": [], "f": [], "": []}
    names: dict[str, str] = {}
    alone = entity.type == "PERSON" and " " not in entity.name
    for mention in entity.mentions if alone else ():
        title = title_before(text, mention.span.start) or ""
        sex = title_sex(title)
        by_sex[sex].append(mention)
        names.setdefault(sex, f"{title[:1].upper()}{title[1:]} {entity.name}")
    if not (by_sex["m"] and by_sex["f"]):
        yield entity
        return
    for sex in "mf":
        yield replace(entity, name=names[sex], mentions=tuple(by_sex[sex]))
    if by_sex[""]:
        why = f"“{entity.name}” could be {names['m']} or {names['f']}"
        yield replace(entity, mentions=tuple(by_sex[""]), unresolved=why)
