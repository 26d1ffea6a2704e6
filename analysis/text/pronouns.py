"""The pronouns that mean somebody before: whose form a word is, and which sex it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.lexicon import word_table
from analysis.records import Span


def pronoun_of(word: str) -> str:
    """ "he", "she", "they" or "it" for any of its forms, "" for another word.

    >>> pronoun_of("Herself"), pronoun_of("we")
    ('she', '')
    """
    return _row(word)[0]


def pronoun_sex(word: str) -> str:
    """ "m" or "f" where the pronoun tells it, else "".

    >>> pronoun_sex("him"), pronoun_sex("their")
    ('m', '')
    """
    sex = _row(word)[1]
    return "" if sex == "-" else sex


def human_pronouns(text: str, span: Span) -> Iterator[Span]:
    """Where forms of “he” and “she” stand in a stretch, in order."""
    return (Span(*hit.span()) for hit in _human().finditer(text, span.start, span.end))


def _row(word: str) -> tuple[str, ...]:
    return word_table("pronouns").get(word.lower(), ("", "-"))


@cache
def _human() -> re.Pattern[str]:
    words = [word for word, (_, sex) in word_table("pronouns").items() if sex != "-"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.I)
