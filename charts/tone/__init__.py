"""Charts of how an article sounds. Compound scores run from -1 to 1; colour shows the sign."""

from __future__ import annotations

from charts.tone.course import tone_arc, tone_bars, tone_distribution, two_scorers
from charts.tone.who import headline_and_body, tone_of_sources, tone_toward, writer_and_attributed

__all__ = [
    "headline_and_body",
    "tone_arc",
    "tone_bars",
    "tone_distribution",
    "tone_of_sources",
    "tone_toward",
    "two_scorers",
    "writer_and_attributed",
]
