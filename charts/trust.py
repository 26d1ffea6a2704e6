"""How often the program is right: figures with their intervals, corrections over time."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import INDIGO, NAMES, NEUTRAL, Layered, rows_high

ROW = 34
WHO_COLOURS = {"Hearsay": INDIGO, "people": "#9a6b1a", "another tool": NEUTRAL}
WHO_SHAPES = {"Hearsay": "circle", "people": "diamond", "another tool": "triangle-up"}


def shares_right(groups: pd.DataFrame, title: str) -> Layered:
    """A dot with its 95 % interval for each group: columns name, value, low, high, right, n."""
    order = list(groups["name"])
    base = alt.Chart(groups).encode(
        alt.Y("name:N").sort(order).title(None).axis(**NAMES),
        tooltip=[
            alt.Tooltip("name:N", title="Group"),
            alt.Tooltip("value:Q", title="Right", format=".1%"),
            alt.Tooltip("low:Q", title="95 % from", format=".1%"),
            alt.Tooltip("high:Q", title="95 % to", format=".1%"),
            alt.Tooltip("n:Q", title="Judged", format=",d"),
        ],
    )
    across = alt.X("low:Q").title("Share that was right").scale(domain=[0, 1]).axis(format="%")
    interval = base.mark_rule(strokeWidth=3, color=INDIGO, opacity=0.45).encode(
        across, alt.X2("high:Q")
    )
    dot = base.mark_point(filled=True, size=90, color=INDIGO, opacity=1).encode(alt.X("value:Q"))
    return (interval + dot).properties(title=title, height=rows_high(len(groups), ROW))


def compared(rows: pd.DataFrame) -> alt.Chart:
    """The program, people and other tools on the same data: columns task, who, name, value."""
    return (
        alt.Chart(rows, title="On the same data, by the same scorer")
        .mark_point(filled=True, size=95, opacity=1)
        .encode(
            alt.Y("task:N")
            .sort(list(dict.fromkeys(rows["task"])))
            .title(None)
            .axis(labelLimit=260),
            alt.X("value:Q").title("Score, 1 is best").scale(domain=[0, 1]),
            alt.Color("who:N")
            .scale(domain=list(WHO_COLOURS), range=list(WHO_COLOURS.values()))
            .title(None)
            .legend(orient="bottom"),
            alt.Shape("who:N")
            .scale(domain=list(WHO_SHAPES), range=list(WHO_SHAPES.values()))
            .title(None),
            tooltip=[
                alt.Tooltip("task:N", title="Task"),
                alt.Tooltip("name:N", title="Who"),
                alt.Tooltip("value:Q", title="Score", format=".3f"),
            ],
        )
        .properties(height=rows_high(rows["task"].nunique(), ROW, legend=1))
    )


def corrections_over_time(rows: pd.DataFrame) -> alt.Chart:
    """Corrections per 1,000 words by month kept and kind: month, kind, rate, corrections, words."""
    return (
        alt.Chart(rows, title="Corrections per 1,000 words, by the month the article was kept")
        .mark_bar()
        .encode(
            alt.X("month:O").title("Month in which the article was kept"),
            alt.Y("rate:Q").title("Corrections per 1,000 words"),
            alt.Color("kind:N").title("Kind").legend(orient="bottom", columns=3),
            tooltip=[
                alt.Tooltip("month:O", title="Kept in"),
                alt.Tooltip("kind:N", title="Kind"),
                alt.Tooltip("corrections:Q", title="Corrections"),
                alt.Tooltip("words:Q", title="Words", format=",d"),
                alt.Tooltip("rate:Q", title="Per 1,000 words", format=".2f"),
            ],
        )
        .properties(height=260)
    )
