"""The stage ``ui.sources``; only what stands here is for others."""

from __future__ import annotations

from ui.sources.audit import audit_card
from ui.sources.controls import correct_statement
from ui.sources.pictures import (
    colours_of,
    every_statement,
    figures,
    routes,
    tone_of_words,
    verbs,
    where,
    with_source,
    words_of_each,
)

__all__ = [
    "audit_card",
    "colours_of",
    "correct_statement",
    "every_statement",
    "figures",
    "routes",
    "tone_of_words",
    "verbs",
    "where",
    "with_source",
    "words_of_each",
]
