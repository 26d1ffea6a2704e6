"""The stage ``ui.kit``; only what stands here is for others."""

from __future__ import annotations

from ui.kit.charts import show, spec_of, themed
from ui.kit.figures import (
    apart,
    body_paragraphs,
    figure,
    figure_row,
    name_sentences,
    names_of,
    tone_name,
    tone_sentences,
    voice_sentences,
    voices_of,
)
from ui.kit.filters import paragraph_range
from ui.kit.legend import legend
from ui.kit.progress import Bar, with_progress
from ui.kit.right import LINE, TASKS, UNMEASURED, how_right
from ui.kit.tables import show_table

__all__ = [
    "LINE",
    "TASKS",
    "UNMEASURED",
    "Bar",
    "apart",
    "body_paragraphs",
    "figure",
    "figure_row",
    "how_right",
    "legend",
    "name_sentences",
    "names_of",
    "paragraph_range",
    "show",
    "show_table",
    "spec_of",
    "themed",
    "tone_name",
    "tone_sentences",
    "voice_sentences",
    "voices_of",
    "with_progress",
]
