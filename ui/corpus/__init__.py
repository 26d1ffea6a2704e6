"""A folder of Parquet that is read where it lies: its filters, its charts, its articles."""

from __future__ import annotations

from ui.corpus.asked import ask
from ui.corpus.opened import article_list, opened
from ui.corpus.shown import figures_line, show_heard, show_months, show_outlets

__all__ = [
    "article_list",
    "ask",
    "figures_line",
    "opened",
    "show_heard",
    "show_months",
    "show_outlets",
]
