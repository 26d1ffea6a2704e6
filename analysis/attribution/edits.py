"""The reader's corrections of statements, replayed on the drafts before they are numbered.

A correction names characters: it means the statement of which it shares most, so it survives a
new engine; where nothing is said there any more it is given back as no longer applying.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft, without
from analysis.records import Correction, Span

Edit = Callable[[Scene, list[Draft], Correction], list[Draft] | None]
READER = "reader"
"""The rule of what the reader said: surer than any other."""
MOVED = "moved by you"


def corrected(
    scene: Scene, drafts: Sequence[Draft], corrections: tuple[Correction, ...]
) -> tuple[list[Draft], tuple[Correction, ...]]:
    """The drafts as the reader corrected them, and the corrections that no longer apply.

    They go by where they stand in the text; corrections of other kinds are left to their stages.
    """
    found = list(drafts)
    dropped = []
    for correction in corrections:
        edit = EDITS.get(correction.kind)
        if edit is None:
            continue
        after = edit(scene, found, correction)
        if after is None:
            dropped.append(correction)
        else:
            found = after
    return found, tuple(dropped)


def without_statement(
    scene: Scene, drafts: list[Draft], correction: Correction
) -> list[Draft] | None:
    """The drafts without what is said at the target; None where nothing is."""
    meant = meant_by(drafts, correction.target)
    return None if meant is None else [d for d in drafts if d is not meant]


def with_speaker(scene: Scene, drafts: list[Draft], correction: Correction) -> list[Draft] | None:
    """The drafts with the target said by ``other``, or by nobody stated.

    None where the article is not read there.
    """
    if not scene.tokens(correction.target):
        return None  # such as a paragraph that the reader has since called page furniture
    source = (correction.other,) if correction.other else ()
    meant = meant_by(drafts, correction.target)
    if meant is None:
        return [*drafts, Draft(source, (), (correction.target,), READER)]
    cue = _apart(scene, meant.cue, source)
    return _giving_way(scene, drafts, meant, replace(meant, source=source, cue=cue, rule=READER))


def with_statement(scene: Scene, drafts: list[Draft], correction: Correction) -> list[Draft] | None:
    """The drafts and a statement that was missed; what crosses its words gives way.

    None where the article is not read there.
    """
    if not scene.tokens(correction.target):
        return None
    source, cue = ((s,) if s else () for s in (correction.other, correction.cue))
    new = Draft(source, cue, (correction.target,), READER)
    same = next((d for d in drafts if d.content == new.content), None)
    return _giving_way(scene, drafts, same, new)


def with_bounds(scene: Scene, drafts: list[Draft], correction: Correction) -> list[Draft] | None:
    """The drafts with the piece of a statement at the target standing at ``other`` instead."""
    meant, other = meant_by(drafts, correction.target), correction.other
    if meant is None or other is None or not scene.tokens(other):
        return None
    piece = max(meant.content, key=lambda p: (_shared(p, correction.target), -p.start))
    rest = _apart(scene, [p for p in meant.content if p is not piece], [other])
    content = tuple(sorted((*rest, other)))
    source, cue = _apart(scene, meant.source, content), _apart(scene, meant.cue, content)
    if meant.source and not source:
        return None  # the words that name who says it cannot be what is said
    changed = (*meant.changed, MOVED)
    return _giving_way(
        scene, drafts, meant, Draft(source, cue, content, READER, meant.score, changed)
    )


EDITS: dict[str, Edit] = {
    "not quotation": without_statement,
    "speaker": with_speaker,
    "statement": with_statement,
    "statement span": with_bounds,
}


def meant_by(drafts: Sequence[Draft], place: Span) -> Draft | None:
    """The statement with a piece at this place: of which it is most, and then the longest."""
    best, most = None, (0.0, 0)
    for draft in drafts:
        for piece in draft.content:
            shared = _shared(piece, place)
            whole = max(piece.end, place.end) - min(piece.start, place.start)
            if shared and (shared / whole, draft.size) > most:
                best, most = draft, (shared / whole, draft.size)
    return best


def _giving_way(scene: Scene, drafts: list[Draft], old: Draft | None, new: Draft) -> list[Draft]:
    """The drafts with the new one in place of the old; those that cross its content give way.

    What holds all of it, or lies all inside it, is nested and stays.
    """
    found = [new]
    for draft in drafts:
        if draft is old:
            continue
        if not draft.holds(new) and not new.holds(draft):
            content = _apart(scene, draft.content, new.content)
            if not content:
                continue
            if content != draft.content:
                draft = replace(draft, content=content, changed=(*draft.changed, MOVED))
        found.append(draft)
    return found


def _apart(scene: Scene, spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of the spans outside those that are taken, where words are left."""
    left = list(spans)
    for cut in taken:
        left = [piece for span in left for piece in without(span, cut)]
    return tuple(s for s in left if s in spans or scene.tokens(s))


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
