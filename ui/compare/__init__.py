"""Several articles on one page: choosing them, their statements in rows, who is joined and why."""

from __future__ import annotations

from ui.compare.chosen import choose, labels_of, ticked
from ui.compare.joined import joins_box
from ui.compare.rows import statement_rows
from ui.compare.tables import beside

__all__ = ["beside", "choose", "joins_box", "labels_of", "statement_rows", "ticked"]
