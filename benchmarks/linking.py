"""The plainest way from tags to attributions: each part goes to the nearest cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Labelled = tuple[int, int, str]
"""Start, end, role."""

_STOP = 40
"""A full stop between two parts counts as much as this many characters."""
_FAR = 200
"""A source farther from the cue than this belongs to something else."""


def link_nearest(text: str, tags: Sequence[Labelled]) -> list[dict[str, Any]]:
    """Attributions by proximity, line by line; only for choosing between models."""
    lines: dict[int, list[Labelled]] = {}
    for tag in sorted(tags):
        lines.setdefault(text.count("\n", 0, tag[0]), []).append(tag)
    found: list[dict[str, Any]] = []
    for parts in lines.values():
        found += _link_line(text, parts)
    return found


def _link_line(text: str, parts: Sequence[Labelled]) -> list[dict[str, Any]]:
    cues = [p for p in parts if p[2] == "cue"]
    contents = [p for p in parts if p[2] == "content"]
    sources = [p for p in parts if p[2] == "source"]
    if not cues:
        source = [[s, e] for s, e, _ in sources[:1]]
        return [{"source": source, "cue": [], "content": [[s, e]]} for s, e, _ in contents]
    groups = [_group(text, cue, sources) for cue in cues]
    for content in contents:
        nearest = min(range(len(cues)), key=lambda i: _gap(text, content, cues[i]))
        groups[nearest]["content"].append([content[0], content[1]])
    return [g for g in groups if g["content"]]


def _group(text: str, cue: Labelled, sources: Sequence[Labelled]) -> dict[str, Any]:
    """A cue with its nearest source; two cues may share one: "Trump said … and added …"."""
    near = sorted(
        (s for s in sources if _gap(text, s, cue) < _FAR), key=lambda s: _gap(text, s, cue)
    )
    return {"source": [[s, e] for s, e, _ in near[:1]], "cue": [[cue[0], cue[1]]], "content": []}


def _gap(text: str, a: Labelled, b: Labelled) -> int:
    """Characters between two stretches, full stops counting more."""
    between = text[min(a[1], b[1]) : max(a[0], b[0])]
    return len(between) + _STOP * sum(between.count(mark) for mark in ".?!")
