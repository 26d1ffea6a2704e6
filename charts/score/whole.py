"""The whole score, the slim one, and the key to their colours."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from charts.score.columns import numbers, panes, scored, tone_bars, zero_line
from charts.score.grouped import by_column
from charts.score.lanes import labels, name_lanes, shares, texts, voice_lanes
from charts.score.rows import FOOT, TONE, Rows, rows_of
from charts.theme import KIND_WORDS, NEGATIVE, POSITIVE, TYPE_COLOURS, WRITER


def score(columns: pd.DataFrame, voices: pd.DataFrame, names: pd.DataFrame) -> alt.LayerChart:
    """The whole score, nothing chosen; ``highlight`` marks a choice in its tables."""
    voices = by_column(voices, columns)
    rows, columns = rows_of(voices, names), scored(columns)
    layers = [
        panes(columns, rows),
        zero_line(rows),
        tone_bars(columns),
        shares(columns, voices, rows),
        *voice_lanes(voices, rows),
        *name_lanes(names, rows),
        *labels(voices, names, rows),
        numbers(columns, rows),
    ]
    return _frame(layers, columns, rows.height)


def slim_score(columns: pd.DataFrame) -> alt.LayerChart:
    """Only the tone row and the paragraph numbers: a map of where you are."""
    rows, columns = Rows(0, 0, 0, TONE // 2 + 4, TONE // 2 + 4 + FOOT), scored(columns)
    layers = [
        panes(columns, rows),
        zero_line(rows, TONE // 4),
        tone_bars(columns, half=TONE // 4),
        texts([{"text": "Tone", "y": TONE / 4}], "bold"),
        numbers(columns, rows),
    ]
    return _frame(layers, columns, rows.height)


def score_key(names: pd.DataFrame) -> list[tuple[str, str]]:
    """What the colours of a score mean, as (colour, words); each voice has its lane's."""
    kinds = {TYPE_COLOURS[k] for k in names["type"]}
    found = [(NEGATIVE, "negative"), (POSITIVE, "positive"), (WRITER, "the writer")]
    return found + [(colour, words) for words, colour in KIND_WORDS.items() if colour in kinds]


def _frame(layers: list[Any], columns: pd.DataFrame, height: int) -> alt.LayerChart:
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    x = alt.Scale(domain=[0, words], nice=False, zero=False)
    y = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    chart: alt.LayerChart = alt.layer(*layers).resolve_scale(
        color="independent", size="independent"
    )
    for layer in chart.layer:
        for channel, scale in (("x", x), ("y", y)):
            if getattr(layer.encoding, channel, alt.Undefined) is not alt.Undefined:
                held = getattr(layer.encoding, channel)
                if not isinstance(held, (alt.XValue, alt.YValue)):
                    held["scale"], held["axis"] = scale, None
    return chart.properties(
        height=height, padding={"left": 0, "right": 4, "top": 4, "bottom": 0}
    ).configure_view(stroke=None)
