"""The words of a paragraph as names are read from them, and what the article shows of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from analysis.lexicon import Pattern, is_ordinary, key, word_group, word_list
from analysis.records import Article, Paragraph

_WORD = Pattern(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., D.C., U.S.A
    r"|[^\W\d_]\.[^\W\d_]\b"  # U.S without its last stop
    r"|\b{written short with a stop}\."
    r"|\b[A-Z]\.(?=\s+[A-Z])"  # the initial in “Nicole J. Karlis”
    r"|[@#]?\w+(?:[-‐'’.]\w+|&\w+)*"
    r"|&|[^\w\s]"
)
_CONTRACTED = re.compile(r"['’](?:m|ve|d|ll|re)$|n['’]t$")
_POSSESSIVE = re.compile(r"['’][sS]$")
_BEFORE_HYPHEN = Pattern(r"{before a hyphen}[-‐](?=[A-Z])", re.I)
_LEANING = re.compile(r"(?:pro|anti)[-‐]", re.I)
_AFTER_HYPHEN = re.compile(r"(?<=\w)[-‐]([a-z]{3,})$")
_OPENS = frozenset("\"“‘'([*•–—-…")
_ENDS = frozenset(".!?:")
REMEMBERED = 30_000
"""Different words whose letters are looked at once; most of an article's recur."""
HEADING_SHARE = 0.7  # of the long words of a line begin with a capital: capitals say nothing


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text; ``opens`` where a capital proves nothing: it begins a sentence."""

    text: str
    start: int
    end: int
    opens: bool = False
    possessive: bool = False

    @property
    def low(self) -> str:
        """In small letters."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Whether it can be part of a name by its letters alone."""
        return _is_capital(self.text)


@lru_cache(maxsize=REMEMBERED)
def _is_capital(text: str) -> bool:
    if _CONTRACTED.search(text):
        return False  # “I'm”, “We've”
    bare = text.lstrip("@#")
    if bare[1:2] == "-" and bare[2:] in word_group("after a letter and a hyphen"):
        return False  # “T-shirt”
    return bare[:1].isupper() or (any(c.isupper() for c in bare[1:]) and bare[:1].isalpha())


Run = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the whole article shows about a word: capital inside sentences, small letters."""

    inside: Counter[str]
    small: Counter[str]
    heading: bool = False
    common: frozenset[int] = frozenset()
    """Where the language model sees a word that is no proper noun, by its first character."""
    people: frozenset[int] = frozenset()
    """Where it sees somebody's whole name begin, so that “Will” and “May” can be first names."""
    persons: frozenset[int] = frozenset()
    """Where the words of such names stand: all there is to go by in a line of capitals."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is left: a name, or a nationality word that is none."""

    words: Run
    people: bool = False

    @property
    def text(self) -> str:
        """Its words with single spaces, for the lists."""
        return " ".join(w.text for w in self.words)


def read_words(article: Article, paragraph: Paragraph, starts: frozenset[int]) -> list[Word]:
    """The words and marks of a paragraph; possessive endings cut off and remembered."""
    words: list[Word] = []
    opens = True
    for found in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end):
        raw, at = found.group(), found.start()
        head, tail, owns = _trim(raw)
        text, start, end = raw[head:tail], at + head, at + tail
        first = opens or at in starts
        words.append(Word(text, start, end, first, owns))
        listing = text == ")" and len(words) > 1 and len(words[-2].text) == 1  # “b) Refusing”
        mark = text in "'`" and (
            start == 0 or article.text[start - 1].isspace()
        )  # none that elides
        opens = text in _ENDS or (first and text in _OPENS) or text in '"“‘]' or listing or mark
    return words


@lru_cache(maxsize=REMEMBERED)
def _trim(text: str) -> tuple[int, int, bool]:
    """Where the name in a word begins and ends, and whether a possessive was cut off.

    “Obama's”, “Scientology-related” and “pro-Russia” hold Obama, Scientology and Russia.
    """
    end = len(text)
    tail = _POSSESSIVE.search(text)
    if tail and tail.start():
        end = tail.start()
        text = text[:end]
    head = _BEFORE_HYPHEN.match(text)
    if head:
        if text[0].isupper() and not _LEANING.match(text):
            return 0, end, tail is not None  # “Trans-Calder” is one name, “Pro-Calder” none
        return head.end(), end, True
    after = _AFTER_HYPHEN.search(text)
    if after and text[:1].isupper() and "-" not in text[: after.start()] and after.start() > 1:
        plain = len(after.group(1)) > 3 and is_ordinary(after.group(1))
        if plain or after.group(1) in word_group("endings after a hyphen"):
            return 0, end - len(after.group()), True
    return 0, end, tail is not None


def is_heading(words: list[Word]) -> bool:
    """Whether nearly all long words have capitals, so that capitals mark no names."""
    long = [w for w in words if w.text.isalpha() and len(w.text) > 3]
    if len(long) < 3:
        return False
    if words[-1].text in ".!?" and not all(w.text.isupper() for w in long):
        return _title_case(words)
    return sum(w.capital for w in long) >= HEADING_SHARE * len(long)


def _title_case(words: list[Word]) -> bool:
    """A headline with a full stop: “Farrow Was Late As She Left.”, capitals on “Was” and “As”."""
    spoken = [w for w in words if w.text.isalpha()]
    odd = [w for w in spoken if w.text.istitle() and not w.opens and is_function_word(w)]
    return any(w.low != "the" for w in odd) and sum(
        w.capital for w in spoken
    ) >= HEADING_SHARE * len(spoken)


def inside_names(paragraphs: Sequence[list[Word]]) -> Counter[str]:
    """How often each word stands with a capital where no sentence begins, by key.

    Words side by side are counted as pairs too (“port ellery”), for lines in capitals.
    """
    seen: Counter[str] = Counter()
    for words in paragraphs:
        if not is_heading(words):
            seen.update(key(w.text) for w in words if w.capital and not w.opens)
            seen.update(
                pair_key(a, b)
                for i, (a, b) in enumerate(pairwise(words))
                if a.capital and b.capital and not b.opens and adjoin(words, i)
            )
    return seen


def pair_key(left: Word, right: Word) -> str:
    """Two words that stand together, as they are counted."""
    return f"{key(left.text)} {key(right.text)}"


def small_words(paragraphs: Sequence[list[Word]]) -> Counter[str]:
    """How often the article itself writes each word with a small letter."""
    return Counter(w.text for words in paragraphs for w in words if w.text.islower())


def is_function_word(word: Word) -> bool:
    """Whether it is “The”, “He” or the like, and no abbreviation in capitals."""
    return word.low in word_list("small_words") and not (word.text.isupper() and len(word.text) > 1)


def adjoin(words: list[Word], i: int) -> bool:
    """Whether nothing but one space stands between two words, and no possessive ends the first."""
    return words[i + 1].start - words[i].end <= 1 and not words[i].possessive
