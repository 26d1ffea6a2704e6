"""Whether a name is that of a news outlet: by the list, or by the way outlets are named."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis.lexicon.files import word_list
from analysis.lexicon.gazetteers import key


def is_listed_outlet(name: str) -> bool:
    """Whether the list holds it, however it is written: “Reuters”, “the BBC”, “Al-Jazeera”."""
    return key(name) in _listed()


@lru_cache(maxsize=16_384)
def is_outlet(name: str) -> bool:
    """True for “Reuters” (listed) and “Harbour Courier” (a name before an outlet's word).

    >>> is_outlet("Harbour Courier"), is_outlet("BBC Scotland"), is_outlet("Time Share")
    (True, True, False)
    """
    plain = name.removeprefix("the ").removeprefix("The ").strip()
    if is_listed_outlet(name):
        # a single word only as the list writes it: Capitol Hill is not The Hill
        return " " in key(name) or not {name, plain}.isdisjoint(word_list("outlets"))
    words = plain.replace("-", " ").split()
    if not words:
        return False
    # “HuffPost Korea”, “BBC Scotland”: an edition; “Time” or “Nature” may begin any name
    edition = words[0] != words[0].capitalize() and is_listed_outlet(words[0])
    two = len(words) > 1 and is_listed_outlet(" ".join(words[:2]))
    return words[-1] in word_list("outlet_words") or edition or two


@cache
def _listed() -> frozenset[str]:
    return frozenset(key(name) for name in word_list("outlets"))
