"""Many articles: a measure over time and by group with intervals, verbs, networks, company."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.labels import named_dots
from charts.sources import STANCE_WORDS
from charts.theme import (
    INDIGO,
    NAME_LIMIT,
    NAMES,
    NEUTRAL,
    TYPE_WORDS,
    Layered,
    faded,
    pick,
    rows_high,
    type_scale,
)

ROW, TALL = 30, 250
SHOWN = 20
FORMATS = {"tone": "+.2f", "share": ".0%", "mean": ",.1f"}
EDGE = 1.35
"""The picture of a network ends beyond its outermost names, so that these are not cut off."""
HIGH = 520
"""Pixels of its height."""


def over_time(
    periods: pd.DataFrame, *, title: str, unit: str, kind: str, limits: tuple[float, float]
) -> Layered:
    """A dot a period with its 95 % interval, larger for more articles; the line is the moving
    average. ``limits`` are the ends of the scale, the same in all pictures of one row."""
    chosen = pick("group")
    drawn = periods[periods["shown"]]
    x = alt.X("begins:T").title(None).scale(type="utc").axis(labelOverlap=True, tickCount=6)
    y = alt.Y("value:Q").title(unit).scale(domain=list(limits), nice=True, zero=False)
    y = y.axis(format=FORMATS[kind].replace("+", ""), tickCount=5)
    base = alt.Chart(drawn, title=title)
    spans = base.mark_rule(color=INDIGO, opacity=0.45, strokeWidth=2).encode(
        x, alt.Y("low:Q").title(unit), alt.Y2("high:Q")
    )
    dots = (
        base.mark_circle(color=INDIGO, opacity=1, cursor="pointer")
        .encode(
            x,
            y,
            alt.Size("articles:Q").scale(domain=[0, 40], range=[30, 160], clamp=True).legend(None),
            opacity=faded(chosen),
            tooltip=_told("period", "When", kind),
        )
        .add_params(chosen)
    )
    line = (
        alt.Chart(periods.dropna(subset=["smooth"]))
        .mark_line(color=NEUTRAL, strokeWidth=2)
        .encode(x, alt.Y("smooth:Q"))
    )
    layered: Layered = alt.layer(spans, line, dots)
    return layered.properties(height=TALL)


def by_group(groups: pd.DataFrame, *, title: str, unit: str, kind: str) -> Layered:
    """A dot a group with its 95 % interval, those of most articles first."""
    chosen = pick("group")
    drawn = groups[groups["shown"]].head(SHOWN)
    drawn = drawn.assign(label=[f"{g} ({n:,})" for g, n in zip(drawn["name"], drawn["articles"],
                                                               strict=True)])  # fmt: skip
    y = alt.Y("label:N").title(None).sort(list(drawn["label"])).axis(**NAMES)
    base = alt.Chart(drawn, title=title)
    marks = [
        base.mark_rule(color=INDIGO, opacity=0.45, strokeWidth=3).encode(
            alt.X("low:Q").title(unit).axis(format=FORMATS[kind].replace("+", "")),
            y,
            alt.X2("high:Q"),
        ),
        base.mark_circle(color=INDIGO, size=120, opacity=1, cursor="pointer")
        .encode(
            alt.X("value:Q").title(unit),
            y,
            opacity=faded(chosen),
            tooltip=_told("name", "Group", kind),
        )
        .add_params(chosen),
    ]
    if kind == "tone":
        zero = alt.Chart(pd.DataFrame({"zero": [0.0]})).mark_rule(color=NEUTRAL, strokeDash=[3, 3])
        marks.insert(0, zero.encode(x="zero:Q"))
    layered: Layered = alt.layer(*marks)
    return layered.properties(height=rows_high(len(drawn), ROW))


def verbs_by_group(stances: pd.DataFrame) -> Layered:
    """A square for each stance (rows) and group (columns): the share of its verbs."""
    chosen = pick("group")
    rows = stances.assign(stance_word=[STANCE_WORDS.get(s, s) for s in stances["stance"]])
    order = rows.groupby("stance_word")["statements"].sum().sort_values(ascending=False)
    base = alt.Chart(rows, title="What the verbs imply, in per cent of statements with a verb")
    base = base.encode(
        alt.X("name:N")
        .title(None)
        .sort(list(dict.fromkeys(rows["name"])))
        .axis(orient="top", labelAngle=-35, labelLimit=NAME_LIMIT, labelOverlap=False),
        alt.Y("stance_word:N").title(None).sort(list(order.index)).axis(**NAMES),
    )
    squares = (
        base.mark_rect(color=INDIGO, cursor="pointer")
        .encode(
            alt.Opacity("share:Q").scale(domain=[0, 1], range=[0.08, 0.6]).legend(None),
            tooltip=[
                alt.Tooltip("name:N", title="Group"),
                alt.Tooltip("stance_word:N", title="Stance"),
                alt.Tooltip("share:Q", title="Share", format=".0%"),
                alt.Tooltip("low:Q", title="95 % from", format=".0%"),
                alt.Tooltip("high:Q", title="to", format=".0%"),
                alt.Tooltip("statements:Q", title="Statements"),
                alt.Tooltip("all:Q", title="of all with a verb"),
                alt.Tooltip("verbs:N", title="Most used"),
            ],
        )
        .add_params(chosen)
    )
    figures = base.mark_text(fontSize=12).encode(alt.Text("share:Q").format(".0%"))
    layered: Layered = alt.layer(squares, figures)
    return layered.properties(height=rows_high(len(order), ROW))


def network(nodes: pd.DataFrame, links: pd.DataFrame, *, title: str, counted: str) -> Layered:
    """Names as dots, a line where they are linked, thicker for more articles."""
    off = alt.Axis(labels=False, ticks=False, domain=False, grid=False, title=None)
    wide = alt.Scale(domain=[-EDGE, EDGE], nice=False)
    x, y = alt.X("x:Q", axis=off, scale=wide), alt.Y("y:Q", axis=off, scale=wide)
    lines = _lines(links.dropna(subset=["x", "x2"]), x, y, counted).properties(title=title)
    worded = nodes.assign(kind=[TYPE_WORDS.get(t, t) for t in nodes["type"]])
    most = worded.sort_values("links", ascending=False, kind="stable")
    names = named_dots(most, x, y, EDGE, HIGH)
    layered: Layered = alt.layer(lines, _dots(worded, x, y), *names)
    return layered.properties(height=HIGH)


def _lines(links: pd.DataFrame, x: alt.X, y: alt.Y, counted: str) -> alt.Chart:
    return (
        alt.Chart(links)
        .mark_rule(color=NEUTRAL, opacity=0.5)
        .encode(
            x,
            y,
            x2="x2:Q",
            y2="y2:Q",
            size=alt.Size("articles:Q")
            .scale(domain=[1, max([8, *links["articles"]])], range=[1, 7])
            .legend(None),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("other:N", title="With"),
                alt.Tooltip("articles:Q", title="Articles"),
                alt.Tooltip("times:Q", title=counted),
            ],
        )
    )


def _dots(nodes: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    """A dot a name in the colour of its type; a click picks it."""
    chosen = pick("who")
    return (
        alt.Chart(nodes)
        .mark_circle(size=190, cursor="pointer")
        .encode(
            x,
            y,
            color=alt.Color("type:N").scale(type_scale()).legend(None),
            opacity=faded(chosen, pale=0.45),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("kind:N", title="Among"),
                alt.Tooltip("articles:Q", title="Articles"),
                alt.Tooltip("links:Q", title="Linked with"),
            ],
        )
        .add_params(chosen)
    )


def company(others: pd.DataFrame) -> alt.Chart:
    """Who is named in the same paragraphs, in most articles first."""
    chosen = pick("who")
    rows = others.head(SHOWN)
    chart: alt.Chart = (
        alt.Chart(rows, title="Named in the same paragraphs")
        .mark_bar(height=16, cursor="pointer")
        .encode(
            alt.X("articles:Q").title("Articles").axis(tickMinStep=1, format="d"),
            alt.Y("name:N").title(None).sort(list(rows["name"])).axis(**NAMES),
            alt.Color("type:N").scale(type_scale()).legend(None),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("name:N", title="Who"),
                alt.Tooltip("articles:Q", title="Articles"),
                alt.Tooltip("paragraphs:Q", title="Paragraphs"),
            ],
        )
        .add_params(chosen)
        .properties(height=rows_high(len(rows), ROW))
    )
    return chart


def _told(field: str, title: str, kind: str) -> list[alt.Tooltip]:
    form = FORMATS[kind]
    return [
        alt.Tooltip(f"{field}:N", title=title),
        alt.Tooltip("value:Q", title="Value", format=form),
        alt.Tooltip("low:Q", title="95 % from", format=form),
        alt.Tooltip("high:Q", title="to", format=form),
        alt.Tooltip("articles:Q", title="Articles"),
    ]
