"""Attributions written into the text as labelled braces, read and written.

``{content {source Kim} {cue revealed} {content the news}}, {cue according to} {source Reyl}.``
Parts in the same content (or in none) belong together; where several attributions share a
content, a number tells them apart: ``{source2 Reyl} {cue2 said}``. Parts that repeat, as in
an interrupted quotation, belong to one attribution.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.records import Attribution, Span

_OPEN = re.compile(r"\{(source|cue|content)(\d*) ")
Key = tuple[object, str]
Parts = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as marked: its parts, and the number of its parent in reading order."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: int | None = None


@dataclass(slots=True)
class _Group:
    holder: Key | None
    parts: dict[str, list[Span]] = field(
        default_factory=lambda: {"source": [], "cue": [], "content": []}
    )


def read_marked(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """The text without its labels, and the attributions in the order of their first part."""
    text, at = "", 0
    stack: list[tuple[str, Key, int]] = []
    groups: dict[Key, _Group] = {}
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            holders = [key for role, key, _ in stack if role == "content"]
            key: Key = (holders[-1] if holders else None, opening[2])
            groups.setdefault(key, _Group(holders[-1] if holders else None))
            stack.append((opening[1], key, len(text)))
            at = opening.end()
        elif marked[at] == "}" and stack:
            role, key, start = stack.pop()
            groups[key].parts[role].append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, _in_order(groups)


def _in_order(groups: dict[Key, _Group]) -> tuple[Marked, ...]:
    keys = [k for k, g in groups.items() if g.parts["content"]]
    keys.sort(key=lambda k: min((s.start, -s.end) for r in groups[k].parts.values() for s in r))
    numbers = {key: i for i, key in enumerate(keys)}
    return tuple(_marked(groups[k], numbers) for k in keys)


def _marked(group: _Group, numbers: dict[Key, int]) -> Marked:
    source, cue, content = (tuple(sorted(spans)) for spans in group.parts.values())
    parent = None if group.holder is None else numbers[group.holder]
    return Marked(source, cue, content, parent)


def write_marked(text: str, attributions: Sequence[Attribution]) -> str:
    """The text with every attribution's parts in braces, numbered by its id."""
    edges: list[tuple[int, int, int, str]] = []
    for n, a in enumerate(attributions, start=1):
        for role in ("source", "cue", "content"):
            for span in getattr(a, role):
                size = span.end - span.start
                edges.append((span.start, 1, -size, f"{{{role}{n} "))
                edges.append((span.end, 0, size, "}"))
    out, last = "", 0
    for at, _, _, label in sorted(edges):
        out += text[last:at] + label
        last = at
    return out + text[last:]


def parts_of(attribution: Attribution | Marked) -> Parts:
    """Source, cue and content, for comparing."""
    return attribution.source, attribution.cue, attribution.content
