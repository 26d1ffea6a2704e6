"""Analyses that find nothing, for tests of what the store does with them."""

from __future__ import annotations

from typing import Any

from analysis.reading import corrected_article
from analysis.records import (
    DEFAULT_SCORER,
    Analysis,
    Article,
    Correction,
    Scorer,
    Sentiment,
    Tagged,
)


def bare(
    article: Article, *, scorer: Scorer = DEFAULT_SCORER, corrections: tuple[Correction, ...] = ()
) -> Analysis:
    """An analysis that found nothing: quick to make, and the store does not mind."""
    tagged = Tagged((), (), (), (), "none")
    tone = Sentiment(scorer, (), (), None, None, None, None)
    return Analysis(article, tagged, (), (), (), (), (), tone, corrections)


class Counting:
    """Makes bare analyses, counting how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, article: Article, **options: Any) -> Analysis:
        self.asked.append(article.id)
        corrected = corrected_article(article, options.get("corrections", ()))[0]
        return bare(corrected, **options)
