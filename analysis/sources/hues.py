"""Which source has which colour: the same whatever the reader corrects.

A source's place among the colours is its rank by words before anything was corrected. Who the
reader adds comes after all of these, in the order of the corrections; so a further correction
changes nobody else's colour, and nobody gets the colour of one who is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.records import Attribution, Correction, Credit, Source, Span, words_by_source


@dataclass(frozen=True, slots=True)
class Heard:
    """Sources with the statements they were gathered from."""

    sources: tuple[Source, ...]
    credits: tuple[Credit, ...]
    attributions: tuple[Attribution, ...]

    def places(self) -> dict[str, set[Span]]:
        """By source: where the words stand that name it."""
        found: dict[str, set[Span]] = {s.id: set() for s in self.sources}
        for a, credit in zip(self.attributions, self.credits, strict=True):
            if credit.source is not None:
                found[credit.source].update(a.source)
        return found

    def ranked(self) -> list[Source]:
        """Most words first, as ``tables.source_table`` has them."""
        words = words_by_source(self.sources, self.credits)
        return sorted(self.sources, key=lambda s: -words[s.id])


def with_hues(
    now: Heard, before: Heard | None = None, corrections: Sequence[Correction] = ()
) -> tuple[Source, ...]:
    """The sources with their places among the colours; ``before`` is what nobody corrected."""
    first = before or now
    hues = _kept(now, first)
    for source in _by_correction(now, corrections):
        if source.id not in hues:
            hues[source.id] = max([len(first.sources) - 1, *hues.values()]) + 1
    return tuple(replace(s, hue=hues[s.id]) for s in now.sources)


def _kept(now: Heard, first: Heard) -> dict[str, int]:
    """The places of those who were there before: of the same name, else named by the same words."""
    hues: dict[str, int] = {}
    stood, stand = first.places(), now.places()
    left = list(enumerate(first.ranked()))
    for same_name in (True, False):
        for rank, source in list(left):
            open_ = [s for s in now.sources if s.id not in hues]
            if same_name:
                open_ = [s for s in open_ if s.name == source.name]
            shared = {s.id: len(stand[s.id] & stood[source.id]) for s in open_}
            best = max(open_, key=lambda s: shared[s.id], default=None)
            if best is not None and (same_name or shared[best.id]):
                hues[best.id] = rank
                left.remove((rank, source))
    return hues


def _by_correction(now: Heard, corrections: Sequence[Correction]) -> list[Source]:
    """The sources in the order of the first correction that touches the words naming them."""
    places = now.places()

    def first(source: Source) -> int:
        for n, c in enumerate(corrections):
            given = [s for s in (c.target, c.other) if s]
            if any(g.overlaps(p) for g in given for p in places[source.id]):
                return n
        return len(corrections)

    return sorted(now.sources, key=first)
