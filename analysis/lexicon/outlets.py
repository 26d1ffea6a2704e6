"""Whether a name is that of a news outlet, by list or by the way outlets are named."""

from __future__ import annotations

from functools import cache, lru_cache

from analysis.lexicon.files import DATA, word_list


@lru_cache(maxsize=65_536)
def is_outlet(name: str) -> bool:
    """True for "Reuters" (listed) and "Harbour Courier" (a name before an outlet's word)."""
    plain = name.removeprefix("the ").removeprefix("The ").strip()
    if plain in _listed() or name in _listed():
        return True
    words = plain.replace("-", " ").split()
    if not words:
        return False
    marks = word_list("outlet_words")
    # "HuffPost Korea", "BBC Scotland": an edition; "Time" or "Nature" may begin any name
    edition = words[0] in _listed() and words[0] != words[0].capitalize()
    return words[-1] in marks or edition or " ".join(words[:2]) in _listed()


@cache
def _listed() -> frozenset[str]:
    """Names from both lists; the gazetteer's outlets are optional."""
    extra = (DATA / "lexicons" / "outlets.txt").exists()
    return word_list("outlet_names") | (word_list("outlets") if extra else frozenset())
