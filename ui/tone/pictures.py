"""The Tone page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import Analysis, Article
from analysis.records import Scorer, Sentiment
from analysis.tables import course as course_tables
from analysis.tables import grouped, in_columns, tone_columns, tone_who
from analysis.tables import tone as tables
from analysis.tone import describe_tone, name_tone, score_sentiment
from charts import tone as charts
from ui import state
from ui.cache import once
from ui.filters import Pairs, naming
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
    return once(_scored, analysis, scorer, words) if words else analysis


def _scored(analysis: Analysis, scorer: Scorer, words: Overrides) -> Analysis:
    return replace(analysis, sentiment=scored_again(analysis, scorer, words))


def scored_by(scorer: Scorer, words: Overrides) -> str:
    """ "plain VADER with 2 words of your own"."""
    by = "the news-tuned scorer" if scorer == "news" else "plain VADER"
    return f"{by} with {count(len(words), 'word')} of your own" if words else by


def paragraph_bars(
    analysis: Analysis, paragraphs: pd.DataFrame, sentences: pd.DataFrame, by: str
) -> None:
    """A bar for each body paragraph with its sentences as dots; for columns of them if many."""
    article, chosen = analysis.article, state.selection().paragraph
    mean = float(sentences["compound"].mean())
    columns = once(tone_columns, paragraphs, article)
    dots = once(_dots, sentences, article)
    many = grouped(article)
    show(
        once(charts.tone_bars, columns, once(_none, dots) if many else dots),
        key="tone_bars",
        table=columns if many else paragraphs,
        picks="paragraph",
        alt=f"{count(len(paragraphs), 'paragraph')}; mean of sentences {describe_tone(mean)}.",
        how="Each bar is an equal share of the words: the mean of its sentences. Choose one to see "
        "its paragraphs below."
        if many
        else f"Bar: mean of the paragraph's sentences; dot: one sentence; by {by}.",
    )
    if many and chosen is not None:
        _detail(*once(_column_of, chosen, paragraphs, dots, article))


def _dots(sentences: pd.DataFrame, article: Article) -> pd.DataFrame:
    """The sentences of the body, each with the column it stands in."""
    return in_columns(sentences[sentences["number"] > 0], article)


def _none(table: pd.DataFrame) -> pd.DataFrame:
    return table.head(0)


def _column_of(
    chosen: int, paragraphs: pd.DataFrame, dots: pd.DataFrame, article: Article
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The paragraphs of the column in which the chosen one stands, and their sentences."""
    body = in_columns(paragraphs[paragraphs["number"] > 0], article)
    at = body.loc[body["paragraph"] <= chosen, "column_paragraph"]
    column = at.iloc[-1] if len(at) else None
    inside, within = (t[t["column_paragraph"] == column] for t in (body, dots))
    inside, within = (t.assign(label=t["number"].astype("str")) for t in (inside, within))
    return inside, within


def _detail(inside: pd.DataFrame, within: pd.DataFrame) -> None:
    """The paragraphs of one column, each by itself."""
    if inside.empty:
        return
    show(
        once(charts.tone_bars, inside, within),
        key="tone_detail",
        table=once(_without_columns, inside),
        picks="paragraph",
        alt=f"Paragraphs {inside['number'].min()} to {inside['number'].max()}, one by one.",
        how=f"Paragraphs {inside['number'].min()} to {inside['number'].max()}, one by one.",
    )


def _without_columns(inside: pd.DataFrame) -> pd.DataFrame:
    return inside.drop(columns=["column_paragraph", "label"])


def both_scorers(analysis: Analysis, scorer: Scorer, words: Overrides) -> None:
    """Each paragraph by the scorer that is on and by the other."""
    both = once(_both, analysis, scorer, words)
    show(
        once(charts.two_scorers, both),
        key="tone_both",
        table=both,
        picks="paragraph",
        alt="Tone of each paragraph by plain VADER and by the news-tuned scorer.",
        how="Long lines are paragraphs where names or news words mislead plain VADER.",
    )


def _both(analysis: Analysis, scorer: Scorer, words: Overrides) -> pd.DataFrame:
    other = scored_again(analysis, "plain" if scorer == "news" else "news", words)
    both = in_columns(tables.compare_scorers(analysis, analysis.sentiment, other), analysis.article)
    return mean_by(both, ["column_paragraph", "label", "scorer"])


def course(analysis: Analysis, sentences: pd.DataFrame, band: float) -> None:
    """The smoothed course of tone, and how the scores are spread."""
    arc, many = once(_arc, sentences), grouped(analysis.article)
    n = len(arc)
    if many:
        arc = once(course_tables.arc_columns, arc, analysis.article, band=band)
    if len(arc) > 2:
        show(
            once(charts.tone_arc, arc),
            key="tone_arc",
            table=arc,
            picks="paragraph",
            alt="The smoothed course of tone from the first sentence to the last.",
            how="Line: the mean of each sentence and its neighbours, the near ones counting most "
            f"(about a fifth of the {count(n, 'sentence')}); dots: "
            + ("the mean of each column of paragraphs." if many else "the sentences."),
        )
    spread = once(_spread, sentences, tuple(state.filters().items()), band)
    show(
        once(charts.tone_distribution, spread),
        key="tone_distribution",
        table=spread[["low", "high", "sentences", "show"]],
        picks="show",
        alt="How many sentences there are at each score.",
        how=f"{count(len(sentences), 'sentence')} in steps of 0.1; a step is grey where it lies "
        f"within ±{band:.2f}.",
    )


def _arc(sentences: pd.DataFrame) -> pd.DataFrame:
    return course_tables.tone_arc(sentences[sentences["number"] > 0].reset_index(drop=True))


def _spread(sentences: pd.DataFrame, on: Pairs, band: float) -> pd.DataFrame:
    """How many sentences there are at each score, each row with what it leads to."""
    spread = course_tables.tone_spread(sentences, band=band)
    led = [
        naming("sentences", dict(on), score=f"{low:g}..{high:g}")
        for low, high in zip(spread["low"], spread["last"], strict=True)
    ]
    return spread.assign(show=pd.Series(led, index=spread.index, dtype="str"))


def whose_tone(analysis: Analysis, band: float) -> None:
    """The writer against attributed words, the headline against the body, source by source."""
    tone = analysis.sentiment
    voices = once(_voices, analysis, band)
    show(
        once(charts.writer_and_attributed, voices),
        key="tone_voices",
        table=voices,
        picks="paragraph",
        alt="The tone of the writer's words and of attributed words in each paragraph: "
        f"{describe_tone(tone.writer)} against {describe_tone(tone.quoted)} overall.",
        how="Mean of the sentences that are mostly the writer's, and of those mostly quoted. An "
        "empty cell: no such sentence there.",
    )
    points = once(_points, analysis, band)
    if len(points) == 2:
        show(
            once(charts.headline_and_body, points),
            key="tone_headline",
            table=points,
            picks="show",
            alt=f"Headline {describe_tone(tone.headline)}; body {describe_tone(tone.article)}.",
            how="Headline: mean of its sentences; body: mean of all body sentences.",
        )
    sources = once(tone_who.tone_sources, analysis, band=band)
    if len(sources):
        show(
            once(charts.tone_of_sources, sources),
            key="tone_sources",
            table=sources,
            picks="source",
            alt="Mean tone of the words of each source.",
            how="Mean score of the parts of sentences credited to each source. It is the tone of "
            "what is said, not an opinion of the source. The twelve most heard are drawn.",
        )


def _voices(analysis: Analysis, band: float) -> pd.DataFrame:
    voices = in_columns(tables.tone_voices(analysis, band=band), analysis.article)
    voices = mean_by(voices, ["column_paragraph", "label", "voice"])
    return voices.assign(tone=[name_tone(c, band) for c in voices["compound"]])


def _points(analysis: Analysis, band: float) -> pd.DataFrame:
    points = tables.headline_and_body(analysis, band=band)
    return points.assign(show=[f"sentences;part:{p}" for p in points["part"]])


def toward_names(analysis: Analysis, band: float) -> None:
    """The tone toward the most named."""
    targets = once(tone_who.tone_targets, analysis, band=band)
    if targets.empty:
        st.info("No person, place or body is named in the sentences.")
        return
    show(
        once(charts.tone_toward, targets),
        key="tone_toward",
        table=targets,
        picks="entity",
        alt="Tone toward the most named people, places and bodies.",
        how="Filled: tone toward the name, by a model that weighs the words on either side of it; "
        "ring: tone of the sentences it stands in. The model agrees with human readers in about "
        "two sentences of three: read single ones before you quote a number.",
    )


def mean_by(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The mean score in each group; ``paragraph`` and ``number`` are the first of its column."""
    means = table.groupby(keys, sort=False, as_index=False).agg(
        compound=("compound", "mean"), number=("number", "first")
    )
    return means.rename(columns={"column_paragraph": "paragraph"})
