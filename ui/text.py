"""Words and numbers as the interface writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from analysis.text import count, date_words, minutes, share, signed

__all__ = ["count", "date_words", "distinct", "minutes", "plain", "share", "signed"]

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_SHORTCODE = re.compile(r":(?=[\w+/-]+:)")
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)(?=\w)", re.IGNORECASE)


def plain(text: str) -> str:
    """Text with every Markdown mark escaped, for the places where Streamlit reads Markdown.

    A word joiner, which is not seen, stands in what Streamlit takes for a picture or for a link
    although its marks are escaped: ":name:", "https://…", "www.…", "a@b.example".
    """
    joined = _ADDRESS.sub("\u2060", _SHORTCODE.sub(":\u2060", " ".join(text.split())))
    return _MARKUP.sub(r"\\\1", joined)


def distinct(labels: Mapping[str, str]) -> dict[str, str]:
    """The labels, a later one of the same words numbered: widgets tell options apart by them.

    >>> distinct({"x": "Storm", "y": "Storm"})
    {'x': 'Storm', 'y': 'Storm (2)'}
    """
    seen, made = Counter[str](), {}
    for id, label in labels.items():
        seen[label] += 1
        made[id] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return made
