"""What a line of an exported library holds, checked as strictly as an upload before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.corrections import check_correction
from analysis.intake import LIMITS
from analysis.records import Article, Correction, Paragraph, Span
from library.articles import DESCRIPTION
from library.codec import decode
from library.labels import checked_label

LONGEST_DESCRIPTION = 10_000
"""Characters of a title, outlet, author, date or address."""
MOST_LABELS = 1_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article of the file with what belongs to it."""

    article: Article
    corrections: tuple[Correction, ...]
    collections: tuple[str, ...]
    tags: tuple[str, ...]


def incoming(record: dict[str, Any]) -> Incoming:
    """The article of a line; ``ValueError`` (or ``TypeError``, ``KeyError``) where it is none."""
    article = _article(record)
    made = tuple(decode(Correction, c) for c in record.get("corrections", []))
    for correction in made:
        check_correction(correction, len(article.text))
    named = (_labels(record.get(kind, [])) for kind in ("collections", "tags"))
    return Incoming(article, made, *named)


def _article(record: dict[str, Any]) -> Article:
    described: dict[str, Any] = {name: record.get(name) for name in (*DESCRIPTION, "file")}
    text = record["text"]
    given = [v for v in described.values() if v is not None]
    if not all(isinstance(v, str) for v in [text, *given]) or not text.strip():
        raise ValueError("an article is text, described by text")
    if len(text) > LIMITS.text_characters or any(len(v) > LONGEST_DESCRIPTION for v in given):
        raise ValueError("this is more text than an article has")
    paragraphs = tuple(decode(Paragraph, p) for p in record["paragraphs"])
    check_paragraphs(paragraphs, len(text))
    derived = bool(record.get("derived"))  # exports of older versions do not say
    return Article("", text, paragraphs, derived=derived, **described)


def check_paragraphs(paragraphs: Sequence[Paragraph], length: int) -> None:
    """``ValueError`` unless they follow each other inside a text of this length."""
    after = 0
    for index, paragraph in enumerate(paragraphs):
        span: Span = paragraph.span
        if paragraph.index != index or not after <= span.start < span.end <= length:
            raise ValueError("paragraphs must lie inside the text, in order and apart")
        after = span.end


def _labels(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list) or len(values) > MOST_LABELS:
        raise ValueError("labels are a list of names")
    return tuple(checked_label(v) for v in values)
