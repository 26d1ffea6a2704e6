"""Pronouns that mean somebody before: whose form a word is, and how far one is followed back.

Two stages follow them, each with what it knows, and the later asks the earlier:
``entities.references`` knows names alone and adds to an entity's mentions, so it looks back one
sentence and gives up where two can be meant; ``sources.referents`` knows who has spoken and who is
the subject, and looks further. Where its own search leaves two or nobody, ``resolution.by_pronoun``
takes what the first found. Both read forms, sexes, quotations and reaches here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from analysis.lexicon import word_table
from analysis.records import Span

SENTENCES_BACK = 1
"""Sentences of a paragraph that names alone are looked for in: older ones are too often wrong."""
SENTENCES_TO_THE_MAIN_ONE = 4
"""Of this paragraph and the one before: so far back only whom the article names most is meant."""
CROWD = 50
"""People; where more are named, no one of them is meant."""
PARAGRAPHS_BACK_TO_A_SPEAKER = 2
"""Of the body: further, people rarely stay “he”."""
SENTENCES_BACK_TO_A_SPEAKER = 12
"""And never further than this, in texts without paragraphs."""


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
