"""From an article to everything known about it, one stage after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.attribution import find_attributions
from analysis.entities import link_entities
from analysis.language import tag_text
from analysis.names import find_mentions
from analysis.reading import corrected_article
from analysis.records import (
    DEFAULT_SCORER,
    Analysis,
    Article,
    Correction,
    Entity,
    Mention,
    Scorer,
    Tagged,
)
from analysis.sources import (
    Heard,
    count_credits,
    name_corrected_sources,
    split_voices,
    with_hues,
)
from analysis.text import Smooth, article_quotations, is_smooth, moved, quieted, smooth
from analysis.tone import score_sentiment


@dataclass(frozen=True, slots=True)
class _Read:
    """What the stages say of an article that is tagged, and corrections that no longer apply."""

    entities: tuple[Entity, ...]
    heard: Heard
    lapsed: tuple[Correction, ...]


def analyze(
    article: Article, *, scorer: Scorer = DEFAULT_SCORER, corrections: tuple[Correction, ...] = ()
) -> Analysis:
    """Everything known about an article, every place in it a place in the text as given.

    Where typesetters' marks hide its words (soft hyphens, ligatures, words broken at a line
    end) a smoothed copy is read, and what is found is led back.
    """
    if is_smooth(article.text):
        return read_through(article, scorer, corrections)
    copy = smooth(article.text)
    there = {_there(correction, copy): correction for correction in corrections}
    done = read_through(_copied(article, copy), scorer, tuple(there))
    return _led_back(done, copy, corrected_article(article, corrections)[0], there)


def read_through(article: Article, scorer: Scorer, corrections: tuple[Correction, ...]) -> Analysis:
    """Annotate an article as the reader corrected it; each line needs only the lines above it."""
    text = article.text
    given = replace(article, text=quieted(text, [p.span for p in article.body]))
    article, lost_parts = corrected_article(given, corrections)
    tagged = tag_text(article)
    mentions = find_mentions(article, tagged)
    found = _read(article, tagged, mentions, corrections)
    before = _uncorrected(given, article, tagged, mentions) if corrections else None
    sources = with_hues(found.heard, before, corrections)
    voices = split_voices(article, found.heard.attributions, found.heard.credits)
    article = replace(article, text=text)  # where capitals are loud
    sentiment = score_sentiment(article, tagged, voices, scorer=scorer)
    return Analysis(
        article,
        tagged,
        found.entities,
        found.heard.attributions,
        found.heard.credits,
        sources,
        voices,
        sentiment,
        corrections,
        lost_parts + found.lapsed,
    )


def _read(
    article: Article,
    tagged: Tagged,
    mentions: tuple[Mention, ...],
    corrections: tuple[Correction, ...] = (),
) -> _Read:
    quotations = article_quotations(article)
    entities, lost_names = link_entities(article, tagged, mentions, quotations, corrections)
    attributions, lost_statements = find_attributions(article, tagged, quotations, corrections)
    sources, credits, lost_sources = name_corrected_sources(
        article, tagged, attributions, entities, corrections, quotations=quotations
    )
    lapsed = lost_names + lost_statements + lost_sources
    return _Read(entities, Heard(sources, credits, attributions), lapsed)


def _uncorrected(
    given: Article, article: Article, tagged: Tagged, mentions: tuple[Mention, ...]
) -> Heard:
    """Who speaks where nobody has corrected anything: what the colours go by.

    Tagging, which costs most, is done again only where the reader changed what is read.
    """
    if given.paragraphs != article.paragraphs:
        tagged = tag_text(given)
        mentions = find_mentions(given, tagged)
    return _read(given, tagged, mentions).heard


def _copied(article: Article, copy: Smooth) -> Article:
    paragraphs = tuple(replace(p, span=copy.there(p.span)) for p in article.paragraphs)
    return replace(article, text=copy.text, paragraphs=paragraphs)


def _there(correction: Correction, copy: Smooth) -> Correction:
    other, cue = (s and copy.there(s) for s in (correction.other, correction.cue))
    return replace(correction, target=copy.there(correction.target), other=other, cue=cue)


def _led_back(
    done: Analysis, copy: Smooth, article: Article, given: dict[Correction, Correction]
) -> Analysis:
    """The analysis of the copy as one of the article; words are counted as given."""
    credits = count_credits(article, attributions := moved(done.attributions, copy), done.credits)
    return Analysis(
        article,
        moved(done.tagged, copy),
        moved(done.entities, copy),
        attributions,
        credits,
        moved(done.sources, copy),
        split_voices(article, attributions, credits),
        moved(done.sentiment, copy),
        tuple(given.values()),
        tuple(given[c] for c in done.dropped),
    )
