"""Deciding what corpora leave open: is a place a GPE, a LOC or a FAC; who is a NORP."""

from __future__ import annotations

from collections.abc import Collection

from training.lists import own_words

FACILITIES = frozenset(own_words()["facility"])
LOCATIONS = frozenset(own_words()["location"])
FIRST_WORDS = frozenset({"lake", "mount", "mt.", "mt", "cape", "gulf", "isle", "sea"})


def place_type(words: list[str], nations: Collection[str], towns: Collection[str]) -> str:
    """GPE, LOC or FAC for a place, by the lists and by its first and last word."""
    phrase = " ".join(words).lower()
    if phrase in nations or phrase in towns:
        return "GPE"
    last, first = words[-1].lower(), words[0].lower()
    if last in FACILITIES:
        return "FAC"
    if last in LOCATIONS or first in FIRST_WORDS:
        return "LOC"
    return "GPE"


def cut_titles(words: list[str], titles: Collection[str]) -> int:
    """How many words of title stand before the person's name: "Prime Minister" is two."""
    count = 0
    while count < len(words) - 1 and words[count].lower() in titles:
        count += 1
    return count
