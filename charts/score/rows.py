"""Where each part of a score stands, in pixels and in words, and the colours of its voices."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from charts.theme import OTHERS, SOURCE_COLOURS

TONE, SHARE, LANE, GAP, HEAD, FOOT = 84, 34, 17, 12, 20, 18
"""Heights in pixels; a group of lanes has a heading."""
WIDE, NARROW, DIGIT = 560, 220, 6.5
"""Pixels: two widths of the picture to fit its numbers to, and what one digit takes."""
FIELDS = ["paragraph", "source", "entity"]


class Rows(NamedTuple):
    """Where each part of the score begins, in pixels from the top."""

    share: int
    voices: int
    names: int
    foot: int
    height: int


def rows_of(voices: pd.DataFrame, names: pd.DataFrame) -> Rows:
    share = TONE + GAP
    first = share + SHARE + GAP + (HEAD if len(voices) else 0)
    middle = first + LANE * voices["lane"].nunique() + (GAP if len(voices) else 0)
    middle += HEAD if len(names) else 0
    foot = middle + LANE * names["lane"].nunique() + (GAP // 2 if len(names) else 0)
    return Rows(share, first, middle, foot, foot + FOOT)


def lane_places(table: pd.DataFrame, first: int) -> dict[int, float]:
    lanes = sorted(int(lane) for lane in table["lane"].unique())
    return {lane: first + LANE * (n + 0.5) for n, lane in enumerate(lanes)}


def gap_of(columns: pd.DataFrame) -> float:
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    return words * 0.002


def colour_of(hue: int) -> str:
    return SOURCE_COLOURS[hue] if 0 <= hue < len(SOURCE_COLOURS) else OTHERS
