"""Where each voice stands in the article."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.sources.words import UNATTRIBUTED_FILL
from charts.theme import OTHERS, WRITER, pick, rows_high, source_colours


def voice_strip(voices: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.Chart:
    """Each body paragraph from left to right, coloured by who speaks; the writer is grey."""
    chosen = pick("paragraph")
    hues = colours or source_colours(voices.loc[voices["source"] != "", "source"])
    table = voices.assign(
        hue=[
            _hue(source, attribution, hues)
            for source, attribution in zip(voices["source"], voices["attribution"], strict=True)
        ],
        excerpt=[t if len(t) <= 160 else t[:159] + "…" for t in voices["text"]],
        passes=voices.get("passes", True),
    )
    if "label" not in table:
        table = table.assign(label=table["number"].astype("str"))
    labels = list(dict.fromkeys(table.sort_values("number", kind="stable")["label"]))
    rows = max(1, len(labels))
    return (
        alt.Chart(table, title="Where each voice stands")
        .mark_bar(height=14, stroke="white", strokeWidth=0.5, cursor="pointer")
        .encode(
            alt.Y("label:N").sort(labels).title("Paragraph"),
            alt.X("from_word:Q").title("Words of the paragraph"),
            alt.X2("to_word:Q"),
            alt.Color("hue:N").scale(None),
            opacity=alt.when(chosen & "datum.passes").then(alt.value(1)).otherwise(alt.value(0.3)),
            tooltip=[
                alt.Tooltip("name:N", title="Voice"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("excerpt:N", title="Text"),
            ],
        )
        .add_params(chosen)
        .properties(height=rows_high(rows, 20))
    )


def _hue(source: str, attribution: str, hues: dict[str, str]) -> str:
    """The colour of a voice: its source's, the writer's grey, or that of nobody stated."""
    if source:
        return hues.get(source, OTHERS)
    return UNATTRIBUTED_FILL if attribution else WRITER
