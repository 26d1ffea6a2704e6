"""Names in lines where nearly every word has a capital: “Farrow Slams Reyl Over Bridge Fears”.

There a capital proves nothing, so a word counts as part of a name only where the lists hold
it, the rest of the article writes it as one, or no dictionary knows it.
"""

from __future__ import annotations

from analysis.lexicon import (
    first_name,
    is_country,
    is_listed_outlet,
    is_ordinary,
    key,
    known_type,
    people_of,
    place_type,
    word_list,
)
from analysis.names.words import Evidence, Run, pair_key

LONGEST = 6  # words of a listed name: “United States House of Representatives”


def name_stretches(run: Run, seen: Evidence) -> list[Run]:
    """The parts of a run of capitals that are names by more than their capitals."""
    found: list[Run] = []
    at = 0
    while at < len(run):
        end = _listed_end(run, at)
        while not end and at < len(run) and not _named(run, at, seen):
            at += 1
            end = _listed_end(run, at)
        end = end or at
        while end < len(run) and _goes_on(run, at, end, seen):
            end += 1
        if end > at:
            found.append(run[at:end])
        at = end
    return found


def _listed_end(run: Run, at: int) -> int:
    """Index after the longest name of two words or more that a list holds here, or 0."""
    for end in range(min(len(run), at + LONGEST), at + 1, -1):
        text = " ".join(w.text for w in run[at:end])
        if place_type(text) or is_listed_outlet(text) or known_type(text) or is_country(text):
            return end
    return 0


def _goes_on(run: Run, at: int, i: int, seen: Evidence) -> bool:
    """Whether the word belongs to the name before it: “of” does where a name follows."""
    if i == at or _listed_end(run, i):
        return i == at and _named(run, i, seen)
    if not run[i].capital:
        return i + 1 < len(run) and _named(run, i + 1, seen)
    return _named(run, i, seen)


def _named(run: Run, i: int, seen: Evidence) -> bool:
    """Whether the word is part of a name, by the lists, the article or no dictionary."""
    word = run[i]
    if not word.capital:
        return False
    if word.text.isupper() and word.start in seen.persons:
        return True
    pairs = [run[i - 1 : i + 1]] if i else []
    pairs += [run[i : i + 2]] if i + 1 < len(run) else []
    if any(seen.inside[pair_key(*pair)] for pair in pairs):
        return True
    if word.low in word_list("small_words") or word.low in seen.small:
        return False
    if seen.inside[key(word.text)] or people_of(word.text) is not None:
        return True
    beside = [w for pair in pairs for w in pair if w is not word]
    # “Farrow Slams Reyl”: its neighbours are named without it
    alone = not any(seen.inside[key(w.text)] for w in beside)
    strange = alone and not is_ordinary(word.text) and word.start not in seen.common
    return strange or bool(place_type(word.text) or first_name(word.text))
