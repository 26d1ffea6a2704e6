"""The stage ``ui.reading``; only what stands here is for others."""

from __future__ import annotations

from ui.reading.item import item_view
from ui.reading.reader import ROLE_WORDS, draft_view, reading_view

__all__ = ["ROLE_WORDS", "draft_view", "item_view", "reading_view"]
