"""A score's columns, one a paragraph: what takes the click, the tone, the numbers at the foot."""

from __future__ import annotations

import math

import altair as alt
import pandas as pd

from charts.score.rows import DIGIT, FIELDS, FOOT, NARROW, TONE, WIDE, Rows, gap_of
from charts.theme import POSITIVE, WRITER, signed, tone_scale


def scored(columns: pd.DataFrame) -> pd.DataFrame:
    """With the tone as it is written."""
    written = [signed(c) for c in columns["compound"]]
    return columns.assign(scored=pd.Series(written, index=columns.index, dtype="str"))


def panes(columns: pd.DataFrame, rows: Rows) -> alt.Chart:
    """A pane behind each paragraph that takes the click and shows which one is chosen."""
    data = columns.assign(
        y0=0,
        y1=rows.height,
        shade=0.0,
    )
    pick = alt.selection_point(name="pick", fields=FIELDS, toggle="true")
    return (
        alt.Chart(data.assign(source="", entity=""))
        .mark_rect(color=POSITIVE, cursor="pointer")
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            opacity=alt.Opacity("shade:Q", scale=None),
            tooltip=_column_tip(),
        )
        .add_params(pick)
    )


def tone_bars(columns: pd.DataFrame, half: int = TONE // 2) -> alt.Chart:
    """Diverging bars about zero; the smallest is still one pixel high, so it can be seen."""
    gap = gap_of(columns)
    score = columns["compound"].fillna(0.0)
    data = columns.assign(
        x0=columns["x0"] + gap,
        x1=columns["x1"] - gap,
        y0=half,
        y1=half - score.clip(-1, 1) * (half - 2),
        weight=1.0,
        strength=1.0,
        source="",
        entity="",
    )
    return (
        alt.Chart(data)
        .mark_rect(cursor="pointer", strokeWidth=1)
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            color=alt.Color("tone:N", scale=tone_scale(), legend=None),
            stroke=alt.Stroke("tone:N", scale=tone_scale(), legend=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=_column_tip(),
        )
    )


def zero_line(rows: Rows, half: int = TONE // 2) -> alt.Chart:
    return (
        alt.Chart(pd.DataFrame({"y": [half]}))
        .mark_rule(color=WRITER, strokeWidth=1, opacity=0.6)
        .encode(alt.Y("y:Q"))
    )


def numbers(columns: pd.DataFrame, rows: Rows) -> alt.Chart:
    """Paragraph numbers at the foot, as many as stand side by side at the width there is."""
    data = columns.assign(
        x=(columns["x0"] + columns["x1"]) / 2,
        y=rows.foot + FOOT / 2,
        source="",
        entity="",
        wide=_apart(columns, WIDE),
        narrow=_apart(columns, NARROW),
    )
    data = data[data["wide"] | data["narrow"]]
    fits = f"width >= {WIDE} ? datum.wide : datum.narrow"
    return (
        alt.Chart(data)
        .mark_text(fontSize=12, cursor="pointer")
        .encode(
            alt.X("x:Q"),
            alt.Y("y:Q"),
            text=alt.condition(fits, alt.Text("label:N"), alt.value("")),
            tooltip=_column_tip(),
        )
    )


def _apart(columns: pd.DataFrame, width: int) -> list[bool]:
    """Which numbers to write, from the left, so that none touches the one before."""
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    end, kept = -math.inf, []
    for label, x0, x1 in zip(columns["label"], columns["x0"], columns["x1"], strict=True):
        middle, half = (x0 + x1) / 2 / words * width, len(str(label)) * DIGIT / 2
        kept.append(middle - half >= end)
        if kept[-1]:
            end = middle + half + DIGIT
    return kept


def _column_tip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title="Paragraph"),
        alt.Tooltip("scored:N", title="Tone (−1 to +1)"),
        alt.Tooltip("words:Q", title="Words"),
        alt.Tooltip("attributed_words:Q", title="Credited to others"),
        alt.Tooltip("excerpt:N", title="Begins"),
    ]
