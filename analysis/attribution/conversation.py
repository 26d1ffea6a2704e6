"""Turns of a conversation as attributions: whoever the label names says the rest of the line."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.text import Turn, find_turns

TURN = "turn"
"""The rule of what a label credits."""


def with_turns(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a turn for each labelled line.

    What the network or a rule made of a label is dropped, and what reaches over the end of a
    turn; what lies inside a turn stays, as something the speaker passes on.
    """
    turns = find_turns(scene.text, scene.paragraphs)
    if not turns:
        return list(drafts)
    kept = [d for d in drafts if _is_apart(d, turns) and not _is_whole(d, turns)]
    return kept + [Draft((t.name,), (), (t.content,), TURN) for t in turns]


def _is_apart(draft: Draft, turns: Sequence[Turn]) -> bool:
    """Whether a draft touches no label and lies inside one turn or outside all."""
    for turn in turns:
        touched = [p for p in draft.parts if p.overlaps(turn.label) or p.overlaps(turn.content)]
        if touched and not all(turn.content.covers(p) for p in draft.parts):
            return False
    return True


def _is_whole(draft: Draft, turns: Sequence[Turn]) -> bool:
    """Whether a draft without a source says again what a turn says."""
    return not draft.source and any(t.content.covers(c) for t in turns for c in draft.content)
