"""Stretches of the article credited to someone: source, cue and content."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.clauses import find_statements
from analysis.attribution.confidence import confidence_of
from analysis.attribution.conversation import VERBATIM, with_turns
from analysis.attribution.cues import read_cue
from analysis.attribution.edits import corrected
from analysis.attribution.nesting import Placed, place, with_nested
from analysis.attribution.pairing import link_parts
from analysis.attribution.scene import Scene
from analysis.attribution.speech import credit_quotations
from analysis.attribution.statement import Draft
from analysis.attribution.trimming import trim_parts
from analysis.records import Article, Attribution, Correction, Span, Tagged
from analysis.text import Quotation


def find_attributions(
    article: Article,
    tagged: Tagged,
    quotations: tuple[Quotation, ...],
    corrections: tuple[Correction, ...] = (),
) -> tuple[tuple[Attribution, ...], tuple[Correction, ...]]:
    """Attributions in reading order, nested ones with their parent, and lapsed corrections.

    The language model's tags are linked where there are any, else rules find the statements;
    then quotations are made whole and credited, and nested statements found. The reader's
    corrections (``edits.EDITS``) are honoured last; those that no longer apply are given back.
    """
    scene = Scene.of(article, tagged, quotations)
    drafts = trim_parts(scene, link_parts(scene, tagged.tags)) if tagged.tags else []
    drafts = credit_quotations(scene, drafts)
    drafts += unclaimed_statements(scene, drafts, alone=not tagged.tags)
    drafts = with_nested(scene, with_turns(scene, drafts))
    drafts, dropped = corrected(scene, drafts, corrections)
    return number(scene, place(drafts)), dropped


def unclaimed_statements(scene: Scene, drafts: Sequence[Draft], *, alone: bool) -> list[Draft]:
    """What rules find beyond the drafts: all statements without a model, else "according to"."""
    taken = {i for d in drafts for c in d.cue for i in scene.tokens(c)}
    found = []
    for paragraph in scene.paragraphs:
        for draft in find_statements(scene, paragraph):
            words = {i for c in draft.cue for i in scene.tokens(c)}
            if words & taken or scene.quotation_over(draft.cue[0].start) is not None:
                continue
            if alone or draft.rule == "according to":
                found.append(draft)
                taken |= words
    return found


def number(scene: Scene, placed: Sequence[Placed]) -> tuple[Attribution, ...]:
    """Attributions with ids in reading order."""
    order = sorted(
        range(len(placed)),
        key=lambda i: (min((p.start, -p.end) for p in placed[i].draft.parts), i),
    )
    ids = {i: f"a{n}" for n, i in enumerate(order, start=1)}
    depths: list[int] = []
    for item in placed:  # parents stand before their children
        depths.append(0 if item.parent is None else depths[item.parent] + 1)
    return tuple(_attribution(scene, placed[i], ids, i, depths[i]) for i in order)


def _attribution(
    scene: Scene, item: Placed, ids: dict[int, str], i: int, depth: int
) -> Attribution:
    draft = item.draft
    reading = read_cue(" ".join(c.of(scene.text) for c in draft.cue))
    whole = draft.rule in VERBATIM  # what a transcript gives is as said
    quoted = draft.content if whole else quoted_parts(scene, draft.content, depth)
    act = "speech" if quoted and reading.act == "speech_act" else reading.act
    return Attribution(
        id=ids[i],
        source=tuple(sorted(draft.source)),
        cue=tuple(sorted(draft.cue)),
        content=draft.content,
        quoted=quoted,
        act=act,
        stance=reading.stance,
        negated=reading.negated,
        parent=None if item.parent is None else ids[item.parent],
        depth=depth,
        confidence=confidence_of(scene, draft, reading, bool(quoted), depth),
        rule=draft.rule,
        changed=draft.changed,
    )


def quoted_parts(scene: Scene, content: Sequence[Span], depth: int) -> tuple[Span, ...]:
    """The parts of the content in quotation marks; inside a quotation, in inner marks."""
    found: list[Span] = []
    for span in content:
        holder = scene.quotation_over(span.start)
        nested = depth > 0 and holder is not None and holder.start < span.start
        for stretch, quotation in scene.inner_in(span) if nested else scene.quotations_in(span):
            if quotation.kind in ("title", "nickname"):
                continue
            found.append(Span(max(span.start, stretch.start), min(span.end, stretch.end)))
    return tuple(sorted(set(found)))
