"""The stage ``ui.frame``; only what stands here is for others."""

from __future__ import annotations

from ui.frame.foot import foot
from ui.frame.layout import columns, sections
from ui.frame.pick import choose_article
from ui.frame.score import full, prepare
from ui.frame.shell import ROOT, head_line, open_link, page_guard, page_head, pages, run_page

__all__ = [
    "ROOT",
    "choose_article",
    "columns",
    "foot",
    "full",
    "head_line",
    "open_link",
    "page_guard",
    "page_head",
    "pages",
    "prepare",
    "run_page",
    "sections",
]
