"""How much of an article stands in others too."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import INDIGO, NAMES, rows_high

KIND_COLOURS = {"same text": INDIGO, "near copy": "#6f74c4", "shared passages": "#898ec6"}
"""Stronger for more in common; none is a hue of tone or of a source."""
ROW = 30


def shared_words(repeats: pd.DataFrame) -> alt.Chart:
    """Share of this article's words that each other article has too, most first."""
    return (
        alt.Chart(repeats, title="Words of this article that stand in others too")
        .mark_bar(height=16)
        .encode(
            alt.Y("title:N").sort("-x").title(None).axis(**NAMES),
            alt.X("share:Q").title("Share of its body words").scale(domain=[0, 1]).axis(format="%"),
            alt.Color("kind:N")
            .scale(domain=list(KIND_COLOURS), range=list(KIND_COLOURS.values()))
            .title("In common")
            .legend(orient="bottom", columns=1),
            tooltip=[
                alt.Tooltip("title:N", title="Article"),
                alt.Tooltip("kind:N", title="In common"),
                alt.Tooltip("words:Q", title="Words in common", format=",d"),
                alt.Tooltip("share:Q", title="Of this article", format=".0%"),
                alt.Tooltip("other_share:Q", title="Of the other", format=".0%"),
                alt.Tooltip("passages:Q", title="Passages"),
            ],
        )
        .properties(height=rows_high(len(repeats), ROW, legend=4))
    )
