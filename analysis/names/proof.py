"""Whether what is left of a run of capitals is a name: no title, month or ordinary noun."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.lexicon import (
    first_name,
    is_country,
    is_firm,
    is_listed_outlet,
    is_ordinary,
    is_title,
    key,
    known_type,
    place_type,
    word_list,
)
from analysis.names.words import Evidence, Run, Word


def text_of(run: Run) -> str:
    """The words with single spaces."""
    return " ".join(w.text for w in run)


def is_listed(run: Run) -> bool:
    """Whether a list holds the run as it stands."""
    return _is_listed(text_of(run))


@lru_cache(maxsize=10_000)
def _is_listed(text: str) -> bool:
    listed = place_type(text) or is_listed_outlet(text) or known_type(text)
    return bool(listed or is_country(text) or is_firm(text))


def is_name(run: Run, seen: Evidence) -> bool:
    """Whether what is left can be a name: no title, month or capitalised ordinary noun."""
    text = text_of(run)
    word: Word = run[0]
    if is_listed(run) and text.lower() not in word_list("not_names"):
        return not (
            word.opens
            and len(run) == 1
            and is_ordinary(word.text)
            and not (place_type(text) or seen.inside[key(text)])
        )
    if text.casefold() in word_list("not_names") or is_title(text) or SEAT.fullmatch(text):
        return False
    if len(run) == 1:
        return _single(word, seen)
    return not all(
        w.low in word_list("not_names") or w.low in word_list("small_words") for w in run
    )


SEAT = re.compile(
    r"(?:[DRI]|Lab|Con|LD|SNP|Ind)-[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}"
)  # “Ann Bree (D-Ohio)”: a party and a state
_ROMAN = re.compile(r"[IVX]{2,}")


def _stressed(word: Word) -> bool:
    """“UNLESS”, “HUGE”: capitals for stress on a word the article also has in small letters."""
    return word.text.isupper() and len(word.text) > 2 and is_ordinary(word.text)


_BELIEF = re.compile(r"(?:isms?|phobia)$")


def _single(word: Word, seen: Evidence) -> bool:
    if word.low in word_list("small_words") and not is_shouted(word, seen):
        return False
    if word.text.endswith("s") and is_country(word.text[:-1]):
        return False  # “the two Koreas”
    common = word.low in seen.small or (word.start in seen.common and not seen.heading)
    if _ROMAN.fullmatch(word.text) or (common and _stressed(word)):
        return False
    if len(word.text) < 2 or word.text[0].isdigit() or _BELIEF.search(word.text):
        return False
    if word.text.startswith("@") or not any(c.isalpha() for c in word.text):
        return False
    if seen.heading and (word.low in seen.small or is_ordinary(word.text)):
        return False
    known = first_name(word.text) or word.text.isupper() or word.text.startswith("#")
    return bool(known) or not (is_small(word, seen) or is_common(word, seen))


def is_common(word: Word, seen: Evidence) -> bool:
    """“Institutional recipients …”: begins a sentence, and no proper noun to the model."""
    return word.opens and word.start in seen.common and not seen.inside[key(word.text)]


def is_small(word: Word, seen: Evidence) -> bool:
    """Whether the article writes it with a small letter, and not by a slip."""
    slips = seen.small[word.low]
    return slips > 0 and (is_ordinary(word.text) or seen.inside[key(word.text)] <= slips)


def is_shouted(word: Word, seen: Evidence) -> bool:
    """“WHO”, “US”: capitals throughout, in a line that is not all capitals."""
    return word.text.isupper() and len(word.text) > 1 and not seen.heading
