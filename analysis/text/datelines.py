"""The place, day and agency that a report begins with: “SKERRY, June 9 (Reuters) -”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.lexicon import Pattern, place_type
from analysis.records import Span

_DASH = r"(?:[—–―]|--?)"
_LINE = Pattern(
    r"(?P<place>[A-Z][A-Z.'’ -]*[A-Z.]|(?P<small>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))"
    r"(?P<regions>(?:, (?!(?i:{months})\b)[A-Z][\w.]*(?: [\w.]+){0,2}){0,2})"
    rf"(?P<day>(?:,|\s?{_DASH}) (?:(?i:{{months}})\.? \d{{1,2}}(?:, \d{{4}})?"
    r"|\d{1,2} (?i:{months})(?: \d{4})?))?"
    rf"(?:(?:\s?{_DASH})?\s?(?P<agency>\([^()\n]{{2,40}}\)|/[^/\n]{{2,40}}/)\s?{_DASH}\s?"
    rf"|\s?{_DASH}\s)"
)
_REGION = re.compile(r"[^,\s][^,]*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a report's first word, and where that begins."""

    places: tuple[Span, ...]
    """The town and, behind commas, its state or country."""
    agency: Span | None
    """The agency or service without its brackets or strokes."""
    sure: bool
    """Whether a day, an agency or a known region stands there; “EXCLUSIVE — …” opens a line too."""
    end: int


def find_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The date line a paragraph begins with.

    >>> line = "SKERRY, Norland, June 9 (Reuters) - The port shut."
    >>> found = find_dateline(line, Span(0, len(line)))
    >>> [place.of(line) for place in found.places], found.agency.of(line), line[found.end :]
    (['SKERRY', 'Norland'], 'Reuters', 'The port shut.')
    """
    hit = _LINE.match(text, paragraph.start, paragraph.end)
    if hit is None or (hit["small"] and not hit["day"]):
        return None  # in small letters only the day tells it from “Lamps - The council …”
    regions = [Span(*r.span()) for r in _REGION.finditer(text, *hit.span("regions"))]
    agency = Span(hit.start("agency") + 1, hit.end("agency") - 1) if hit["agency"] else None
    listed = any(place_type(region.of(text)) for region in regions)
    sure = bool(hit["agency"] or hit["day"]) or listed
    return Dateline((Span(*hit.span("place")), *regions), agency, sure, hit.end())
