"""The stage ``ui.sources``; only what stands here is for others."""

from __future__ import annotations

from ui.sources.audit import audit_card
from ui.sources.controls import choose_credit, correct_statement, filtered, spans_of
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
    "choose_credit",
    "correct_statement",
    "every_statement",
    "figures",
    "filtered",
    "routes",
    "spans_of",
    "tone_of_words",
    "verbs",
    "where",
    "words_of_each",
]
