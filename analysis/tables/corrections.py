"""Corrections per 1,000 words: how often readers change something, by month and kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.tables.base import frame

RATES = {
    "month": "str",
    "kind": "str",
    "corrections": "int64",
    "words": "int64",
    "rate": "float64",
}


def correction_rate_table(
    counts: Sequence[tuple[str, str, int]], words: Mapping[str, int]
) -> pd.DataFrame:
    """One row per month and kind that occurs; ``counts`` are (month, kind, corrections).

    ``words`` holds each month's words, those of articles without a correction too.
    """
    rows = (
        {
            "month": month,
            "kind": kind,
            "corrections": n,
            "words": words[month],
            "rate": 1000 * n / words[month],
        }
        for month, kind, n in sorted(counts)
        if words.get(month)
    )
    return frame(rows, RATES)
