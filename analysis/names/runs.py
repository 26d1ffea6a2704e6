"""Runs of words that capital letters mark as a name, and what a sentence's start takes away.

“Executive director of the Dallas chapter, Alia Salem, said” has two runs: Dallas, Alia Salem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.lexicon import (
    first_name,
    is_country,
    is_listed_outlet,
    is_ordinary,
    known_type,
    people_of,
    place_type,
    word_group,
    word_list,
)
from analysis.names.words import Run, Word, adjoin, is_function_word

_NUMBER = re.compile(r"\d{1,3}")
_RANKED = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
LONGEST_RUN = 60  # words: far more than any name has; the cuts cost their square


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
        money = i + 1 < len(words) and words[i + 1].text in "$£€" and adjoin(words, i)
        return word.text != "I" and not money  # “US$ 20,000”
    ranked = word.text[:1].isdigit() and _RANKED.fullmatch(word.text)
    return bool(ranked) and i + 1 < len(words) and words[i + 1].capital and _ranked_name(words, i)


def _ranked_name(words: list[Word], i: int) -> bool:
    """“2018 Winter Olympics”, “501st Legion”: a number before an event's or a body's name."""
    last = i + 1
    while last + 1 < len(words) and words[last + 1].capital and adjoin(words, last):
        last += 1
    ends = word_list("event_words")
    if words[i].text.endswith(("st", "nd", "rd", "th")):
        ends = ends | word_list("organisation_words") | {"amendment"}
    return words[last].low in ends and words[last].low != "expo"


def _end_of_run(words: list[Word], start: int) -> int:
    """Index after the last word of the run."""
    i = start + 1
    while i < min(len(words), start + LONGEST_RUN):
        if not adjoin(words, i - 1) and not _owns(words, i):
            break
        if words[i].opens or (words[i - 1].text.endswith(".") and is_function_word(words[i])):
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


def _owns(words: list[Word], i: int) -> bool:
    """“Children's Hospital”, “People's Republic”: an ordinary word's possessive inside a name."""
    owner, owned = words[i - 1], words[i]
    plural = owned.text in "'’" and owner.low.endswith("s")
    if plural:
        return False
    close = owned.start - owner.end <= 3
    saint = i >= 2 and words[i - 2].low in word_group("saints")
    body = owned.low in word_list("organisation_words")
    plain = is_ordinary(owner.text) and (body or is_ordinary(owned.text))  # not “Passion's Wong”
    plain = plain or (body and owner.low in word_list("titles"))  # “King's College London”
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
    middles = word_group("person middles") | word_group("name middles")
    j = i
    while j < len(words) and j - i < 3 and words[j].low in middles and adjoin(words, j - 1):
        j += 1
    if j == i or j >= len(words) or not words[j].capital or not adjoin(words, j - 1):
        return 0
    middle = [w.low for w in words[i:j]]
    left, right = words[start:i], words[j]
    if all(m in word_group("person middles") for m in middle):
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
    """“Globe and Mail”, “Ministry of Ports and Inland Canals”; not “Trump and Congress”."""
    whole = " ".join(w.text for w in words[start : j + 1])
    if is_listed_outlet(whole) or known_type(whole) or is_country(whole):
        return True
    end = j
    while end + 1 < len(words) and words[end + 1].capital and adjoin(words, end):
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
