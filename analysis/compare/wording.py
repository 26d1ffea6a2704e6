"""What a statement says, reduced to what a second reporter would keep: keys, numbers, yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from analysis.lexicon import lexicon_lines, word_group, word_list

if TYPE_CHECKING:
    from snowballstemmer.english_stemmer import EnglishStemmer

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_PARTS = {"twice": "2", "half": "50", "third": "33", "quarter": "25", "fifth": "20", "tenth": "10"}
"""Parts of a whole as per cent, so that "a fifth" is "20 percent"."""
_SCALES = {"percent", "per", "cent", "pc"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a statement: stems (``fall`` for all of its kin), and what must agree."""

    keys: frozenset[str]
    numbers: frozenset[str]
    calendar: frozenset[str]
    negative: bool
    """Whether an odd number of its words say no."""
    runs: tuple[str, ...]
    """All its words in small letters, in order."""


@lru_cache(maxsize=4_096)  # statements of the articles last compared
def read_wording(text: str) -> Wording:
    """The wording of a statement.

    >>> a, b = read_wording("footfall would collapse by half"), read_wording("Footfall would halve")
    >>> a.keys == b.keys, sorted(a.numbers)
    (True, ['50'])
    """
    words = [w.replace("’", "'").lower().rstrip(".,") for w in _WORD.findall(text)]
    keys: set[str] = set()
    numbers: set[str] = set()
    for word in words:
        if word[0].isdigit() or word in _numbers():
            numbers.add(_numbers().get(word, word.replace(",", "")))
        elif not (word in _SCALES or word in word_group("say little") or _refuses(word)):
            keys |= _keys(word.removesuffix("'s").rstrip("'"))
    if "halv" in keys:  # the group says what it means: fall by half
        keys = keys - {"halv"} | {"fall"}
        numbers.add("50")
    dates = frozenset(w for w in words if w in _days())
    own = frozenset(keys - {_stem(w) for w in dates} - {""})
    return Wording(own, frozenset(numbers), dates, negations(words) % 2 == 1, tuple(words))


def negations(words: Iterable[str]) -> int:
    """How many of the words, in small letters, say no."""
    return sum(_refuses(w) or _un(w) for w in words)


def _refuses(word: str) -> bool:
    return word in word_group("refusals in statements") or word.endswith("n't")


@cache
def _numbers() -> dict[str, str]:
    """Counts by word, in the order of the list, and parts of a whole."""
    counts = lexicon_lines("count_words")
    return {word: str(n) for n, word in enumerate(counts)} | _PARTS


@cache
def _days() -> frozenset[str]:
    """Days, months, seasons; "may" is left out: far oftener it is the verb."""
    seasons = {"spring", "summer", "autumn", "winter"}
    return frozenset(word_list("calendar_words")) - {"may"} | seasons


def _un(word: str) -> bool:
    """ "unsafe": a word that "un" turns round, because the rest is a word of its own."""
    return word.startswith("un") and word[2:] in word_group("turned by un")


def _keys(word: str) -> frozenset[str]:
    if word in word_list("small_words") and word not in _opposed():
        return frozenset()
    return frozenset({_key(word[2:] if _un(word) else word)})


def _key(word: str) -> str:
    """The stem of the word's plain form, or the one that stands for its group."""
    stem = _stem(_plain_forms().get(word, word))
    return _groups().get(stem, stem)


@cache
def _plain_forms() -> dict[str, str]:
    rows = (line.split() for line in lexicon_lines("irregular_forms"))
    return {form: plain for plain, *forms in rows for form in forms}


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@cache
def _stemmer() -> EnglishStemmer:
    # here, not above: it loads the stemmers of thirty languages, which no single article needs
    import snowballstemmer

    made: EnglishStemmer = snowballstemmer.stemmer("english")
    return made


@cache
def _groups() -> dict[str, str]:
    """The stem that stands for a word's group; a word in two groups is of the first."""
    found: dict[str, str] = {}
    for line in lexicon_lines("same_words"):
        head, *rest = line.split()
        for word in (head, *rest):
            found.setdefault(_stem(word), _stem(head))
    return found


@cache
def opposites() -> frozenset[frozenset[str]]:
    """Pairs of keys that cannot both be true of one thing."""
    pairs = (line.split("\t") for line in lexicon_lines("opposite_words"))
    return frozenset(frozenset(map(_key, pair)) for pair in pairs)


@cache
def _opposed() -> frozenset[str]:
    return frozenset(w for line in lexicon_lines("opposite_words") for w in line.split("\t"))
