"""From the language model's tags to attributions: which source and content belong to which cue.

Each content chooses among the cues near it, and each cue among the sources near it, by a
conditional logit model over a few plain facts about the pair (how far apart, what stands
between, quoted or not). Its weights are data (``data/linker.json``), made by
``python -m training.linker``; without them the nearest cue is taken.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.attribution.cues import is_speech_cue
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.lexicon import DATA
from analysis.records import Span, Tag
from analysis.text import InOrder

Facts = dict[str, float]
Weights = Mapping[str, Mapping[str, float]]
REACH = 3  # cues looked at on each side of a part; a fourth is hardly ever right
NOTHING = "nothing"


@cache
def linker_weights() -> Weights:
    """Weights by kind of pair; empty where the file is missing."""
    try:
        return json.loads((DATA / "linker.json").read_text(encoding="utf-8"))["weights"]
    except (OSError, ValueError, KeyError):
        return {}


def link_parts(scene: Scene, tags: Sequence[Tag]) -> list[Draft]:
    """Drafts of the model's tags: one for each cue with content, in order."""
    parts = Parts.of(scene, tags)
    weights = linker_weights()
    contents: dict[int, list[tuple[Tag, float]]] = {}
    for i, content in enumerate(parts.contents):
        choices = [(j, content_facts(parts, i, j)) for j in near(parts.cues, content.span)]
        chosen, chance = choose(weights.get("content", {}), choices)
        if chosen is not None:
            contents.setdefault(chosen, []).append((content, chance))
    return [_draft(parts, weights, j, contents[j]) for j in sorted(contents)]


def _draft(parts: Parts, weights: Weights, j: int, contents: Sequence[tuple[Tag, float]]) -> Draft:
    cue = parts.cues[j]
    choices = [(k, source_facts(parts, k, j)) for k in near(parts.sources, cue.span)]
    chosen, chance = choose(weights.get("source", {}), choices)
    source = () if chosen is None else (parts.sources[chosen].span,)
    scores = [cue.score, chance, *(c.score * p for c, p in contents)]
    if chosen is not None:
        scores.append(parts.sources[chosen].score)
    spans = tuple(sorted(c.span for c, _ in contents))
    return Draft(source, (cue.span,), spans, "model", min(scores))


@dataclass(frozen=True, slots=True)
class Parts:
    """The tags by role, each list in order, with the scene they stand in."""

    scene: Scene
    sources: InOrder[Tag]
    cues: InOrder[Tag]
    contents: InOrder[Tag]
    spoken: tuple[bool, ...]
    """For each cue whether it is a word of speech."""

    @classmethod
    def of(cls, scene: Scene, tags: Sequence[Tag]) -> Parts:
        """The tags sorted into their roles."""
        ordered = sorted(tags, key=lambda t: t.span)
        cues = InOrder(t for t in ordered if t.role == "cue")
        return cls(
            scene,
            InOrder(t for t in ordered if t.role == "source"),
            cues,
            InOrder(t for t in ordered if t.role == "content"),
            tuple(is_speech_cue(t.span.of(scene.text)) for t in cues),
        )


def near(items: InOrder[Tag], span: Span) -> range:
    """Numbers of the few items before and after the span."""
    here = items.begun(span.start)
    return range(max(0, here - REACH), min(len(items), here + REACH))


def choose(
    weights: Mapping[str, float], choices: Sequence[tuple[int, Facts | None]]
) -> tuple[int | None, float]:
    """The likeliest choice and its probability; None where none beats nothing."""
    scored = [(_score(weights, facts), number) for number, facts in choices if facts is not None]
    if not scored:
        return None, 1.0
    nothing = weights.get(NOTHING, -9.0)
    best, number = max(scored, key=lambda s: (s[0], -s[1]))
    total = math.fsum(math.exp(s - max(best, nothing)) for s, _ in [*scored, (nothing, 0)])
    if best < nothing:
        return None, math.exp(0) / total
    return number, math.exp(best - max(best, nothing)) / total


def _score(weights: Mapping[str, float], facts: Facts) -> float:
    if not weights:
        return -facts["gap"]
    return math.fsum(
        [weights[name] * value for name, value in facts.items() if value and name in weights]
    )


# ---------------------------------------------------------------- facts about a pair


def content_facts(parts: Parts, i: int, j: int) -> Facts | None:
    """What speaks for and against content ``i`` belonging to cue ``j``; None if too far."""
    content, cue = parts.contents[i].span, parts.cues[j].span
    facts = _pair_facts(parts, content, cue)
    if facts is None:
        return None
    side = "after" if content.start > cue.start else "before"
    quoted = parts.scene.quotation_over(content.start) is not None
    spoken = parts.spoken[j]
    between = _between(content, cue)
    facts[f"contents {side}"] = _count(parts.contents, between)
    facts[f"sources {side}"] = _count(parts.sources, between)
    facts[f"{side} quoted {quoted} spoken {spoken}"] = 1.0
    facts[f"{side} quoted {quoted} sentences {min(2, int(facts['sentences']))}"] = 1.0
    facts["inside the quotation"] = float(quoted and _same_quotation(parts.scene, content, cue))
    facts["cue has content after"] = _has(parts.contents, cue, after=True) * (side == "before")
    facts["cue has content before"] = _has(parts.contents, cue, after=False) * (side == "after")
    word = content.of(parts.scene.text)[:5].lower()
    facts[f"that {side}"] = float(word == "that ")
    return facts


def source_facts(parts: Parts, k: int, j: int) -> Facts | None:
    """What speaks for and against source ``k`` belonging to cue ``j``; None if too far."""
    source, cue = parts.sources[k].span, parts.cues[j].span
    facts = _pair_facts(parts, source, cue)
    if facts is None:
        return None
    side = "after" if source.start > cue.start else "before"
    between = _between(source, cue)
    facts[f"contents {side}"] = _count(parts.contents, between)
    facts[f"sources {side}"] = _count(parts.sources, between)
    facts[f"{side} spoken {parts.spoken[j]}"] = 1.0
    facts["according"] = float(side == "after" and cue.of(parts.scene.text)[-3:].lower() == " to")
    return facts


def _pair_facts(parts: Parts, part: Span, cue: Span) -> Facts | None:
    scene = parts.scene
    lines = abs(scene.paragraph(part.start) - scene.paragraph(cue.start))
    if lines > 1:
        return None
    side = "after" if part.start > cue.start else "before"
    between = _between(part, cue)
    gap = len(scene.tokens(between)) if between else 0
    far = math.log1p(gap)
    stretch = between.of(scene.text) if between and between.end - between.start < 400 else ""
    sentences = abs(scene.sentence(part.start) - scene.sentence(cue.start))
    return {
        "gap": far + (3.0 * lines),
        f"gap {side}": far,
        f"touching {side}": float(gap == 0),
        "lines": float(lines),
        f"lines {side}": float(lines),
        "sentences": float(min(3, sentences)),
        f"sentences {side}": float(min(3, sentences)),
        f"cues {side}": _count(parts.cues, between),
        f"colon {side}": float(":" in stretch or cue.of(scene.text)[-1:] == ":"),
        f"comma {side}": float("," in stretch),
        f"stop {side}": float(";" in stretch or ". " in stretch),
        f"and {side}": float(" and " in f" {stretch} "),
    }


def _between(a: Span, b: Span) -> Span | None:
    start, end = min(a.end, b.end), max(a.start, b.start)
    return Span(start, end) if start < end else None


def _count(items: InOrder[Tag], between: Span | None) -> float:
    if between is None:
        return 0.0
    first = items.begun(between.start)
    few = items[first : first + REACH]
    return float(sum(tag.span.end <= between.end for tag in few))


def _has(items: InOrder[Tag], cue: Span, *, after: bool) -> float:
    """Whether an item stands within a few letters of the cue on that side."""
    for i in near(items, cue):
        span = items[i].span
        distance = span.start - cue.end if after else cue.start - span.end
        if 0 <= distance <= 2:
            return 1.0
    return 0.0


def _same_quotation(scene: Scene, a: Span, b: Span) -> bool:
    quotation = scene.quotation_over(a.start)
    return quotation is not None and quotation is scene.quotation_over(b.start)
