"""How the tone goes from the first paragraph to the last."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from charts.theme import NEUTRAL, Layered, faded, pick, signed
from charts.tone.parts import by_sign, columns, score_on, with_signs, zero_line

CROWDED = 120
"""Sentences from which single ones are drawn small and faint, so that the line shows."""
SCORERS = {"plain": "plain VADER", "news": "news-tuned"}
SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+.1f')"
"""Zero has no sign."""


def tone_bars(paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> Layered:
    """A bar for each paragraph, its sentences as dots on it; a click picks the paragraph."""
    chosen = pick("paragraph")
    x = columns(paragraphs)
    bars = _bars(with_signs(paragraphs), x, faded(chosen)).add_params(chosen)
    dots = _dots(with_signs(sentences), x, faded(chosen))
    return alt.layer(bars, zero_line(), dots).properties(height=330)


def _bars(paragraphs: pd.DataFrame, x: alt.X, opacity: Any) -> alt.Chart:
    return (
        alt.Chart(paragraphs, title="Tone of each paragraph and its sentences")
        .mark_bar(cursor="pointer")
        .encode(
            x,
            score_on("compound", "Tone, −1 to +1"),
            by_sign(),
            opacity=opacity,
            tooltip=[
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("scored:N", title="Tone"),
                alt.Tooltip("tone:N", title="In words"),
                alt.Tooltip("sentences:Q", title="Sentences"),
                alt.Tooltip("text:N", title="Begins"),
            ],
        )
    )


def _dots(sentences: pd.DataFrame, x: alt.X, opacity: Any) -> alt.Chart:
    return (
        alt.Chart(sentences)
        .mark_circle(size=34, stroke="white", strokeWidth=0.7, cursor="pointer")
        .encode(
            x,
            score_on("compound", "Tone, −1 to +1"),
            color=alt.value("#4a4a4a"),
            opacity=opacity,
            tooltip=[
                alt.Tooltip("scored:N", title="Sentence"),
                alt.Tooltip("text:N", title="Text"),
                alt.Tooltip("because:N", title="Because of"),
            ],
        )
    )


def tone_arc(arc: pd.DataFrame) -> Layered:
    """The smoothed course of tone over the sentences; dots are single ones, or columns of many."""
    chosen = pick("paragraph")
    base = alt.Chart(with_signs(arc), title="The arc, smoothed")
    x = alt.X("order:Q").title("Sentence").axis(tickMinStep=1, format="d")
    x = x.scale(zero=False, nice=False, padding=8)
    tips = [
        alt.Tooltip("label:N", title="Paragraph"),
        alt.Tooltip("order:Q", title="Sentence"),
        alt.Tooltip("sentences:Q", title="Sentences"),
        alt.Tooltip("smooth:Q", title="Smoothed tone", format="+.2f"),
        alt.Tooltip("scored:N", title="Tone here"),
        alt.Tooltip("text:N", title="Begins"),
    ]
    line = base.mark_line(color=NEUTRAL, strokeWidth=2.5, interpolate="monotone").encode(
        x, score_on("smooth", "Tone, −1 to +1")
    )
    crowded = len(arc) > CROWDED
    dots = (
        base.mark_circle(size=24 if crowded else 55, opacity=0.3 if crowded else 0.75)
        .encode(x, alt.Y("compound:Q"), by_sign(), tooltip=tips)
        .add_params(chosen)
    )
    return alt.layer(line, zero_line(), dots).properties(height=290)


def tone_distribution(spread: pd.DataFrame) -> alt.Chart:
    """How many sentences there are at each score, in steps of 0.1; a click picks a step's."""
    chosen = pick("show")
    return (
        alt.Chart(spread, title="How the sentences' scores are spread")
        .mark_bar(cursor="pointer", stroke="white", strokeWidth=0.5)
        .encode(
            alt.X("low:Q")
            .scale(domain=[-1.05, 1.05], nice=False)
            .title("Tone, −1 to +1")
            .axis(values=[-1, -0.5, 0, 0.5, 1], labelExpr=SIGNED),
            alt.X2("high:Q"),
            alt.Y("sentences:Q").title("Sentences").axis(tickMinStep=1, format="d"),
            alt.Y2(datum=0),
            by_sign(),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("sentences:Q", title="Sentences"),
                alt.Tooltip("low:Q", title="From", format="+.2f"),
                alt.Tooltip("high:Q", title="To", format="+.2f"),
            ],
        )
        .add_params(chosen)
        .properties(height=240)
    )


def two_scorers(both: pd.DataFrame) -> Layered:
    """Each paragraph's tone by the two scorers, joined by a line."""
    chosen = pick("paragraph")
    data = both.assign(
        scorer=both["scorer"].map(SCORERS).astype("str"),
        scored=pd.Series([signed(c) for c in both["compound"]], index=both.index, dtype="str"),
    )
    base = alt.Chart(data, title="The two scorers side by side").encode(columns(data))
    rules = base.mark_rule(color=NEUTRAL).encode(
        alt.Y("min(compound):Q").title("Tone, −1 to +1"), alt.Y2("max(compound):Q")
    )
    dots = (
        base.mark_point(size=80, color="#7149df", cursor="pointer")
        .encode(
            score_on("compound", "Tone, −1 to +1"),
            alt.Shape("scorer:N")
            .scale(domain=list(SCORERS.values()), range=["circle", "triangle-up"])
            .title("Scorer")
            .legend(orient="top", symbolFillColor=NEUTRAL, symbolStrokeColor=NEUTRAL),
            tooltip=[
                alt.Tooltip("scorer:N", title="Scorer"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("scored:N", title="Tone"),
            ],
        )
        .add_params(chosen)
    )
    return alt.layer(zero_line(), rules, dots).properties(height=300)
