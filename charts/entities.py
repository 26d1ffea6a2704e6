"""Charts of who and what an article is about. Colour is the type of name, the same everywhere."""

from __future__ import annotations

from typing import Any, cast

import altair as alt
import pandas as pd

from charts.theme import (
    INDIGO,
    KIND_WORDS,
    LEGEND_COLUMNS,
    NAMES,
    TYPE_COLOURS,
    TYPE_WORDS,
    Layered,
    faded,
    pick,
    rows_high,
    signed,
    tone_scale,
)

SHOWN = 12
"""Entities drawn in a chart; the table below it holds all."""
ROW = 24
MOST_FIGURED = 40
"""Paragraphs up to which a square has room for its figure and its outline."""
WIDEST = 4
"""Paragraphs shared from which a line may be drawn at its widest."""
SIDE = 0.25
"""How far from the middle of the circle a name stands beside its dot, not above or below."""


def _layered(height: int, *parts: alt.Chart) -> alt.LayerChart:
    """The parts drawn over each other."""
    return cast(alt.LayerChart, alt.layer(*parts)).properties(height=height)


def _types() -> alt.Color:
    return (
        alt.Color("kind:N")
        .scale(domain=list(KIND_WORDS), range=list(KIND_WORDS.values()))
        .title(None)
        .legend(orient="top", columns=4)
    )


def _worded(table: pd.DataFrame) -> pd.DataFrame:
    by_colour = {colour: words for words, colour in KIND_WORDS.items()}
    return table.assign(
        kind=[by_colour[TYPE_COLOURS[t]] for t in table["type"]],
        exact=table["type"].map(TYPE_WORDS),
    )


def ranked_bars(ranked: pd.DataFrame) -> Layered:
    """A bar for each of the twelve most-named; a dot marks those the headline names."""
    chosen = pick("entity")
    rows = _worded(ranked.head(SHOWN))
    domain = [w for w in KIND_WORDS if w in set(rows["kind"])]
    colours = [KIND_WORDS[w] for w in domain]
    y = alt.Y("name:N").sort(list(rows["name"])).title(None).axis(**NAMES)
    base = alt.Chart(rows, title="How often each is named")
    bars = (
        base.mark_bar(cursor="pointer")
        .encode(
            y,
            alt.X("count:Q").title("Mentions").axis(tickMinStep=1, format="d"),
            alt.Color("kind:N")
            .scale(domain=domain, range=colours)
            .title(None)
            .legend(orient="top", columns=LEGEND_COLUMNS),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("count:Q", title="Times"),
                alt.Tooltip("exact:N", title="Among"),
                alt.Tooltip("forms:N", title="Written"),
                alt.Tooltip("first:Q", title="First in paragraph"),
                alt.Tooltip("last:Q", title="Last in paragraph"),
                alt.Tooltip("share:Q", title="Share of paragraphs", format=".0%"),
            ],
        )
        .add_params(chosen)
    )
    labels = base.mark_text(align="left", dx=4).encode(y, alt.X("count:Q"), alt.Text("count:Q"))
    dots = (
        base.mark_point(shape="diamond", filled=True, size=46, color="#ffffff", stroke="#4a4a4a")
        .encode(y, x=alt.datum(0), tooltip=[alt.Tooltip("name:N", title="In the headline")])
        .transform_filter("datum.headline")
    )
    return _layered(rows_high(len(rows), ROW, legend=2), bars, labels, dots)


def heatmap(cells: pd.DataFrame, names: list[str], labels: list[str]) -> Layered:
    """Entities down, body paragraphs across; the stronger, the more often named there.

    Never so strong that the figures, in the text colour of the theme, could not be read.
    """
    chosen = pick("paragraph")
    x = (
        alt.X("label:N")
        .scale(domain=labels)
        .sort(labels)
        .title("Paragraph")
        .axis(labelAngle=0, labelOverlap=True)
    )
    y = alt.Y("name:N").scale(domain=names).title(None).axis(**NAMES)
    tooltip = [
        alt.Tooltip("name:N", title="Name"),
        alt.Tooltip("label:N", title="Paragraph"),
        alt.Tooltip("count:Q", title="Mentions"),
        alt.Tooltip("text:N", title="In"),
    ]
    figured = len(labels) <= MOST_FIGURED
    base = alt.Chart(cells, title="Where each is named")
    squares = (
        base.mark_rect(cursor="pointer", color=INDIGO, stroke="#868686", strokeWidth=0.8 * figured)
        .encode(
            x,
            y,
            opacity=alt.Opacity("count:Q")
            .scale(domainMin=0, range=[0.15, 0.65] if figured else [0.4, 1])
            .legend(None),
            tooltip=tooltip,
        )
        .add_params(chosen)
    )
    figures = base.mark_text(fontSize=12).encode(x, y, alt.Text("count:Q"))
    return _layered(rows_high(len(names), ROW), *([squares, figures] if figured else [squares]))


def spans(ranked: pd.DataFrame) -> Layered:
    """From the first to the last body paragraph that names each; the dots are the ends."""
    chosen = pick("entity")
    rows = _worded(ranked[ranked["first"] > 0].head(SHOWN))
    y = alt.Y("name:N").sort(list(rows["name"])).title(None).axis(**NAMES)
    tooltip = [
        alt.Tooltip("name:N", title="Name"),
        alt.Tooltip("first:Q", title="First in paragraph"),
        alt.Tooltip("last:Q", title="Last in paragraph"),
        alt.Tooltip("paragraphs:Q", title="Paragraphs"),
        alt.Tooltip("share:Q", title="Share of paragraphs", format=".0%"),
    ]
    base = alt.Chart(rows, title="From first to last appearance")
    x = (
        alt.X("first:Q")
        .scale(zero=False, nice=False, padding=10)
        .title("Paragraph")
        .axis(tickMinStep=1, format="d")
    )
    lines = base.mark_rule(strokeWidth=3, color="#868686").encode(
        y, x, alt.X2("last:Q"), opacity=faded(chosen), tooltip=tooltip
    )
    dots = base.mark_circle(size=70, color=INDIGO, opacity=1, cursor="pointer")
    begin = dots.encode(y, x, tooltip=tooltip)
    end = dots.encode(y, alt.X("last:Q"), tooltip=tooltip)
    return _layered(rows_high(len(rows), ROW), lines.add_params(chosen), begin, end)


def network(nodes: pd.DataFrame, links: pd.DataFrame) -> Layered:
    """Names on a circle; a line where two share a paragraph, thicker the more they share."""
    chosen = pick("entity")
    off = alt.Axis(labels=False, ticks=False, domain=False, grid=False, title=None)
    x = alt.X("x:Q", axis=off, scale=alt.Scale(domain=[-1.7, 1.7]))
    y = alt.Y("y:Q", axis=off, scale=alt.Scale(domain=[-1.25, 1.25]))
    dots = (
        alt.Chart(_worded(nodes))
        .mark_circle(cursor="pointer", size=190)
        .encode(
            x,
            y,
            color=_types().legend(None),
            opacity=faded(chosen, pale=0.45),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("exact:N", title="Among"),
                alt.Tooltip("count:Q", title="Times named"),
            ],
        )
        .add_params(chosen)
    )
    return _layered(380, _shared(links, x, y), dots, *_around(nodes, x, y))


def _shared(links: pd.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    """A line for each two names that share a paragraph."""
    widest = max([WIDEST, *links["paragraphs"]])
    return (
        alt.Chart(links, title="Named in the same paragraph")
        .mark_rule(color="#868686", opacity=0.55)
        .encode(
            x,
            y,
            x2="x2:Q",
            y2="y2:Q",
            size=alt.Size("paragraphs:Q").scale(domain=[1, widest], range=[1.5, 7]).legend(None),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("other:N", title="With"),
                alt.Tooltip("paragraphs:Q", title="Paragraphs shared"),
            ],
        )
    )


def _around(nodes: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The names outside the circle, so that they stand neither on lines nor on each other."""
    limit = alt.ExprRef("containerSize()[0] < 480 ? 76 : 170")
    middle = f"abs(datum.x) <= {SIDE}"
    places: list[tuple[str, dict[str, Any]]] = [
        (f"datum.x > {SIDE}", {"align": "left", "dx": 11}),
        (f"datum.x < -{SIDE}", {"align": "right", "dx": -11}),
        (f"{middle} && datum.y >= 0", {"dy": -15}),
        (f"{middle} && datum.y < 0", {"dy": 16}),
    ]
    base = alt.Chart(nodes)
    return [
        base.transform_filter(where).mark_text(limit=limit, **how).encode(x, y, alt.Text("name:N"))
        for where, how in places
    ]


def tone_of_sentences(tones: pd.DataFrame) -> Layered:
    """The mean tone of the sentences that name each, as a bar from zero."""
    chosen = pick("entity")
    rows = tones.head(SHOWN)
    rows = rows.assign(scored=[signed(c) for c in rows["compound"]])
    y = alt.Y("name:N").sort(list(rows["name"])).title(None).axis(**NAMES)
    bars = (
        alt.Chart(rows, title="Tone of the sentences that name each")
        .mark_bar(cursor="pointer", size=14)
        .encode(
            y,
            alt.X("compound:Q").scale(domain=[-1, 1]).title("Mean tone, −1 to +1"),
            alt.Color("tone:N").scale(tone_scale()).title(None).legend(None),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("scored:N", title="Mean tone"),
                alt.Tooltip("tone:N", title="In words"),
                alt.Tooltip("sentences:Q", title="Sentences"),
            ],
        )
        .add_params(chosen)
    )
    zero = alt.Chart(pd.DataFrame({"zero": [0.0]})).mark_rule(color="#868686").encode(x="zero:Q")
    return _layered(rows_high(len(rows), ROW), bars, zero)
