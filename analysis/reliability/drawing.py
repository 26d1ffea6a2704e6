"""From analyses to a random sample: what could be drawn, and what is."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from analysis.records import Analysis, Span
from analysis.reliability.records import HAS, PLAIN, Drawn, Facet, Item, Part, What
from analysis.tone import tone_side


def candidates(analysis: Analysis, what: What) -> tuple[Item, ...]:
    """Everything of this kind that the program says of an article, in reading order."""
    outlet = analysis.article.outlet or ""
    return tuple(
        Item(analysis.article.id, **facts, outlet=outlet)  # type: ignore[arg-type]
        for facts in MAKERS[what](analysis)
    )


def draw(
    items: Sequence[Item], size: int, by: Facet | None, seed: int
) -> tuple[tuple[Drawn, ...], tuple[tuple[str, int], ...]]:
    """``size`` items without replacement, and each stratum's size before drawing.

    Stratified, each stratum gives the same number as far as it has them: so the rare ones
    can be told apart, and the figures are weighted back. The order is random across strata, so
    what was checked when a coder stops early is a random sample too. The seed repeats the draw.
    """
    chance = random.Random(seed)
    strata: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        strata[PLAIN if by is None else item.facet(by)].append(item)
    shares = allocate({k: len(v) for k, v in strata.items()}, size)
    drawn = [
        Drawn(item, stratum)
        for stratum in sorted(strata)
        for item in chance.sample(strata[stratum], shares[stratum])
    ]
    chance.shuffle(drawn)
    return tuple(drawn), tuple((k, len(strata[k])) for k in sorted(strata))


def allocate(sizes: dict[str, int], wanted: int) -> dict[str, int]:
    """How many each stratum gives: equal shares, what small ones lack spread over the others."""
    given = dict.fromkeys(sizes, 0)
    left = min(wanted, sum(sizes.values()))
    while left:
        open_ones = [k for k in sorted(sizes) if given[k] < sizes[k]]
        share = max(1, left // len(open_ones))
        for stratum in open_ones[:left]:
            more = min(share, sizes[stratum] - given[stratum], left)
            given[stratum] += more
            left -= more
    return given


def may_stratify(what: What, by: Facet | None) -> bool:
    """Whether items of this kind know this about themselves."""
    return by is None or by in HAS[what]


# ---------------------------------------------------------------- what is said of an article

Facts = dict[str, object]


def _statements(analysis: Analysis) -> Iterator[Facts]:
    sources = {s.id: s for s in analysis.sources}
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        source = sources.get(credit.source or "")
        yield {
            "span": a.span,
            "parts": tuple(
                Part(role, span)
                for role in ("content", "source", "cue")
                for span in getattr(a, role)
            ),
            "answer": source.name if source else "",
            "confidence": a.confidence,
            "mode": a.mode,
            "type": source.type if source else "unspecified",
        }


def _names(analysis: Analysis) -> Iterator[Facts]:
    found = [
        (m.span, e.name, e.type)
        for e in analysis.entities
        for m in e.mentions
        if m.kind == "name" and not m.adjectival
    ]
    for span, name, kind in sorted(found):
        yield {"span": span, "parts": (Part("name", span),), "answer": name, "type": kind}


def _roles(analysis: Analysis) -> Iterator[Facts]:
    for p in analysis.article.paragraphs:
        part = Part("paragraph", p.span)
        yield {"span": p.span, "parts": (part,), "answer": p.role, "type": p.role}


def _tones(analysis: Analysis) -> Iterator[Facts]:
    body = {p.index for p in analysis.article.body}
    for tone in analysis.sentiment.sentences:
        sentence = analysis.tagged.sentences[tone.sentence]
        if sentence.paragraph in body:
            score = tone.score.compound
            yield {
                "span": sentence.span,
                "parts": (Part("sentence", sentence.span),),
                "answer": tone_side(score),
                "score": score,
                "type": tone_side(score),
            }


def _paragraphs(analysis: Analysis, found: Sequence[tuple[Span, str]]) -> Iterator[Facts]:
    """Each body paragraph with what was found to begin in it."""
    for p in analysis.article.body:
        here = sorted((s, name) for s, name in found if p.span.start <= s.start < p.span.end)
        yield {
            "span": p.span,
            "parts": tuple(Part("found", s, name) for s, name in here),
            "answer": "",
        }


def _missed_statements(analysis: Analysis) -> Iterator[Facts]:
    names = {s.id: s.name for s in analysis.sources}
    found = [
        (Span(a.content[0].start, a.content[-1].end), names.get(c.source or "", ""))
        for a, c in zip(analysis.attributions, analysis.credits, strict=True)
    ]
    return _paragraphs(analysis, found)


def _missed_names(analysis: Analysis) -> Iterator[Facts]:
    found = [(f["span"], f["answer"]) for f in _names(analysis)]
    return _paragraphs(analysis, found)  # type: ignore[arg-type]


MAKERS: dict[What, Callable[[Analysis], Iterator[Facts]]] = {
    "statements": _statements,
    "names": _names,
    "roles": _roles,
    "tones": _tones,
    "missed statements": _missed_statements,
    "missed names": _missed_names,
}
