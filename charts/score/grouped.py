"""Voices of a long article, whose columns stand for many paragraphs: one bar a lane and column."""

from __future__ import annotations

import pandas as pd

from charts.score.rows import gap_of

OWN_LANES = 5
"""Voices with a lane of their own; the lanes after them hold several."""
LEAST, MOST = 1.5, 6.0
"""Half the height of a bar in pixels, for next to none and for all of a column's words."""


def by_column(voices: pd.DataFrame, columns: pd.DataFrame) -> pd.DataFrame:
    """The voices added up by lane and column, higher for more of its words.

    Passages of a few words would be bars of less than a pixel, hundreds of them. Where each
    column is a paragraph they come back as they are.
    """
    if voices.empty or not columns["label"].str.contains("–").any():
        return voices
    places = columns[["column", "paragraph", "label", "x0", "x1", "words"]]
    cells = voices.groupby(["lane", "column"], as_index=False)
    made = cells.agg(
        {
            "name": "first",
            "source": "first",
            "rank": "first",
            "hue": "first",
            "words": "sum",
            "excerpt": "first",
        }
    ).merge(places.rename(columns={"words": "whole"}), on="column")
    several = made["lane"] == OWN_LANES
    gap = gap_of(columns)
    part = made["words"] / made["whole"].clip(lower=1)
    return made.assign(
        name=made["name"].mask(several, "others"),
        source=made["source"].mask(several, ""),
        rank=made["rank"].mask(several, OWN_LANES),
        hue=made["hue"].mask(several, -1),
        x0=made["x0"] + gap,
        x1=made["x1"] - gap,
        half=LEAST + (MOST - LEAST) * part.clip(upper=1),
    )
