"""Paragraphs in capitals, and words shouted inside others, in the letters a newspaper would use.

Every list and network knows names by their capitals; where all is in capitals nothing stands
out. ``quieted`` gives a copy of the same length, so every place in it is one in the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from analysis.lexicon import first_name, is_ordinary, is_title, word_group, word_list, word_table
from analysis.records import Span
from analysis.text.turns import LEAD

_WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
_LABEL = re.compile(
    rf"{LEAD}[A-Z][A-Z .,'’()-]{{1,60}}:[*_]{{0,3}}\s"
)  # of a turn: who speaks is written so
_LISTED = re.compile(  # “ROOK, Per, 51”: the lists of courts, surname first
    r"\b(?P<last>[A-Z][A-Z’'-]+), (?P<first>[A-Z][a-z’'-]+)(?: [A-Z][a-z’'-]+){0,2}(?: [A-Z]\.?)?"
    r"(?=(?P<age>,? (?:\(?\d\d\)?(?!\d)|aged\b))|[,;.:]| (?:and|of|was|has|is)\b)"
)
_STARTS = re.compile(r"(?:^|(?<![A-Z]\.[A-Z])[.!?:]\s|[“\"]|\n)\W*$")
SHARE = 0.9
"""Of a paragraph's letters that are capitals: the rest are the Mc and the s of a plural."""
FEWEST = 6
"""Words of a paragraph in capitals; fewer are a heading."""
LONG = 4
"""Letters of a shouted word inside a paragraph; shorter ones are mostly short names."""


def quieted(text: str, paragraphs: Sequence[Span]) -> str:
    """The text with its shouted words in small letters and shouted names with capitals.

    >>> text = "THE HARBOUR OPENS ON FRIDAY, MAYOR IDA VOSS SAID."
    >>> quieted(text, [Span(0, len(text))])
    'The harbour opens on Friday, Mayor Ida Voss said.'
    """
    pieces, at = [], 0
    listed = {m["last"] for m in _LISTED.finditer(text) if _could_list(m)}
    for span in paragraphs:
        label = _LABEL.match(text, span.start, span.end)
        words = list(_WORD.finditer(text, label.end() if label else span.start, span.end))
        loud = [m for m in words if len(m[0]) > 1 and m[0].isupper()]
        if not loud:
            continue
        edits = _whole(text, span, words) if _is_shouted(words) else _single(words, listed)
        for start, new in edits:
            pieces += [text[at:start], new]
            at = start + len(new)
    return "".join([*pieces, text[at:]]) if pieces else text


def _is_shouted(words: list[re.Match[str]]) -> bool:
    letters = [c for m in words for c in m[0] if c.isalpha()]
    return len(words) >= FEWEST and sum(c.isupper() for c in letters) >= SHARE * len(letters)


def _could_list(found: re.Match[str]) -> bool:
    """Whether what stands behind the comma is somebody's first name, or an age follows it."""
    first = found["first"]
    if first.lower() in word_list("calendar_words"):
        return False
    return bool(found["age"] or first_name(first))


def _single(words: list[re.Match[str]], listed: set[str]) -> Iterator[tuple[int, str]]:
    """“she was TIRED of it”, “‘I'm done,’ SHE SAID”: common words between others."""
    for i, match in enumerate(words):
        beside = [words[j][0] for j in (i - 1, i + 1) if 0 <= j < len(words)]
        alone = not any(w.isupper() and len(w) > 1 and not _is_common(w) for w in beside)
        long = len(match[0]) >= LONG or any(w.isupper() and len(w) >= LONG for w in beside)
        if (
            match[0] not in listed
            and match[0].isupper()
            and alone
            and long
            and _is_common(match[0])
        ):
            yield match.start(), match[0].lower()


def _whole(text: str, span: Span, words: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """A paragraph that is all in capitals."""
    surnames: set[str] = set()
    shown = [m[0] for m in words]
    for i, match in enumerate(words):
        word, before = match[0], shown[i - 1] if i else ""
        if _is_first(before, shown[i - 2] if i > 1 else "") and _could_be_surname(word):
            surnames.add(word)
        after = shown[i + 1] if i + 1 < len(shown) else ""
        new = word.lower() if _is_small(word, before, after, surnames) else _capital(word)
        if not i or _STARTS.search(text, max(span.start, match.start() - 6), match.start()):
            new = new[:1].upper() + new[1:]
        if len(new) == len(word):
            yield match.start(), new


def _is_small(word: str, before: str, after: str, surnames: set[str]) -> bool:
    low = word.lower()
    if word in surnames or _is_date(low, before.lower()):
        return False
    if low in word_list("small_words"):  # “THE WHO”, but “the nurse, WHO IS 54”
        return low != "i" and not (word in word_table("acronyms") and before == "THE")
    if first_name(low) and (is_title(before.lower()) or (after and not _is_common(after))):
        return False
    if is_title(low):
        return not after or _is_common(after)
    if low in word_list("organisation_words") or low in word_table("body_nouns"):
        return not before or _is_common(before)
    return not low.startswith(("i'", "i’")) and _is_common(word)


def _is_date(low: str, before: str) -> bool:
    return low in word_list("calendar_words") and (
        low != "may" or before in word_group("before a month")
    )


def _is_common(word: str) -> bool:
    """A word that newspapers write small and that is no short name of a body."""
    low = word.lower()
    return low in word_list("small_words") or (
        is_ordinary(word) and word not in word_table("acronyms")
    )


def _is_first(word: str, before: str) -> bool:
    return bool(first_name(word)) and (not _is_common(word) or is_title(before.lower()))


def _could_be_surname(word: str) -> bool:
    low = word.lower()
    return low not in word_list("small_words") and low not in _reporting()


@cache
def _reporting() -> frozenset[str]:
    return frozenset(f for row in word_table("reporting_verbs").values() for f in row[0].split())


def _capital(word: str) -> str:
    known = word in word_table("acronyms") or "." in word
    return word if known or (len(word) <= 3 and not first_name(word)) else word.capitalize()
