"""Runs of words that capital letters mark as a name, and what a sentence's start takes away.

“Executive director of the Dallas chapter, Alia Salem, said” has two runs: Dallas, Alia Salem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
from analysis.records import Article, Paragraph

_ABBREVIATED = (
    "Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Sr|Rev|Hon|Maj|Adm|Cmdr|"
    "Inc|Corp|Ltd|Co|Mt|Ft|Bros|Nov|Dec|Jan|Feb|Aug|Sept|Oct"
)
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., D.C., U.S.A
    r"|[^\W\d_]\.[^\W\d_]\b"  # U.S without its last stop
    rf"|\b(?:{_ABBREVIATED})\."
    r"|\b[A-Z]\.(?=\s+[A-Z])"  # the initial in “Nicole J. Karlis”
    r"|[@#]?\w+(?:[-‐'’.]\w+|&\w+)*"
    r"|&|[^\w\s]"
)
_CONTRACTED = re.compile(r"['’](?:m|ve|d|ll|re)$|n['’]t$")
_POSSESSIVE = re.compile(r"['’][sS]$")
_BEFORE_HYPHEN = re.compile(
    r"(?:anti|non|pro|ex|inter|mid|post|pre|trans|un|all|cross)[-‐](?=[A-Z])", re.I
)
_AFTER_HYPHEN = re.compile(r"(?<=\w)[-‐]([a-z]{3,})$")
_SHORT_ENDINGS = frozenset({"led", "era", "run", "only", "made", "held", "born", "wide"})
_OPENS = frozenset("\"“‘'([*•–—-…")
_ENDS = frozenset(".!?:")
_NUMBER = re.compile(r"\d{1,3}")
_RANKED = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
_PERSON_MIDDLES = frozenset({
    "de", "la", "le", "du", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el",
    "dos", "das", "da", "di", "y",
})  # fmt: skip
_MIDDLES = _PERSON_MIDDLES | {"of", "for", "the", "and", "&", "e", "on"}
_LETTERED = frozenset({"shirt", "shirts", "ray", "rays", "turn", "turns", "mail", "mails"})
LONGEST_RUN = 60  # words: far more than any name has; the cuts cost their square
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
        if _CONTRACTED.search(self.text):
            return False  # “I'm”, “We've”
        bare = self.text.lstrip("@#")
        if bare[1:2] == "-" and bare[2:] in _LETTERED:
            return False  # “T-shirt”
        return bare[:1].isupper() or (any(c.isupper() for c in bare[1:]) and bare[:1].isalpha())


Run = tuple[Word, ...]


def read_words(article: Article, paragraph: Paragraph, starts: frozenset[int]) -> list[Word]:
    """The words and marks of a paragraph; possessive endings cut off and remembered."""
    words: list[Word] = []
    opens = True
    for found in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end):
        start, end, owns = _trim(found.group(), found.start())
        text = article.text[start:end]
        first = opens or found.start() in starts
        words.append(Word(text, start, end, first, owns))
        listing = text == ")" and len(words) > 1 and len(words[-2].text) == 1  # “b) Refusing”
        opens = text in _ENDS or (first and text in _OPENS) or text in '"“‘]' or listing
    return words


def _trim(text: str, start: int) -> tuple[int, int, bool]:
    """Where the name in a word begins and ends, and whether a possessive was cut off.

    “Obama's”, “Scientology-related” and “pro-Russia” hold Obama, Scientology and Russia.
    """
    end = start + len(text)
    tail = _POSSESSIVE.search(text)
    if tail and tail.start():
        end -= len(text) - tail.start()
        text = text[: tail.start()]
    head = _BEFORE_HYPHEN.match(text)
    if head:
        whole = text[0].isupper() and text[1:4].casefold() not in {"ro-", "nti"}
        return start + head.end() * (not whole), end, tail is not None or not whole
    after = _AFTER_HYPHEN.search(text)
    if after and text[:1].isupper() and "-" not in text[: after.start()] and after.start() > 1:
        plain = len(after.group(1)) > 3 and is_ordinary(after.group(1))
        if plain or after.group(1) in _SHORT_ENDINGS:
            return start, end - len(after.group()), True
    return start, end, tail is not None


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
    odd = [w for w in spoken if w.text.istitle() and not w.opens and _function(w)]
    return any(w.low != "the" for w in odd) and sum(
        w.capital for w in spoken
    ) >= HEADING_SHARE * len(spoken)


def inside_names(paragraphs: list[list[Word]]) -> Counter[str]:
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
                if a.capital and b.capital and not b.opens and _adjoin(words, i)
            )
    return seen


def pair_key(left: Word, right: Word) -> str:
    """Two words that stand together, as they are counted."""
    return f"{key(left.text)} {key(right.text)}"


def small_words(paragraphs: list[list[Word]]) -> Counter[str]:
    """How often the article itself writes each word with a small letter."""
    return Counter(w.text for words in paragraphs for w in words if w.text.islower())


def find_runs(words: list[Word]) -> Iterator[Run]:
    """Longest stretches of capitalised words, with small words and numbers inside names."""
    i = 0
    while i < len(words):
        if not _starts_name(words, i):
            i += 1
            continue
        end = _end_of_run(words, i)
        yield tuple(words[i:end])
        i = end


def _starts_name(words: list[Word], i: int) -> bool:
    word = words[i]
    if word.capital:
        money = i + 1 < len(words) and words[i + 1].text in "$£€" and _adjoin(words, i)
        return word.text != "I" and not money  # “US$ 20,000”
    ranked = _RANKED.fullmatch(word.text)
    return bool(ranked) and i + 1 < len(words) and words[i + 1].capital and _ranked_name(words, i)


def _ranked_name(words: list[Word], i: int) -> bool:
    """“2018 Winter Olympics”, “501st Legion”: a number before an event's or a body's name."""
    last = i + 1
    while last + 1 < len(words) and words[last + 1].capital and _adjoin(words, last):
        last += 1
    ends = word_list("event_words")
    if words[i].text.endswith(("st", "nd", "rd", "th")):
        ends = ends | word_list("organisation_words") | {"amendment"}
    return words[last].low in ends and words[last].low != "expo"


def _adjoin(words: list[Word], i: int) -> bool:
    """Whether nothing but one space stands between two words, and no possessive ends the first."""
    return words[i + 1].start - words[i].end <= 1 and not words[i].possessive


def _end_of_run(words: list[Word], start: int) -> int:
    """Index after the last word of the run."""
    i = start + 1
    while i < min(len(words), start + LONGEST_RUN):
        if not _adjoin(words, i - 1) and not _owns(words, i):
            break
        if words[i].opens or (words[i - 1].text.endswith(".") and _function(words[i])):
            break  # “in the U.S. The President …”
        number = _NUMBER.fullmatch(words[i].text) and _numbered(words, start, i)
        if number or (words[i].capital and words[i].text != "I"):
            i += 1
        elif _workers_union(words, i):
            i += 2
        else:
            ahead = _bridge(words, start, i)
            if not ahead:
                break
            i = ahead
    return i


def _workers_union(words: list[Word], i: int) -> bool:
    """“Traders' Association”: a plural's apostrophe before the word of a body."""
    plural = words[i].text in {"'", "’"} and words[i - 1].low.endswith("s")
    close = plural and words[i].start == words[i - 1].end and i + 1 < len(words)
    return close and words[i + 1].capital and words[i + 1].low in word_list("organisation_words")


def _function(word: Word) -> bool:
    """Whether it is “The”, “He” or the like, and no abbreviation in capitals."""
    return word.low in word_list("small_words") and not (word.text.isupper() and len(word.text) > 1)


def _owns(words: list[Word], i: int) -> bool:
    """“Children's Hospital”, “People's Republic”: an ordinary word's possessive inside a name."""
    owner, owned = words[i - 1], words[i]
    plural = owned.text in "'’" and owner.low.endswith("s")
    if plural:
        return False
    close = owned.start - owner.end <= 3
    saint = i >= 2 and words[i - 2].low in {"st", "st.", "saint"}
    thing = is_ordinary(owned.text) or owned.low in word_list("organisation_words")
    plain = is_ordinary(owner.text) and thing  # not “Passion's Wong”
    return close and owner.possessive and owned.capital and (plain or saint)


def _numbered(words: list[Word], start: int, i: int) -> bool:
    """“Internet Explorer 6”, “Movimento 5 Stelle”; not “Sweden 1”, “September 14”, “Kim 2”."""
    before = words[i - 1]
    if before.low in word_list("not_names") or place_type(before.text) or first_name(before.text):
        return False
    if words[start].opens and i - start == 1 and is_ordinary(before.text):
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    if after is None or after.text in ".,;:()'\"”?!" or after.capital:
        return True
    plain = is_ordinary(before.text) and i - start == 1
    return after.low in word_list("small_words") and not plain


def _bridge(words: list[Word], start: int, i: int) -> int:
    """Index after the next capital beyond small words that belong to the name, or 0."""
    j = i
    while j < len(words) and j - i < 3 and words[j].low in _MIDDLES and _adjoin(words, j - 1):
        j += 1
    if j == i or j >= len(words) or not words[j].capital or not _adjoin(words, j - 1):
        return 0
    middle = [w.low for w in words[i:j]]
    left, right = words[start:i], words[j]
    if all(m in _PERSON_MIDDLES for m in middle):
        return j + 1
    if middle[0] in {"of", "for", "on"} and middle[1:] in ([], ["the"]):
        office = left[-1].low in word_list("titles") and middle[1:]
        return j + 1 if not office and _takes_of(left, right, middle[0]) else 0
    if middle in (["and"], ["&"]):
        places = place_type(words[i - 1].text) or place_type(words[j].text)
        joined = middle == ["&"] and not places
        return j + 1 if joined or _takes_and(words, start, i, j) else 0
    return 0


def _takes_of(left: list[Word], right: Word, middle: str) -> bool:
    """“University of Texas” is one name; “Claudia Mo of the Civic Party” is two."""
    last = left[-1].low
    text = " ".join(w.text for w in left)
    if place_type(text) or is_country(text):
        return False
    if last in word_list("titles"):
        return not left[-1].opens or len(left) > 1 or is_ordinary(right.text)
    named = any(first_name(w.text) for w in (left[:-1] or left))
    if named and last not in word_list("organisation_words"):
        return False
    if left[0].opens and len(left) == 1 and middle != "of":
        return False
    strong = last in word_list("organisation_words") or last in word_list("of_heads")
    if left[0].opens and len(left) == 1 and not strong:
        return False
    if middle != "of":
        return last in word_list("organisation_words") or (len(left) > 1 and is_ordinary(last))
    return strong or (
        is_ordinary(last) and not people_of(last) and right.low not in word_list("not_names")
    )


def _takes_and(words: list[Word], start: int, i: int, j: int) -> bool:
    """“Globe and Mail”, “Department of Health and Human Services”; not “Trump and Congress”."""
    whole = " ".join(w.text for w in words[start : j + 1])
    if is_listed_outlet(whole) or known_type(whole) or is_country(whole):
        return True
    end = j
    while end + 1 < len(words) and words[end + 1].capital and _adjoin(words, end):
        end += 1
    longer = " ".join(w.text for w in words[start : end + 1])
    if is_listed_outlet(longer) or known_type(longer) or is_country(longer):
        return True
    inside = any(w.low in {"of", "for", "on"} for w in words[start:i])
    before, after = words[i - 1], words[j]
    plain = is_ordinary(before.text) and is_ordinary(after.text)
    plain = plain or (before.low.endswith("s") and words[end].low.endswith("s") and j == end)
    if place_type(words[j].text) or place_type(words[i - 1].text):
        return False
    if inside and plain:
        return True
    bodies = word_list("organisation_words") | word_list("facility_words")
    halves = i - start == 1 or before.low in bodies  # “Teaching Museum and Art Gallery”
    return plain and words[end].low in bodies and end > j and halves
