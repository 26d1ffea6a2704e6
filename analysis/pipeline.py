"""From an article to everything known about it, one stage after the other."""

from __future__ import annotations

from analysis.attribution import find_attributions
from analysis.entities import link_entities
from analysis.language import tag_text
from analysis.names import find_mentions
from analysis.records import DEFAULT_SCORER, Analysis, Article, Correction, Scorer
from analysis.sources import name_sources, split_voices
from analysis.tone import score_sentiment


def analyze(
    article: Article, *, scorer: Scorer = DEFAULT_SCORER, corrections: tuple[Correction, ...] = ()
) -> Analysis:
    """Annotate an article; each line needs only the lines above it."""
    tagged = tag_text(article)
    mentions = find_mentions(article, tagged)
    entities, lost_names = link_entities(article, tagged, mentions, corrections)
    attributions, lost_statements = find_attributions(article, tagged, entities, corrections)
    sources, credits = name_sources(article, tagged, attributions, entities, corrections)
    voices = split_voices(article, attributions, credits)
    sentiment = score_sentiment(article, tagged, voices, scorer=scorer)
    return Analysis(
        article,
        tagged,
        entities,
        attributions,
        credits,
        sources,
        voices,
        sentiment,
        corrections,
        lost_names + lost_statements,
    )
