"""Charts of who speaks: words per source, voices, routes, verbs, and who is only named.

Manner is shown by strength (quoted in full, paraphrased paler, thought an outline), so it
reads without colour; where a hue stands for a source it is the same on every page.
"""

from __future__ import annotations

from charts.sources.flow import provenance_flow
from charts.sources.heard import named_bar, tone_per_source, words_by_source
from charts.sources.named import heard_or_named
from charts.sources.verbs import verbs_by_stance
from charts.sources.voices import voice_strip
from charts.sources.words import NAMED_WORDS, PROVENANCE_WORDS, STANCE_WORDS, UNATTRIBUTED_FILL

__all__ = [
    "NAMED_WORDS",
    "PROVENANCE_WORDS",
    "STANCE_WORDS",
    "UNATTRIBUTED_FILL",
    "heard_or_named",
    "named_bar",
    "provenance_flow",
    "tone_per_source",
    "verbs_by_stance",
    "voice_strip",
    "words_by_source",
]
