"""The small charts on the Overview's cards."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import (
    NAME_LIMIT,
    NEUTRAL,
    Layered,
    faded,
    pick,
    source_colours,
    tone_name,
    tone_scale,
    type_scale,
)

MOST = 5
LEAST = 0.25
"""The course is at least this high, so that a nearly level tone looks level."""
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


def course(paragraphs: pd.DataFrame) -> Layered:
    """The tone of the body as one line about zero without axes, beside the figure it explains.

    As high as its own extremes, so that a calm article still shows where it moves.
    """
    most = max(LEAST, float(paragraphs["compound"].abs().max()))
    zero = alt.Chart(pd.DataFrame({"zero": [0.0]})).mark_rule(
        color=NEUTRAL, strokeDash=[2, 3], opacity=0.7
    )
    line = (
        alt.Chart(paragraphs)
        .mark_line(color=NEUTRAL, strokeWidth=2, interpolate="monotone")
        .encode(
            alt.X("number:Q", axis=None).scale(nice=False, zero=False),
            alt.Y("compound:Q", axis=None).scale(domain=[-most, most], nice=False),
            description=alt.value("Tone from the first paragraph to the last"),
        )
    )
    drawn: Layered = alt.layer(zero.encode(alt.Y("zero:Q", axis=None)), line)
    return drawn.properties(height=64).configure_view(stroke=None)


def small_names(entities: pd.DataFrame) -> alt.Chart:
    """The most-named entities, from the entity table."""
    chosen = pick("entity")
    data = entities[entities["count"] > 0].head(MOST)
    return (
        alt.Chart(data, title="Named most", height=HEIGHT)
        .mark_bar(cursor="pointer")
        .encode(
            alt.Y("name:N").sort(None).title(None).axis(labelLimit=NAME_LIMIT),
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
            alt.Y("name:N").sort(None).title(None).axis(labelLimit=NAME_LIMIT),
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
