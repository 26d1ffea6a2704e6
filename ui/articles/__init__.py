"""The stage ``ui.articles``; only what stands here is for others."""

from __future__ import annotations

from ui.articles import shelf
from ui.articles.corrections import (
    NAMES,
    STATEMENTS,
    act,
    corrections_title,
    session_corrections,
    show_made,
)
from ui.articles.shelf import Entry

__all__ = [
    "NAMES",
    "STATEMENTS",
    "Entry",
    "act",
    "corrections_title",
    "session_corrections",
    "shelf",
    "show_made",
]
