"""Words and numbers as the interface writes them."""

from __future__ import annotations

import re
from datetime import datetime

from analysis.text import signed

__all__ = ["count", "date_words", "minutes", "plain", "share", "signed"]

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")
WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019), rounded down."""


def plain(text: str) -> str:
    """Text with every Markdown mark escaped, for the places where Streamlit reads Markdown."""
    # a word joiner after the colon, so that ":name:" is never made a picture
    return _MARKUP.sub(r"\\\1", _SHORTCODE.sub(":\u2060", " ".join(text.split())))


def count(n: int, one: str, many: str | None = None) -> str:
    """ "1 source", "2 sources"; thousands are separated."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def share(part: float, whole: float) -> str:
    """A share in whole per cent; never "0 %" of something or "100 %" of less than all."""
    if not whole:
        return "0%"
    if part and part / whole < 0.005:
        return "under 1%"
    if part < whole and part / whole > 0.995:
        return "over 99%"
    return f"{part / whole:.0%}"


def date_words(iso: str | None) -> str:
    """An ISO date or time in words; what cannot be read stays as it is.

    >>> date_words("2026-03-04T08:00"), date_words("spring")
    ('4 March 2026', 'spring')
    """
    if not iso:
        return ""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{moment.day} {moment:%B %Y}"


def minutes(words: int) -> str:
    """Reading time: "1 min", "3 min"."""
    return f"{max(1, round(words / WORDS_A_MINUTE))} min"
