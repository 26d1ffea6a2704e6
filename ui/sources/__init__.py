"""The stage ``ui.sources``; only what stands here is for others."""

from __future__ import annotations

from ui.sources.audit import audit_card
from ui.sources.controls import correct_statement
from ui.sources.pictures import (
    every_statement,
    figures,
    routes,
    tone_of_words,
    verbs,
    where,
    words_of_each,
)

__all__ = [
    "audit_card",
    "correct_statement",
    "every_statement",
    "figures",
    "routes",
    "tone_of_words",
    "verbs",
    "where",
    "words_of_each",
]
