"""Articles beside each other on common scales."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import INDIGO, NAMES, NEUTRAL, Layered, faded, pick, rows_high

VOICE_SHAPES = {
    "whole article": "circle",
    "the writer": "square",
    "those quoted": "diamond",
    "headline": "triangle-up",
}
ROW = 30
SHOWN = 12


def tone_by_voice(tones: pd.DataFrame) -> Layered:
    """A row an outlet, a mark a voice, all on one scale of compound scores."""
    chosen = pick("cell")
    base = alt.Chart(tones, title="Tone by voice, side by side")
    zero = base.mark_rule(color=NEUTRAL, strokeDash=[3, 3]).encode(x=alt.datum(0))
    marks = base.mark_point(filled=True, size=110, color=INDIGO, cursor="pointer").encode(
        alt.X("compound:Q").title("Mean tone (−1 to +1)").scale(domain=[-1, 1]),
        alt.Y("outlet:N").title(None).sort(None).axis(**NAMES),
        alt.Shape("voice:N")
        .scale(domain=list(VOICE_SHAPES), range=list(VOICE_SHAPES.values()))
        .title(None)
        .legend(orient="bottom", columns=2),
        opacity=faded(chosen, full=0.9),
        tooltip=[
            alt.Tooltip("outlet:N", title="Outlet"),
            alt.Tooltip("voice:N", title="Voice"),
            alt.Tooltip("compound:Q", title="Tone", format="+.2f"),
        ],
    )
    layered: Layered = alt.layer(zero, marks.add_params(chosen))
    return layered.properties(height=rows_high(tones["outlet"].nunique(), ROW, legend=2))


def grid(cast: pd.DataFrame, measure: str, title: str, unit: str) -> Layered:
    """A square for each person or body (rows) and outlet (columns); its figure in it.

    ``measure`` is the column that is drawn, ``unit`` what it counts, for key and tooltip. The
    twelve largest over all outlets are drawn. A click picks a square's ``cell``.
    """
    chosen = pick("cell")
    order = cast.groupby("name", sort=False)[measure].sum().sort_values(ascending=False)
    top = list(order[order > 0].index[:SHOWN])
    rows = cast[cast["name"].isin(top) & (cast[measure] > 0)]
    most = float(rows[measure].max()) if len(rows) else 1.0
    base = alt.Chart(rows, title=title).encode(
        alt.X("outlet:N").title(None).sort(None).axis(orient="top", labelAngle=0, labelLimit=120),
        alt.Y("name:N").title(None).sort(top).axis(**NAMES),
    )
    shown = ".0%" if measure == "share" else ",d"
    squares = base.mark_rect(cursor="pointer").encode(
        alt.Opacity(f"{measure}:Q").scale(domain=[0, most], range=[0.12, 0.5]).legend(None),
        color=alt.value(INDIGO),
        stroke=alt.condition(chosen, alt.value(INDIGO), alt.value(None), empty=False),
        tooltip=[
            alt.Tooltip("name:N", title="Who"),
            alt.Tooltip("outlet:N", title="Outlet"),
            alt.Tooltip("called:N", title="Called here"),
            alt.Tooltip(f"{measure}:Q", title=unit, format=shown),
            alt.Tooltip("rule:N", title="Joined by"),
        ],
    )
    squares = squares.add_params(chosen)
    figures = base.mark_text(fontSize=12).encode(alt.Text(f"{measure}:Q").format(shown))
    layered: Layered = alt.layer(squares, figures)
    return layered.properties(height=rows_high(len(top), ROW))


def unnamed_shares(unnamed: pd.DataFrame) -> alt.Chart:
    """A bar an outlet: of the words credited to sources, those whose source has no name."""
    chosen = pick("cell")
    chart: alt.Chart = (
        alt.Chart(unnamed, title="Words from sources without a name")
        .mark_bar(height=16, color=INDIGO, cursor="pointer")
        .encode(
            alt.X("share:Q").title("Share of credited words").scale(domain=[0, 1]).axis(format="%"),
            alt.Y("outlet:N").title(None).sort(None).axis(**NAMES),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("outlet:N", title="Outlet"),
                alt.Tooltip("words:Q", title="Words, source unnamed", format=",d"),
                alt.Tooltip("attributed:Q", title="Words credited", format=",d"),
                alt.Tooltip("share:Q", title="Share", format=".0%"),
            ],
        )
        .add_params(chosen)
        .properties(height=rows_high(unnamed["outlet"].nunique(), ROW))
    )
    return chart
