"""The stage ``ui.correcting``; only what stands here is for others."""

from __future__ import annotations

from ui.correcting.names import name_edits
from ui.correcting.panel import correct_button, correction_panel
from ui.correcting.statements import speaker_places
from ui.correcting.words import choose_words, chosen_words, is_open, spans_of

__all__ = [
    "choose_words",
    "chosen_words",
    "correct_button",
    "correction_panel",
    "is_open",
    "name_edits",
    "spans_of",
    "speaker_places",
]
