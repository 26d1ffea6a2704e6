"""The drafts found so far, while quotations nobody claimed are credited one after the other."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace

from analysis.attribution.ownership import merged
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft


class Found:
    """The drafts so far, found by the words of their cues and by where they end."""

    def __init__(self, scene: Scene, drafts: Sequence[Draft]) -> None:
        self.scene = scene
        self.drafts: list[Draft] = []
        self.cues: dict[int, int] = {}
        self.ends: list[tuple[int, int]] = []
        for draft in drafts:
            self._add(draft)

    def take(self, draft: Draft) -> None:
        """Add the draft, or its content to the one with the same cue."""
        words = (i for c in draft.cue for i in self.scene.tokens(c))
        number = next((self.cues[i] for i in words if i in self.cues), None)
        if number is None:
            self._add(draft)
            return
        content = merged({*self.drafts[number].content, *draft.content})
        self.drafts[number] = replace(self.drafts[number], content=content)
        insort(self.ends, (content[-1].end, number))

    def before(self, offset: int) -> Draft | None:
        """The draft whose parts end last before this character."""
        i = bisect_right(self.ends, (offset, len(self.drafts))) - 1
        return self.drafts[self.ends[i][1]] if i >= 0 else None

    def _add(self, draft: Draft) -> None:
        for cue in draft.cue:
            self.cues.update(dict.fromkeys(self.scene.tokens(cue), len(self.drafts)))
        insort(self.ends, (max(p.end for p in draft.parts), len(self.drafts)))
        self.drafts.append(draft)
