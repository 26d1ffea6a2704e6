"""People and bodies: who is heard, and who is only named."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import INDIGO, LEGEND_COLUMNS, NAMES, pick, rows_high

NAMED_TIMES, SAID_TIMES = "times named", "statements made"
WHATS = [NAMED_TIMES, SAID_TIMES]
SHOWN, ROW = 12, 26


def heard_or_named(heard: pd.DataFrame) -> alt.LayerChart:
    """People and bodies: how often they are named (ring) against how many statements they make."""
    table = heard.head(SHOWN)
    order = list(table["name"])
    y = alt.Y("name:N").sort(order).title(None).axis(**NAMES)
    line = (
        alt.Chart(table)
        .mark_rule(color="#868686")
        .encode(y, alt.X("mentions:Q"), alt.X2("statements:Q"))
    )
    layers = line + _ends(table, y)
    return layers.properties(
        title="Quoted or merely mentioned", height=rows_high(len(order), ROW, legend=2)
    )


def _ends(table: pd.DataFrame, y: alt.Y) -> alt.Chart:
    """A ring where the times named are, a dot where the statements are; a click picks the name."""
    chosen = pick("entity")
    both = pd.concat(
        [table.assign(what=NAMED_TIMES, times=table["mentions"]),
         table.assign(what=SAID_TIMES, times=table["statements"])]
    )  # fmt: skip
    return (
        alt.Chart(both)
        .mark_point(size=95, strokeWidth=2, color=INDIGO, cursor="pointer")
        .encode(
            y,
            alt.X("times:Q").title("Times").axis(tickMinStep=1, format="d"),
            alt.Shape("what:N")
            .scale(domain=WHATS, range=["circle", "circle"])
            .title(None)
            .legend(orient="top", columns=LEGEND_COLUMNS),
            alt.Fill("what:N")
            .scale(domain=WHATS, range=["transparent", INDIGO])
            .title(None)
            .legend(orient="top", columns=LEGEND_COLUMNS),
            size=alt.condition(f"datum.what == '{NAMED_TIMES}'", alt.value(150), alt.value(50)),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=[
                alt.Tooltip("name:N", title="Who"),
                alt.Tooltip("mentions:Q", title="Times named"),
                alt.Tooltip("statements:Q", title="Statements"),
                alt.Tooltip("words:Q", title="Words credited"),
            ],
        )
        .add_params(chosen)
    )
