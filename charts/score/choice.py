"""A score in which something is chosen: its tables with that at full strength."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

PALE = 0.3
"""Strength of what is not chosen, where something is."""


def highlight(
    tables: Mapping[str, Any],
    *,
    paragraph: int | None = None,
    source: str | None = None,
    entity: str | None = None,
) -> dict[str, Any]:
    """The score's tables with what is chosen at full strength and its like paler.

    Only tables change, so the browser keeps the picture and moves its opacity.
    """
    marked = {}
    for name, table in tables.items():
        marked[name] = table
        if not isinstance(table, pd.DataFrame):
            continue
        if "shade" in table:
            chosen = column_chosen(table, paragraph)
            marked[name] = table.assign(shade=chosen.map({True: 0.13, False: 0.0}).astype(float))
        elif "strength" in table:
            marked[name] = table.assign(strength=_strengths(table, paragraph, source, entity))
    return marked


def _strengths(
    table: pd.DataFrame, paragraph: int | None, source: str | None, entity: str | None
) -> pd.Series[float]:
    """Voices answer to the chosen source, names to the entity, columns to the paragraph."""
    if "part" in table and source:
        chosen = table["source"] == source
    elif "part" in table or "tone" in table:
        chosen = column_chosen(table, paragraph)
    elif "lane" in table and "excerpt" in table:
        chosen = table["source"] == (source or "")
        paragraph = None if source is None else -1
    else:
        chosen = table["entity"] == (entity or "")
        paragraph = None if entity is None else -1
    any_chosen = paragraph is not None or ("part" in table and source is not None)
    strength = chosen.map({True: 1.0, False: PALE if any_chosen else 1.0}).astype("float64")
    return strength * table["weight"]


def column_chosen(columns: pd.DataFrame, paragraph: int | None) -> pd.Series:
    """Which rows belong to the column the chosen paragraph is in."""
    if paragraph is None:
        return pd.Series(False, index=columns.index)
    at_or_before = columns.loc[columns["paragraph"] <= paragraph, "paragraph"]
    return columns["paragraph"] == (at_or_before.max() if len(at_or_before) else -1)
