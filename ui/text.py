"""Words and numbers as the interface writes them."""

from __future__ import annotations

import re

from analysis.text import count, date_words, minutes, share, signed

__all__ = ["count", "date_words", "minutes", "plain", "share", "signed"]

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")


def plain(text: str) -> str:
    """Text with every Markdown mark escaped, for the places where Streamlit reads Markdown."""
    # a word joiner after the colon, so that ":name:" is never made a picture
    return _MARKUP.sub(r"\\\1", _SHORTCODE.sub(":\u2060", " ".join(text.split())))
