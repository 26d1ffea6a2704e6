"""The reporting verbs, under what they imply."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.sources.words import STANCE_WORDS
from charts.theme import NAME_LIMIT, OTHERS, Layered, pick, rows_high

LEAST_TIMES = 8
"""The axis of times reaches at least this far, so that one dot does not look like much."""


def verbs_by_stance(
    rows: pd.DataFrame, times: pd.DataFrame, colours: dict[str, str] | None = None
) -> Layered:
    """Reporting verbs under what they imply; a dot for each time, coloured by source.

    Takes what ``verb_rows`` gives: a row for each stance and verb, and the times they are used.
    """
    places = rows.assign(head=rows["stance"].map(STANCE_WORDS).where(rows["cue"] == "", ""))
    y = alt.Y("row:O").title(None).axis(labels=False, ticks=False, domain=False, grid=False)
    base = alt.Chart(places)
    stances = base.mark_text(
        align="right", dx=-8, fontSize=12, fontWeight="bold", limit=NAME_LIMIT
    ).encode(y, x=alt.value(0), text="head:N")
    names = base.mark_text(align="right", dx=-8, fontSize=12, limit=NAME_LIMIT).encode(
        y, x=alt.value(0), text="cue:N"
    )
    drawn: Layered = alt.layer(_dots(times, y, colours or {}), stances, names)
    return drawn.properties(
        title="Reporting verbs, by what they imply", height=rows_high(len(rows), 19)
    )


def _dots(times: pd.DataFrame, y: alt.Y, colours: dict[str, str]) -> alt.Chart:
    chosen = pick("show")
    data = times.assign(
        hue=[colours.get(s, OTHERS) for s in times["source"]],
        stands=times["stance"].map(STANCE_WORDS),
    )
    most = int(times["nth"].max()) if len(times) else 1
    x = alt.Scale(domain=[0, max(most, LEAST_TIMES) + 0.5], nice=False)
    return (
        alt.Chart(data)
        .mark_circle(opacity=1, size=110, cursor="pointer")
        .encode(
            y,
            alt.X("nth:Q", scale=x).title("Times").axis(tickMinStep=1, format="d"),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("cue:N", title="Verb"),
                alt.Tooltip("stands:N", title="The verb"),
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("count:Q", title="Times, this source"),
            ],
        )
        .add_params(chosen)
    )
