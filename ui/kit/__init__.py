"""The stage ``ui.kit``; only what stands here is for others."""

from __future__ import annotations

from ui.kit.charts import handed, show, spec_of
from ui.kit.figures import Figure, figure_row, tone_word
from ui.kit.legend import legend
from ui.kit.progress import Bar, with_progress
from ui.kit.prose import Link, Piece, prose, words_of
from ui.kit.right import LINE, TASKS, UNMEASURED, how_right
from ui.kit.tables import show_rows, show_table
from ui.kit.take import cite, cite_left, take_chart, take_data, take_report

__all__ = [
    "LINE",
    "TASKS",
    "UNMEASURED",
    "Bar",
    "Figure",
    "Link",
    "Piece",
    "cite",
    "cite_left",
    "figure_row",
    "handed",
    "how_right",
    "legend",
    "prose",
    "show",
    "show_rows",
    "show_table",
    "spec_of",
    "take_chart",
    "take_data",
    "take_report",
    "tone_word",
    "with_progress",
    "words_of",
]
