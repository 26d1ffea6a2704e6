"""Attributions on their way, before they have ids, parents and a confidence."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.records import Span, covered


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of an attribution, the rule that made it, and how sure its parts are (0..1).

    A rule leaves its own name out: the engine that asked it puts it in.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str = ""
    score: float = 1.0
    changed: tuple[str, ...] = ()
    """What trimmed or widened its parts, in order."""

    @property
    def parts(self) -> tuple[Span, ...]:
        """All its spans."""
        return self.source + self.cue + self.content

    @property
    def size(self) -> int:
        """Characters of content."""
        return sum(s.end - s.start for s in self.content)

    def holds(self, other: Draft) -> bool:
        """Whether every part of the other lies inside this one's content."""
        return all(covered(self.content, p) for p in other.parts)


def without(span: Span, other: Span) -> list[Span]:
    """What is left of a span outside another: none, one or two pieces."""
    if not span.overlaps(other):
        return [span]
    pieces = []
    if span.start < other.start:
        pieces.append(Span(span.start, other.start))
    if other.end < span.end:
        pieces.append(Span(other.end, span.end))
    return pieces
