"""Titles and positions before a name: “Vice President Mike Pence”, “Mr. Tedeschi”."""

from __future__ import annotations

import re

from analysis.lexicon.files import word_list

_BEFORE = re.compile(r"(?:([\w.\-]+)[ \u00a0])?([\w.\-]+)[ \u00a0]+[\"“‘']?$")
_REACH = 40  # characters looked at; the longest title is shorter


def is_title(words: str) -> bool:
    """Whether one or two words are a title (“Mr.”, “prime minister”)."""
    return words.casefold() in word_list("titles")


def title_before(text: str, start: int) -> str | None:
    """The title straight before a name, in small letters, the longer where two fit.

    >>> text = "Yesterday Prime Minister Ada Quill left."
    >>> title_before(text, text.index("Ada"))
    'prime minister'
    """
    found = _BEFORE.search(text[max(0, start - _REACH) : start])
    if not found:
        return None
    first, second = (found.group(1) or ""), found.group(2)
    if first and is_title(f"{first} {second}"):
        return f"{first} {second}".casefold()
    return second.casefold() if is_title(second) else None
