"""The article as flat runs of text: overlapping marks split at every boundary.

HTML cannot nest what overlaps, so each paragraph becomes a row of runs, and each run
carries all the marks that lie over it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from analysis.corrections import TYPE_WORD
from analysis.records import Analysis, Span, ToneWord
from analysis.text import signed

Layer = Literal["tone", "names", "quotations"]
LAYERS: tuple[Layer, ...] = ("tone", "names", "quotations")
Kind = Literal["entity", "content", "quoted", "source", "cue", "tone", "highlight"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said about a stretch of text: what kind, whose id, how it is styled and titled."""

    span: Span
    kind: Kind
    id: str = ""
    style: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text over which the same marks lie."""

    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What passes the reader's filters and so is marked; None where no filter concerns it."""

    attributions: frozenset[str] | None = None
    mentions: frozenset[tuple[int, int]] | None = None
    sentences: frozenset[int] | None = None


ALL = Shown()


def runs(
    analysis: Analysis,
    layers: Collection[Layer],
    highlight: Iterable[Span] = (),
    shown: Shown = ALL,
) -> tuple[tuple[Run, ...], ...]:
    """The runs of every paragraph, in order; joined, a paragraph's runs are its text."""
    marks = [m for layer in LAYERS if layer in layers for m in _MAKERS[layer](analysis, shown)]
    marks += [Mark(s, "highlight", str(n)) for n, s in enumerate(highlight)]
    marks.sort(key=lambda m: (m.span.start, -m.span.end))
    within = _finder(marks)
    return tuple(cut(p.span, within(p.span)) for p in analysis.article.paragraphs)


def cut(span: Span, marks: Collection[Mark]) -> tuple[Run, ...]:
    """The span cut at every boundary of a mark; each run knows the marks that cover it."""
    edges = {span.start, span.end}
    for mark in marks:
        edges |= {e for e in (mark.span.start, mark.span.end) if span.start < e < span.end}
    ordered = sorted(edges)
    starting: dict[int, list[Mark]] = {}
    for mark in marks:
        starting.setdefault(max(mark.span.start, span.start), []).append(mark)
    found: list[Run] = []
    open_marks: list[Mark] = []
    for start, end in pairwise(ordered):
        open_marks = [m for m in open_marks if m.span.end > start] + starting.get(start, [])
        found.append(Run(Span(start, end), tuple(open_marks)))
    return tuple(found)


def entity_marks(analysis: Analysis, shown: Shown = ALL) -> list[Mark]:
    """Every mention that passes, underlined by the type of its entity."""
    kept = shown.mentions
    return [
        Mark(m.span, "entity", e.id, f"{e.type} {m.kind}", f"{e.name} ({TYPE_WORD[e.type]})")
        for e in analysis.entities
        for m in e.mentions
        if kept is None or (m.span.start, m.span.end) in kept
    ]


def quotation_marks(analysis: Analysis, shown: Shown = ALL) -> list[Mark]:
    """The parts of each attribution that passes; the title of nested content says the chain."""
    by_id = {a.id: a for a in analysis.attributions}
    credit = {c.attribution: c for c in analysis.credits}
    names = {s.id: s.name for s in analysis.sources}
    found = []
    for a in analysis.attributions:
        if shown.attributions is not None and a.id not in shown.attributions:
            continue
        chain = [names.get(credit[a.id].source or "", "unattributed")]
        above, seen = a.parent, {a.id}
        while above in by_id and above not in seen:
            seen.add(above)
            chain.insert(0, names.get(credit[above].source or "", "unattributed"))
            above = by_id[above].parent
        title = f"{' → '.join(chain)}, {MODE_WORD[a.mode]}"
        found += [
            Mark(s, "content", a.id, f"{a.mode} depth{min(a.depth, 3)}", title) for s in a.content
        ]
        found += [Mark(s, "quoted", a.id) for s in a.quoted]
        found += [Mark(s, "source", a.id) for s in a.source]
        found += [Mark(s, "cue", a.id, "", a.stance.replace("_", " ")) for s in a.cue]
    return found


def tone_marks(analysis: Analysis, shown: Shown = ALL) -> list[Mark]:
    """Every word that moved the score of a sentence that passes, with what it counted as."""
    return [
        Mark(w.span, "tone", "", "positive" if w.counted > 0 else "negative", _tone_title(w))
        for sentence in analysis.sentiment.sentences
        if shown.sentences is None or sentence.sentence in shown.sentences
        for w in sentence.words
        if w.counted
    ]


MODE_WORD = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "speech_act": "act of speech",
    "thought": "thought",
}
_MAKERS = {"tone": tone_marks, "names": entity_marks, "quotations": quotation_marks}


def _tone_title(word: ToneWord) -> str:
    return ", ".join((signed(word.counted, 1), *word.changes))


def _finder(marks: list[Mark]) -> Callable[[Span], list[Mark]]:
    """What gives the marks over a span, of marks in the order of their starts.

    Only those that begin near enough are asked: asking all for every paragraph grows with the
    square of the text.
    """
    starts = [m.span.start for m in marks]
    longest = max((m.span.end - m.span.start for m in marks), default=0)

    def within(span: Span) -> list[Mark]:
        first = bisect_left(starts, span.start - longest)
        return [m for m in marks[first : bisect_left(starts, span.end)] if m.span.overlaps(span)]

    return within
