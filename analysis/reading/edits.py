"""The reader's corrections of the article itself: the parts paragraphs play, title, outlet, date.

Every correction names a place in the text, which never changes; the latest of a kind counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from analysis.records import Article, Correction, Paragraph, Role

FACTS = frozenset({"title", "outlet", "author", "published", "answers"})
"""Kinds of corrections that are fields of an article."""
READER = "reader"
"""The rule of a part that the reader gave."""


def corrected_article(
    article: Article, corrections: Sequence[Correction]
) -> tuple[Article, tuple[Correction, ...]]:
    """The article as the reader corrected it, and corrections of it that no longer apply.

    Applied twice it gives the same. Corrections of names and statements are left to their stages.
    """
    facts: dict[str, Any] = {}
    paragraphs, lapsed = article.paragraphs, []
    for correction in corrections:
        if correction.kind in FACTS:
            facts[correction.kind] = " ".join(correction.value.split()) or None
        elif correction.kind == "role":
            if not any(correction.target.overlaps(p.span) for p in paragraphs):
                lapsed.append(correction)
            paragraphs = with_role(paragraphs, correction)
    if not facts and paragraphs is article.paragraphs:
        return article, tuple(lapsed)
    return replace(article, paragraphs=paragraphs, **facts), tuple(lapsed)


def with_role(paragraphs: tuple[Paragraph, ...], correction: Correction) -> tuple[Paragraph, ...]:
    """The paragraphs with the part the reader gave to those at the target."""
    role: Role = correction.value  # type: ignore[assignment]  # checked when it was made
    return tuple(
        replace(p, role=role, rule=READER) if correction.target.overlaps(p.span) else p
        for p in paragraphs
    )
