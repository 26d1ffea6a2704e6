"""Titles and positions before a name: “Vice President Mike Pence”, “Mr. Tedeschi”."""

from __future__ import annotations

import re
from functools import cache

from analysis.lexicon.files import word_list, word_table

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
    near = text[max(0, start - _REACH) : start]
    word = near.rstrip("\"“‘' \u00a0").replace("\u00a0", " ").rsplit(" ", 1)[-1]
    plain = word.replace(".", "").replace("-", "").isalnum()
    if plain and word.casefold() not in _last_words():
        return None  # nearly always; the pattern costs more than all else here
    found = _BEFORE.search(near)
    if not found:
        return None
    first, second = (found.group(1) or ""), found.group(2)
    if first and is_title(f"{first} {second}"):
        return f"{first} {second}".casefold()
    return second.casefold() if is_title(second) else None


@cache
def _last_words() -> frozenset[str]:
    return frozenset(title.rsplit(" ", 1)[-1] for title in word_list("titles"))


def title_sex(word: str) -> str:
    """“m” or “f” where a title or a role tells it (“Mrs.”, “spokesman”, “prince”), else "".

    >>> title_sex("Mrs."), title_sex("spokesman"), title_sex("Dr.")
    ('f', 'm', '')
    """
    low = word.lower()
    told = word_table("name_titles").get(low, ("", "-"))[1:2] or ("-",)
    if told[0] == "-":
        told = word_table("person_roles").get(low, ("", "-"))[1:2] or ("-",)
    return "" if told[0] == "-" else told[0]


def title_role(word: str) -> str | None:
    """The role a title stands for (“senator” for “Sen.”), "" for one of courtesy, None for none."""
    titles = word_table("name_titles")
    row = titles.get(word) or titles.get(word + ".")
    return None if row is None else "" if row[0] == "-" else row[0]
