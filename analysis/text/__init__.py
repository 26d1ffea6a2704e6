"""The stage ``analysis.text``; only what stands here is for others."""

from __future__ import annotations

from analysis.text import lines
from analysis.text.bylines import author_of, is_bare_name, is_byline, names_job, outlet_of
from analysis.text.dates import find_date
from analysis.text.lines import is_published_line, words_of
from analysis.text.quotations import UTTERANCE_WORDS, Quotation, find_quotations
from analysis.text.readable import check_text, text_notes
from analysis.text.spans import InOrder
from analysis.text.words import body_mentions, body_words, count_words, word_starts

__all__ = [
    "UTTERANCE_WORDS",
    "InOrder",
    "Quotation",
    "author_of",
    "body_mentions",
    "body_words",
    "check_text",
    "count_words",
    "find_date",
    "find_quotations",
    "is_bare_name",
    "is_byline",
    "is_published_line",
    "lines",
    "names_job",
    "outlet_of",
    "text_notes",
    "word_starts",
    "words_of",
]
