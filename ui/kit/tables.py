"""The table twin of a chart: the same numbers for keyboard, screen reader and spreadsheet."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from ui import state

IDS = ("article", "start", "end")
"""They lead to characters of the text; a reader needs the words instead."""
SCORES = ("compound", "writer_compound", "quoted_compound", "positive", "negative", "neutral")
NAMES = {"number": "Paragraph", "compound": "Tone", "x0": "From word", "x1": "To word"}
ROWS = 35
"""Pixels a row of Streamlit's table is high."""
MOST = 400


def show_table(
    table: pd.DataFrame, *, key: str, label: str = "", picks: state.Kind | None = None
) -> None:
    """The table on demand; choosing a row chooses what it is about, as a click would."""
    box = st.expander("Show as a table", key=f"{key}_table", type="compact", on_change="rerun")
    if not box.open:
        return
    options: dict[str, Any] = {}
    if picks and picks in table.columns:
        options = {
            "on_select": lambda: _row_chosen(table, f"{key}_rows", picks),
            "selection_mode": "single-row",
        }
    with box:
        st.dataframe(
            table,
            hide_index=True,
            key=f"{key}_rows",
            height=min(MOST, ROWS * (len(table) + 1) + 3),
            column_config={c: _column(c, table) for c in table.columns},
            alt=label or None,
            **options,
        )


def _row_chosen(table: pd.DataFrame, widget: str, picks: state.Kind) -> None:
    event = st.session_state.get(widget) or {}
    rows = event.get("selection", {}).get("rows") or []
    found = table[picks].iloc[rows[0]] if rows and rows[0] < len(table) else None
    state.put(picks, found)


def _column(name: str, table: pd.DataFrame) -> Any:
    hidden = name in IDS or (name in ("entity", "source") and "name" in table.columns)
    if hidden or (name == "paragraph" and "number" in table.columns):
        return None
    label = NAMES.get(name, str(name).replace("_", " ").capitalize())
    if name in SCORES:
        return st.column_config.NumberColumn(label, format="%+.2f")
    if name == "share":
        return st.column_config.NumberColumn(label, format="percent")
    return st.column_config.Column(label)
