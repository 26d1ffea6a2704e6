"""The stage ``ui.adding``; only what stands here is for others."""

from __future__ import annotations

from ui.adding import drafts
from ui.adding.check import check
from ui.adding.give import give
from ui.adding.keep import keep, show_result

__all__ = ["check", "drafts", "give", "keep", "show_result"]
