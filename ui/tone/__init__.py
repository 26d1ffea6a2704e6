"""The stage ``ui.tone``; only what stands here is for others."""

from __future__ import annotations

from ui.tone.controls import more_of_tone, own_words, sentence_cards, summary
from ui.tone.pictures import (
    both_scorers,
    course,
    paragraph_bars,
    scored_by,
    toward_names,
    whose_tone,
    with_own_words,
)

__all__ = [
    "both_scorers",
    "course",
    "more_of_tone",
    "own_words",
    "paragraph_bars",
    "scored_by",
    "sentence_cards",
    "summary",
    "toward_names",
    "whose_tone",
    "with_own_words",
]
