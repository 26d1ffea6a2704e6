"""What a common noun stands for: a person, a body, a document, an outlet, several."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from analysis.lexicon.files import word_list, word_table


@cache
def noun_table() -> dict[str, str]:
    """Every noun our lists know, with what it stands for; where two lists have it, the first."""
    lists: tuple[tuple[str, Iterable[str]], ...] = (
        ("media", word_list("media_collectives")),
        ("anonymous", word_list("anonymous_nouns")),
        ("social", word_list("social_nouns")),
        ("person", word_table("person_roles")),
        ("body", word_table("body_nouns")),
        ("document", word_list("document_nouns")),
        ("outlet", word_list("outlet_nouns")),
        ("collective", word_table("collective_words")),
    )
    found: dict[str, str] = {}
    for meaning, nouns in lists:
        for noun in nouns:
            found.setdefault(noun, meaning)
    return found
