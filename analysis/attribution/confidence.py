"""How sure an attribution is, in three levels with a meaning measured on held-out articles.

``benchmarks/RESULTS.md`` has the table: how often each level was right.
"""

from __future__ import annotations

from analysis.attribution.cues import Reading, is_speech_cue
from analysis.attribution.scene import Scene
from analysis.attribution.statement import Draft
from analysis.records import Confidence

SURE_QUOTED = 0.8  # the least sure link of a quotation; PolNeAR train: .90 of these were right
SURE = 0.9  # the same for paraphrases, .78 of which were right
LOOSE = 0.6  # below, links of verbs that are not of speech were right in less than half


def confidence_of(
    scene: Scene, draft: Draft, reading: Reading, quoted: bool, depth: int
) -> Confidence:
    """High for a verb of speech with a near source; low for loose ends and hedges.

    Thresholds come from 120 articles of PolNeAR train, never from dev.
    """
    if draft.rule in ("reader", "turn"):
        return "high"
    if not draft.source or not draft.cue or reading.stance == "hedge":
        return "low"
    spoken = is_speech_cue(" ".join(c.of(scene.text) for c in draft.cue))
    if draft.rule != "model":
        return "medium" if spoken and not depth else "low"
    if spoken and draft.score >= (SURE_QUOTED if quoted else SURE):
        return "high"
    return "medium" if spoken or draft.score >= LOOSE else "low"
