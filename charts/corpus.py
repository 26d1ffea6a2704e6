"""A whole corpus: its outlets and months on common scales, who is heard and named most."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from charts.theme import INDIGO, NAMES, NEUTRAL, Layered, rows_high

ROW = 24
SHOWN = 15
WHOLE: dict[str, Any] = {"format": ",d", "tickMinStep": 1}
"""An axis of counts: no half of an article."""


def by_outlet(figures: pd.DataFrame, measure: str, title: str, unit: str) -> alt.Chart:
    """One figure of each outlet, those with most articles first; ``measure`` is its column."""
    x = alt.X(f"{measure}:Q").title(unit).axis(**_axis(measure))
    return _bars(figures, "outlet", title, x, _tips("outlet", "Outlet"))


def over_time(figures: pd.DataFrame, measure: str, title: str, unit: str) -> Layered:
    """One figure month by month; a larger point stands for more articles."""
    base = alt.Chart(figures, title=title).encode(
        alt.X("month:O").title("Month of publication").axis(labelOverlap=True),
        alt.Y(f"{measure}:Q").title(unit).axis(**_axis(measure)),
    )
    points = base.mark_circle(color=INDIGO, opacity=1).encode(
        alt.Size("articles:Q").title("Articles").scale(range=[20, 160]).legend(None),
        tooltip=_tips("month", "Month"),
    )
    layered: Layered = alt.layer(base.mark_line(color=NEUTRAL, strokeWidth=1), points)
    return layered.properties(height=220)


def most(people: pd.DataFrame, measure: str, title: str, unit: str) -> alt.Chart:
    """Those heard or named most, over all articles that pass the filters."""
    x = alt.X(f"{measure}:Q").title(unit).axis(**WHOLE)
    tips = [
        alt.Tooltip("name:N", title="Who"),
        alt.Tooltip(f"{measure}:Q", title=unit, format=",d"),
        alt.Tooltip("articles:Q", title="Articles", format=",d"),
    ]
    return _bars(people, "name", title, x, tips)


def _bars(table: pd.DataFrame, of: str, title: str, x: alt.X, tips: list[alt.Tooltip]) -> alt.Chart:
    """A bar a row, in the order given."""
    rows = table.head(SHOWN)
    y = alt.Y(f"{of}:N").sort(None).title(None).axis(**NAMES)
    chart = alt.Chart(rows, title=title).mark_bar(color=INDIGO, height=14)
    return chart.encode(y, x, tooltip=tips).properties(height=rows_high(len(rows), ROW))


def _axis(measure: str) -> dict[str, Any]:
    shares = {"format": "%"}
    known = {"articles": WHOLE, "unnamed": shares, "credited": shares}
    return known.get(measure, {"format": "+.2f"})


def _tips(of: str, title: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip(f"{of}:N", title=title),
        alt.Tooltip("articles:Q", title="Articles", format=",d"),
        alt.Tooltip("compound:Q", title="Tone", format="+.2f"),
        alt.Tooltip("writer:Q", title="The writer", format="+.2f"),
        alt.Tooltip("quoted:Q", title="Those quoted", format="+.2f"),
        alt.Tooltip("unnamed:Q", title="Of credited words, unnamed", format=".0%"),
    ]
