"""Which attribution each quotation belongs to, and that it has the whole of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.attribution.cues import is_speech_cue
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.lexicon import word_group
from analysis.records import Span
from analysis.text import InOrder, Quotation

MOST = 0.5  # share of a quotation a content must cover to take the whole of it


def whole_quotations(scene: Scene, draft: Draft) -> Draft:
    """The draft with its contents widened to the quotations they mostly cover."""
    spans: set[Span] = set()
    for content in draft.content:
        wide = content
        for stretch, quotation in scene.quotations_in(content):
            if quotation.kind in ("title", "nickname") or _inside_any(draft, stretch):
                continue
            shared = min(content.end, stretch.end) - max(content.start, stretch.start)
            if shared < MOST * (stretch.end - stretch.start) and quotation.kind != "speech":
                continue
            if not _letters(scene, content, stretch):
                wide = stretch if wide == content else _union(wide, stretch)
            else:
                wide = _union(wide, stretch)
            if len(quotation.spans) > 1:
                spans.update(quotation.spans)
        spans.add(wide)
    whole = merged(spans)
    if whole == draft.content:
        return draft
    return replace(draft, content=whole, changed=(*draft.changed, "whole quotations"))


def _inside_any(draft: Draft, stretch: Span) -> bool:
    """Whether the quotation holds the draft's own cue or source: it is nested in it."""
    return any(p.overlaps(stretch) for p in draft.cue + draft.source)


def _letters(scene: Scene, content: Span, stretch: Span) -> bool:
    """Whether the content holds words outside the quotation."""
    left = scene.text[content.start : max(content.start, stretch.start)]
    right = scene.text[min(content.end, stretch.end) : content.end]
    return any(c.isalnum() for c in left + right)


def _union(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = _union(found[-1], span)
        else:
            found.append(span)
    return tuple(found)


def one_owner(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Each quotation goes to one draft: to the one whose cue stands nearest outside it."""
    owners = _owners(scene, drafts)
    kept: list[Draft] = []
    for i, draft in enumerate(drafts):
        own = tuple(
            c
            for c in draft.content
            if not any(
                owners.get(s, i) != i and s.covers(c) and not _inside_any(draft, s)
                for s, _ in scene.quotations_in(c)
            )
        )
        if own:
            kept.append(replace(draft, content=own))
    return kept


def without(draft: Draft, taken: InOrder[Span]) -> Draft | None:
    """The draft without contents that touch these spans.

    None if its cue touches one or no content is left.
    """
    if not all(taken.free(c) for c in draft.cue):
        return None
    kept = tuple(c for c in draft.content if taken.free(c))
    return replace(draft, content=kept) if kept else None


def carried_on(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """““…,” Reyl said, referring to the vote. “…””: the second quotation is Reyl's too.

    What stands between must be the rest of the sentence that credits the first; a cue in
    there without a speaker of its own (“noting that …”) takes no quotation after the full stop.
    """
    found = list(drafts)
    owners = _owners(scene, found)
    outer = [q for q in scene.quotations if q.level == 0]
    for first, second in pairwise(outer):
        i = owners.get(first.spans[-1])
        if i is None or first.kind != "speech" or not _goes_on(scene, found[i], first, second):
            continue
        j = owners.get(second.spans[0])
        if j == i or (j is not None and not _only_a_tail(scene, found[i], found[j])):
            continue
        if j is not None:
            rest = tuple(c for c in found[j].content if not second.overlaps(c))
            found[j] = replace(found[j], content=rest)
        found[i] = replace(
            found[i],
            content=merged({*found[i].content, *second.spans}),
            changed=(*found[i].changed, "carried on"),
        )
        owners.update(dict.fromkeys(second.spans, i))
    return [d for d in found if d.content]


def _owners(scene: Scene, drafts: Sequence[Draft]) -> dict[Span, int]:
    """For each stretch between outer marks the draft that has it in its content.

    Where several do, the one with the cue nearest to the quotation, all its paragraphs taken
    together: a cue behind its last words is nearer than one before the mark that opens it.
    """
    owners: dict[Span, int] = {}
    distance: dict[Span, int] = {}
    for i, draft in enumerate(drafts):
        for content in draft.content:
            for stretch, quotation in scene.quotations_in(content):
                if _inside_any(draft, stretch):
                    continue
                away = _away(draft, quotation)
                if stretch not in owners or away < distance[stretch]:
                    owners[stretch], distance[stretch] = i, away
    return owners


def _away(draft: Draft, quotation: Quotation) -> int:
    """Characters between the quotation and the nearest cue or source of the draft."""
    parts = draft.cue + draft.source
    return min((max(p.start - quotation.end, quotation.start - p.end) for p in parts), default=999)


def _goes_on(scene: Scene, draft: Draft, first: Quotation, second: Quotation) -> bool:
    """Whether the sentence that credits the first quotation runs up to the second."""
    cue = draft.cue[0] if draft.cue else None
    if cue is None or not draft.source or not first.end <= cue.start < second.start:
        return False
    if not is_speech_cue(cue.of(scene.text)):
        return False
    if scene.paragraph(first.end - 1) != scene.paragraph(second.start):
        return False
    here, there = scene.sentence(cue.start), scene.sentence(second.start)
    if there == here:
        return scene.text[cue.end : second.start].rstrip().endswith(",")
    return there == here + 1 and scene.sentences[there].start == second.start


def _only_a_tail(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether the other's cue has no speaker of its own and stands in the draft's sentence."""
    if not other.cue or scene.sentence(other.cue[0].start) != scene.sentence(draft.cue[0].start):
        return False
    if other.cue[0].start < draft.cue[0].start:
        return False
    relatives = word_group("relatives")
    return all(
        any(s.overlaps(own) for own in draft.source) or s.of(scene.text).lower() in relatives
        for s in other.source
    )
