"""What is counted, the same way everywhere. A word is a run between spaces with a letter or digit.

A word belongs to whatever span holds its first letter or digit, so spans that part a
text without gaps also part its words, and counts always add up.
"""

from __future__ import annotations

import re

from analysis.records import COUNTED_ROLES, Article, Entity, Span

_RUN = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W_]")


def word_starts(text: str, span: Span) -> list[int]:
    """Where the first letter or digit stands of each word that belongs to the span."""
    begin = span.start
    while begin > 0 and not text[begin - 1].isspace():
        begin -= 1  # a span may begin inside a run: the letter before it may own the word
    starts = []
    for run in _RUN.finditer(text, begin):
        if run.start() >= span.end:
            break
        letter = _LETTER.search(text, run.start(), run.end())
        if letter and span.start <= letter.start() < span.end:
            starts.append(letter.start())
    return starts


def count_words(text: str, span: Span) -> int:
    """How many words belong to the span."""
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
