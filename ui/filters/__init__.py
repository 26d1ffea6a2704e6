"""Filters: a page's things and the reader's conditions in, the rows that pass out.

Conditions live in ``ui.state`` and in the link, the same on every page; the text marks what
passes. To add one, extend ``fields.FIELDS``; its test is ``tests/ui/test_filters.py``.
"""

from __future__ import annotations

from charts.theme import ROLE_WORDS
from ui.filters.apply import Pairs, counted, every, naming, passages, passing
from ui.filters.bar import filter_bar, show_words
from ui.filters.fields import (
    BY_NAME,
    FIELDS,
    SURE_WORDS,
    Field,
    Things,
    fields_of,
)
from ui.state import band_of

__all__ = [
    "BY_NAME",
    "FIELDS",
    "ROLE_WORDS",
    "SURE_WORDS",
    "Field",
    "Pairs",
    "Things",
    "band_of",
    "counted",
    "every",
    "fields_of",
    "filter_bar",
    "naming",
    "passages",
    "passing",
    "show_words",
]
