"""The stage ``ui.articles``; only what stands here is for others."""

from __future__ import annotations

from ui.articles import shelf
from ui.articles.corrections import (
    act,
    correct,
    corrections_title,
    said_last,
    session_corrections,
    show_made,
    take_back,
)
from ui.articles.joins import join_form, said_joins, take_back_join
from ui.articles.shelf import Entry

__all__ = [
    "Entry",
    "act",
    "correct",
    "corrections_title",
    "join_form",
    "said_joins",
    "said_last",
    "session_corrections",
    "shelf",
    "show_made",
    "take_back",
    "take_back_join",
]
