"""What is counted, the same way everywhere. A word is a run between spaces with a letter or digit.

A word belongs to whatever span holds its first letter or digit, so spans that part a
text without gaps also part its words, and counts always add up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.records import COUNTED_ROLES, Article, Entity, Span

_FROM_LETTER = re.compile(r"[^\W_]\S*")
_LETTER = re.compile(r"[^\W_]")
_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"[^\W_][\w’'.&/-]*")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: in lower case without its possessive ending, and where it stands."""

    lower: str
    span: Span
    possessive: bool
    capital: bool


def word_starts(text: str, span: Span) -> list[int]:
    """Where the first letter or digit stands of each word that belongs to the span."""
    own = _first_own_run(text, span)
    return [word.start() for word in _FROM_LETTER.finditer(text, own, span.end)]


def _first_own_run(text: str, span: Span) -> int:
    """Where the span's words begin: behind the run it begins in, if a letter before owns that."""
    if not _LETTER.search(text, span.start, span.end):
        return span.end  # told first: the way back is then no longer than to the last letter
    if not _inside_a_word(text, span.start):
        return span.start
    space = _SPACE.search(text, span.start, span.end)
    return space.start() if space else span.end


def _inside_a_word(text: str, at: int) -> bool:
    """Whether a letter or digit stands before the place, with no space between."""
    for before in range(at - 1, -1, -1):
        if text[before].isspace():
            return False
        if text[before].isalnum():
            return True
    return False


def count_words(text: str, span: Span) -> int:
    """How many words belong to the span.

    >>> text = "Ms. Reyl—the mayor—said: “No.”"
    >>> count_words(text, Span(0, len(text)))
    4
    """
    return len(word_starts(text, span))


def body_words(article: Article) -> int:
    """Words of the body: what is counted."""
    return sum(count_words(article.text, p.span) for p in article.body)


def body_mentions(article: Article, entity: Entity) -> int:
    """An entity's count: its name mentions in the body, nationality adjectives left out."""
    return sum(
        m.kind == "name"
        and not m.adjectival
        and article.paragraphs[m.paragraph].role in COUNTED_ROLES
        for m in entity.mentions
    )


def read_words(text: str, start: int, end: int) -> list[Word]:
    """The words in a range, possessive endings taken off."""
    found = []
    for m in _TOKEN.finditer(text, start, end):
        raw = m.group()
        if len(raw) > 4 and raw.count(".") == 1:
            raw = raw.rstrip(".")
        plain = _POSSESSIVE.sub("", raw)
        if plain:
            span = Span(m.start(), m.start() + len(raw))
            found.append(Word(plain.lower(), span, plain != raw, raw[0].isupper()))
    return found
