"""Several articles on one page: choosing them, their statements in rows, who is joined and why."""

from __future__ import annotations

from ui.compare.chosen import choose, labels_of, ticked
from ui.compare.parts import names_part, sources_part, tone_part
from ui.compare.passages import passages_part
from ui.compare.rows import statement_rows
from ui.compare.tables import beside

__all__ = [
    "beside",
    "choose",
    "labels_of",
    "names_part",
    "passages_part",
    "sources_part",
    "statement_rows",
    "ticked",
    "tone_part",
]
