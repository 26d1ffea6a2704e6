"""What quotation marks are for: speech, a few words of it, a title, a nickname, so-called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from analysis.lexicon import Pattern, word_group, word_list
from analysis.records import Span

Kind = Literal["speech", "fragment", "title", "nickname", "scare"]

UTTERANCE_WORDS = 5  # fewer words without a sentence's punctuation are a fragment
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_END = re.compile(r"[,.;:?!…—–-]\W*$")


def kind_of(text: str, spans: tuple[Span, ...]) -> Kind:
    """What the marks are for, as far as the words between and beside them tell."""
    words = _WORD.findall(text[spans[0].start : min(spans[0].end, spans[0].start + 400)])
    held = text[spans[0].start + 1 : spans[-1].end].strip("\"“”„‟«»'’`‘ ")
    before = text[max(0, spans[0].start - 40) : spans[0].start].split("\n")[-1]
    after = text[spans[-1].end : spans[-1].end + 30].split("\n")[0]
    if len(spans) > 1:
        return "speech"
    short = len(words) < UTTERANCE_WORDS
    ended = bool(_END.search(text[max(spans[0].start, spans[-1].end - 3) : spans[-1].end]))
    if _is_nickname(words, before, after):
        return "nickname"
    if _is_title(words, before, ended):
        return "title"
    if short and _SO_CALLED.search(before):
        return "scare"
    if held[:1].islower() and (short or not ended):
        return "fragment"
    return "fragment" if short and not ended else "speech"


_CAPITAL_LAST = re.compile(r"[A-Z][\w.’'-]*\s*$")
_CAPITAL_FIRST = re.compile(r"\s*[A-Z][a-z]+")
_CALLED = re.compile(r"(?:nicknamed|known as|a\.?k\.?a\.?|dubbed|alias)\s*,?\s*$", re.I)
_SO_CALLED = Pattern(r"{called so}\s*(?:an?|the)?\s*$", re.I)
_TITLED = re.compile(r"\b(?:titled|entitled|headlined|captioned)\s*$", re.I)
_LAST_WORD = re.compile(r"([^\W_]+)\W*$")


def _is_nickname(words: Sequence[str], before: str, after: str) -> bool:
    """``Rafe “Shorty” Tolland``, ``known as “the Baron”``: part of a name."""
    if not words or len(words) > 3:
        return False
    if _CALLED.search(before):
        return True
    between = _CAPITAL_LAST.search(before) and _CAPITAL_FIRST.match(after)
    return bool(between) and words[-1][0].isupper()


def _is_title(words: Sequence[str], before: str, ended: bool) -> bool:
    """``the book “A Winter Abroad”``: capitals throughout, or a word for a work before it."""
    if not words:
        return False
    if _TITLED.search(before):
        return True
    small = word_group("title words")
    main = [w for w in words if w.lower() not in small]
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in main)
    cased = len(words) > 1 and capitals == len(main) >= 1
    named = _LAST_WORD.search(before)
    if (
        named
        and named[1].lower() in word_list("works")
        and not before.rstrip().endswith((",", ":"))
    ):
        return cased or (capitals * 2 >= len(main) and not ended)
    return cased and len(main) >= 3 and len(words) <= 14 and not ended
