"""The small charts on the Overview's cards."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import NEUTRAL, faded, pick, source_colours, tone_name, tone_scale, type_scale

MOST = 5
HEIGHT = 230
"""Of the whole chart with title and axis, in pixels."""


def small_tone(paragraphs: pd.DataFrame) -> alt.Chart:
    """Tone by body paragraph, from the paragraph table."""
    chosen = pick("paragraph")
    data = paragraphs.assign(tone=paragraphs["compound"].fillna(0.0).map(tone_name))
    return (
        alt.Chart(data, title="Tone by paragraph", height=HEIGHT)
        .mark_bar(cursor="pointer")
        .encode(
            alt.X("number:O").title("Paragraph").axis(labelAngle=0, labelOverlap=True),
            alt.Y("compound:Q").scale(domain=[-1, 1]).title("Tone (−1 to +1)").axis(tickCount=3),
            color=alt.Color("tone:N", scale=tone_scale(), legend=None),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("number:O", title="Paragraph"),
                alt.Tooltip("compound:Q", title="Tone", format="+.2f"),
                alt.Tooltip("text:N", title="Text"),
            ],
        )
        .add_params(chosen)
    )


def course(paragraphs: pd.DataFrame) -> alt.Chart:
    """The tone of the body as one line without axes, beside the figure it explains."""
    return (
        alt.Chart(paragraphs, height=44)
        .mark_line(color=NEUTRAL, strokeWidth=1.5, interpolate="monotone")
        .encode(
            alt.X("number:Q", axis=None),
            alt.Y("compound:Q", axis=None).scale(domain=[-1, 1]),
            description=alt.value("Tone from the first paragraph to the last"),
        )
        .configure_view(stroke=None)
    )


def small_names(entities: pd.DataFrame) -> alt.Chart:
    """The most-named entities, from the entity table."""
    chosen = pick("entity")
    data = entities[entities["count"] > 0].head(MOST)
    return (
        alt.Chart(data, title="Named most", height=HEIGHT)
        .mark_bar(cursor="pointer")
        .encode(
            alt.Y("name:N").sort(None).title(None).axis(labelLimit=130),
            alt.X("count:Q").title("Mentions in the body").axis(tickMinStep=1, format="d"),
            color=alt.Color("type:N", scale=type_scale(), legend=None),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("count:Q", title="Mentions"),
                alt.Tooltip("forms:N", title="As"),
            ],
        )
        .add_params(chosen)
    )


def small_voices(sources: pd.DataFrame) -> alt.Chart:
    """The most-heard sources, from the source table."""
    chosen = pick("source")
    colours = source_colours(sources["source"])
    data = sources[sources["words"] > 0].head(MOST)
    return (
        alt.Chart(
            data.assign(colour=data["source"].map(colours)), title="Heard most", height=HEIGHT
        )
        .mark_bar(cursor="pointer")
        .encode(
            alt.Y("name:N").sort(None).title(None).axis(labelLimit=130),
            alt.X("words:Q").title("Words credited").axis(tickMinStep=1, format="d"),
            color=alt.Color("colour:N", scale=None),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("attributions:Q", title="Statements"),
            ],
        )
        .add_params(chosen)
    )
