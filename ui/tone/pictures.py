"""The Tone page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Scorer, Sentiment
from analysis.tables import tone as tables
from analysis.tables import tone_who
from analysis.tone import describe_tone, score_sentiment
from charts import tone as charts
from ui import state
from ui.kit import show
from ui.text import count
from ui.tone.controls import Overrides


def scored_again(analysis: Analysis, scorer: Scorer, words: Overrides) -> Sentiment:
    """The tone by this scorer, the reader's own words before the scorer's."""
    return score_sentiment(
        analysis.article, analysis.tagged, analysis.voices, scorer=scorer, lexicon=words
    )


def with_own_words(analysis: Analysis, scorer: Scorer, words: Overrides) -> Analysis:
    """The analysis with the tone the reader's own words give it; as it is without any."""
    if not words:
        return analysis
    return replace(analysis, sentiment=scored_again(analysis, scorer, words))


def scored_by(scorer: Scorer, words: Overrides) -> str:
    """ "plain VADER with 2 words of your own"."""
    by = "the news-tuned scorer" if scorer == "news" else "plain VADER"
    return f"{by} with {count(len(words), 'word')} of your own" if words else by


def paragraph_bars(paragraphs: pd.DataFrame, sentences: pd.DataFrame, by: str) -> None:
    """A bar for each body paragraph with its sentences as dots."""
    mean = float(sentences["compound"].mean())
    show(
        charts.tone_bars(
            paragraphs[paragraphs["number"] > 0],
            sentences[sentences["number"] > 0],
            paragraph=state.selection().paragraph,
        ),
        key="tone_bars",
        table=paragraphs,
        picks="paragraph",
        alt=f"{count(len(paragraphs), 'paragraph')}; mean of sentences {describe_tone(mean)}.",
        how=f"Bar: mean of the paragraph's sentences; dot: one sentence; by {by}. "
        "Click a bar to open the paragraph in the text.",
    )


def both_scorers(analysis: Analysis, scorer: Scorer, words: Overrides) -> None:
    """Each paragraph by the scorer that is on and by the other."""
    other = scored_again(analysis, "plain" if scorer == "news" else "news", words)
    both = tables.compare_scorers(analysis, analysis.sentiment, other)
    show(
        charts.two_scorers(both),
        key="tone_both",
        table=both,
        picks="paragraph",
        alt="Tone of each paragraph by plain VADER and by the news-tuned scorer.",
        how="Long lines are paragraphs where names or news words mislead plain VADER.",
    )


def course(sentences: pd.DataFrame, band: float) -> None:
    """The smoothed course of tone, and how the scores are spread."""
    arc = tables.tone_arc(sentences[sentences["number"] > 0].reset_index(drop=True))
    if len(arc) > 2:
        show(
            charts.tone_arc(arc),
            key="tone_arc",
            table=arc,
            picks="paragraph",
            alt="The smoothed course of tone from the first sentence to the last.",
            how="Line: a weighted mean of each sentence and its neighbours (Gaussian, "
            f"about a fifth of the {count(len(arc), 'sentence')}); dots: the "
            "sentences themselves.",
        )
    show(
        charts.tone_distribution(sentences),
        key="tone_distribution",
        table=sentences[["number", "compound", "tone", "text", "start", "end"]],
        alt="How many sentences there are at each score.",
        how=f"{count(len(sentences), 'sentence')} in steps of 0.1; grey is within ±{band:.2f}.",
    )


def whose_tone(analysis: Analysis, band: float) -> None:
    """The writer against attributed words, the headline against the body, source by source."""
    tone = analysis.sentiment
    voices = tables.tone_voices(analysis, band=band)
    show(
        charts.writer_and_attributed(voices),
        key="tone_voices",
        table=voices,
        picks="paragraph",
        alt="The tone of the writer's words and of attributed words in each paragraph: "
        f"{describe_tone(tone.writer)} against {describe_tone(tone.quoted)} overall.",
        how="Sentences are cut where the voice changes and each part is scored on its own, "
        "weighed by its share of the sentence's words. An empty cell: no such words there.",
    )
    points = tables.headline_and_body(analysis, band=band)
    if len(points) == 2:
        show(
            charts.headline_and_body(points),
            key="tone_headline",
            table=points,
            alt=f"Headline {describe_tone(tone.headline)}; body {describe_tone(tone.article)}.",
            how="Headline: mean of its sentences; body: mean of all body sentences.",
        )
    sources = tone_who.tone_sources(analysis, band=band)
    if len(sources):
        show(
            charts.tone_of_sources(sources),
            key="tone_sources",
            table=sources,
            picks="source",
            alt="Mean tone of the words of each source.",
            how="Mean over the parts of sentences credited to the source. It is the tone of what "
            "is said, not an opinion of the source. The twelve most heard are drawn.",
        )


def toward_names(analysis: Analysis, band: float) -> None:
    """The tone toward the most named."""
    targets = tone_who.tone_targets(analysis, band=band)
    if targets.empty:
        st.info("No person, place or body is named in the sentences.")
        return
    show(
        charts.tone_toward(targets),
        key="tone_toward",
        table=targets,
        picks="entity",
        alt="Tone toward the most named people, places and bodies.",
        how="Filled: tone toward the name, by a model that weighs the words on either side of it; "
        "ring: tone of the sentences it stands in. The model agrees with human readers in about "
        "two sentences of three: read single ones before you quote a number.",
    )
