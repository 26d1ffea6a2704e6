"""Who is credited: sources resolved to entities, with type, role, named-ness and provenance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.records import Article, Attribution, Correction, Credit, Entity, Source, Span, Tagged
from analysis.sources.cast import Candidates
from analysis.sources.edits import corrected
from analysis.sources.kinds import (
    Anonymity,
    find_anonymity,
    namedness,
    source_flags,
    source_role,
    source_type,
)
from analysis.sources.phrases import Phrase
from analysis.sources.provenance import UNSTATED, chain_of, hedged, provenance_of
from analysis.sources.referents import Referent, Resolved
from analysis.sources.relays import find_relays
from analysis.sources.resolution import WRITER, resolve
from analysis.sources.voices import count_credits
from analysis.text import ANSWERED, Quotation, article_quotations

__all__ = ["name_corrected_sources", "name_sources"]

NEARBY = 400  # characters around a source in which its wish to stay unnamed stands


@dataclass(slots=True)
class _Gathered:
    """What is known so far about one source."""

    referent: Referent
    attributions: list[str] = field(default_factory=list)
    anonymity: Anonymity = field(default_factory=Anonymity)
    quoted: bool = False


def name_sources(
    article: Article,
    tagged: Tagged,
    attributions: tuple[Attribution, ...],
    entities: tuple[Entity, ...],
) -> tuple[tuple[Source, ...], tuple[Credit, ...]]:
    """One source per real voice, and one credit per attribution in the same order.

    Sources stand in the order of their first words. An attribution that states nobody gets
    a credit without source.
    """
    quotations = article_quotations(article)
    return name_corrected_sources(
        article, tagged, attributions, entities, (), quotations=quotations
    )[:2]


def name_corrected_sources(
    article: Article,
    tagged: Tagged,
    attributions: tuple[Attribution, ...],
    entities: tuple[Entity, ...],
    corrections: tuple[Correction, ...],
    *,
    quotations: tuple[Quotation, ...],
) -> tuple[tuple[Source, ...], tuple[Credit, ...], tuple[Correction, ...]]:
    """The same as the reader corrected it (``edits.EDITS``), and corrections that lapsed.

    Corrections of speakers are already in the attributions' spans.
    """
    at = Candidates(article, tagged, entities, quotations)
    at.hear(attributions)
    resolved, lapsed = corrected(article, attributions, _resolve_all(at, attributions), corrections)
    gathered = _gather(at, attributions, resolved)
    ids = {key: f"s{i}" for i, key in enumerate(gathered)}
    source_of = {
        a.id: ids[resolved[a.id].referent.key] if a.id in resolved else None for a in attributions
    }
    sources = tuple(_source(at, ids[key], group) for key, group in gathered.items())
    channels = {s.id: s.type for s in sources if s.type in ("media", "document", "social")}
    credits = _credits(at, attributions, resolved, source_of, channels)
    return sources, credits, lapsed


def _resolve_all(at: Candidates, attributions: tuple[Attribution, ...]) -> dict[str, Resolved]:
    """Who each stated source means, read in text order so that "she" can look back."""
    by_id = {a.id: a for a in attributions}
    resolved: dict[str, Resolved] = {}
    stated = [a for a in attributions if a.source or a.rule == ANSWERED]
    for a in sorted(stated, key=lambda a: ((a.source or a.content)[0].start, a.depth)):
        parent = by_id.get(a.parent or "")
        if parent is not None and parent.source and parent.id not in resolved:
            # “…,” said Farrow: the words of a quotation come before its speaker's
            resolved[parent.id] = _resolve_one(at, parent, None)
        if a.id in resolved:
            continue
        if a.source:
            resolved[a.id] = _resolve_one(at, a, resolved.get(parent.id) if parent else None)
        elif at.answerer:
            at.focus.spoke(a.content[0].start, at.answerer)
            resolved[a.id] = Resolved(at.answerer, Phrase(a.content[0], "name"), rule="answers")
    # “I disagree”: who writes is no source
    return {id: r for id, r in resolved.items() if r.referent.key != WRITER}


def _resolve_one(at: Candidates, a: Attribution, outer: Resolved | None) -> Resolved:
    return resolve(at, a.source[0], outer.referent if outer else None)


def _gather(
    at: Candidates, attributions: tuple[Attribution, ...], resolved: Mapping[str, Resolved]
) -> dict[str, _Gathered]:
    """Attributions by who is credited, with what the text says about anonymity."""
    gathered: dict[str, _Gathered] = {}
    for a in attributions:
        if a.id not in resolved:
            continue
        referent = resolved[a.id].referent
        group = gathered.setdefault(referent.key, _Gathered(referent))
        group.attributions.append(a.id)
        group.quoted = group.quoted or bool(a.quoted)
        if a.source and referent.entity is None and group.anonymity.asked is None:
            group.anonymity = _anonymity(at, a)
    return gathered


def _anonymity(at: Candidates, a: Attribution) -> Anonymity:
    """A wish to stay unnamed in the sentence that names the source, or the one after it."""
    sentence = at.focus.sentence(a.source[0].start)
    if sentence is None:
        return Anonymity()
    first = max(sentence.start, a.source[0].start - NEARBY)
    found = find_anonymity(at.text, first, min(sentence.end, a.source[0].end + NEARBY))
    if found.asked is None:
        after = at.focus.sentence(min(sentence.end + 1, len(at.text) - 1))
        if after is not None and _BACK.match(at.text, after.start):
            found = find_anonymity(at.text, after.start, min(after.end, after.start + NEARBY))
    return Anonymity(found.asked, _before_parts(at.text, found.reason, a))


def _before_parts(text: str, reason: Span | None, a: Attribution) -> Span | None:
    """The reason up to the verb or the words it introduces: "because talks go on | said"."""
    if reason is None:
        return None
    ends = [p.start for p in a.cue + a.content if reason.start < p.start < reason.end]
    length = len(text[reason.start : min([reason.end, *ends])].rstrip(' ,“"'))
    return Span(reason.start, reason.start + max(1, length))


# How a sentence on the same unnamed source begins: "The official …", "He asked …"
_BACK = re.compile(r"the |he [adrsw]|she |they|both", re.I)


def _source(at: Candidates, id: str, group: _Gathered) -> Source:
    """The source record of everything gathered about one voice."""
    referent = group.referent
    entity = at.entities.get(referent.entity or "")
    kind = source_type(referent, entity)
    role = source_role(referent, entity, at.roles_of(referent.entity), at.entity_names)
    flags = source_flags(referent, group.anonymity)
    if "plural" in flags and group.quoted:
        # several people seldom say the same quoted words: Reuters asks for the true number
        flags = (*flags, "plural with one voice")
    return Source(
        id=id,
        name=referent.name,
        entity=referent.entity,
        type=kind,
        role=role,
        namedness=namedness(referent, kind, group.anonymity),
        attributions=tuple(group.attributions),
        principal=_principal(at, referent) if role == "spokesperson" else None,
        flags=flags,
        reason=group.anonymity.reason if referent.entity is None else None,
        unresolved=referent.unresolved or (entity.unresolved if entity else ""),
    )


def _principal(at: Candidates, referent: Referent) -> str | None:
    """Whom a spokesperson speaks for: the name in the description, or beside the name."""
    if referent.entity is None:
        return referent.owner or None
    for role in at.roles_of(referent.entity):
        if role.owners:
            return at.entities[role.owners[0].entity].name
    return None


def _credits(
    at: Candidates,
    attributions: tuple[Attribution, ...],
    resolved: Mapping[str, Resolved],
    source_of: Mapping[str, str | None],
    channels: Mapping[str, str],
) -> tuple[Credit, ...]:
    """One credit per attribution: words, the way they came, and the chain."""
    article = at.article
    through, relays = find_relays(at, attributions, resolved)
    credits = []
    for a in attributions:
        mine = resolved.get(a.id)
        passed = through[a.id]
        hedge = hedged(article, a)
        if hedge and mine and not passed:
            passed = (UNSTATED,)
        chain = chain_of(article, passed, mine.referent.name if mine else None)
        channel = (mine.channel if mine else "") or channels.get(source_of[a.id] or "", "")
        credits.append(
            Credit(
                attribution=a.id,
                source=source_of[a.id],
                words=0,
                outer_words=0,
                provenance=provenance_of(
                    relays[a.id], chain[1:-1] if mine else chain[1:], channel, hedge
                ),
                chain=chain,
                rule=mine.rule if mine else "",
            )
        )
    return count_credits(article, attributions, tuple(credits))
