"""Tables on a page: a chart's numbers for keyboard and screen reader, and lists of passages.

Every row leads to its words: choosing it chooses what it is about, as a click on a mark does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import state
from ui.text import signed

IDS = (
    *("article", "start", "end", "show", "source", "entity", "paragraph", "sentence"),
    *("who", "group", "key", "cell"),
)
"""They lead to characters of the text; a reader needs the words instead."""
SCORES = ("compound", "toward", "smooth", "writer_compound", "quoted_compound")
WORDS = {
    "number": "Paragraph",
    "compound": "Tone",
    "toward": "Toward the name",
    "smooth": "Smoothed",
    "x0": "From word",
    "x1": "To word",
    "namedness": "Source",
    "forms": "Written as",
    "first": "First in paragraph",
    "last": "Last in paragraph",
    "share": "Share",
    "mode": "Reported as",
}
ROWS = 35
"""Pixels a row of Streamlit's table is high."""
MOST = 400


def show_table(
    table: pd.DataFrame, *, key: str, label: str = "", picks: state.Kind | None = None
) -> None:
    """The numbers of a chart on demand; a row leads where a mark of the chart does."""
    box = st.expander("Show as a table", key=f"{key}_table", type="compact", on_change="rerun")
    if box.open:
        with box:
            values = list(table[picks]) if picks and picks in table.columns else []
            shown = table.drop(columns=[c for c in IDS if c in table.columns])
            show_rows(shown, key=f"{key}_rows", label=label, picks=picks, values=values)


def show_rows(
    shown: pd.DataFrame,
    *,
    key: str,
    label: str,
    picks: state.Kind | None,
    values: Sequence[Any],
    config: dict[str, Any] | None = None,
    on_select: Callable[[], object] | None = None,
) -> None:
    """A table whose row, when chosen, chooses the value beside it, or does ``on_select``."""
    options: dict[str, Any] = {}
    if on_select:
        options = {"on_select": on_select, "selection_mode": "single-row"}
    elif picks and values:
        options = {
            "on_select": lambda: _row_chosen(values, key, picks),
            "selection_mode": "single-row",
        }
    st.dataframe(
        _written(shown),
        hide_index=True,
        key=key,
        height=min(MOST, ROWS * (len(shown) + 1) + 3),
        column_config={c: _column(str(c)) for c in shown.columns} | (config or {}),
        alt=label or None,
        **options,
    )


def _written(shown: pd.DataFrame) -> Any:
    """Scores as everywhere else ("−0.10", "0.00"), still sorted as numbers."""
    scores = {c: signed for c in SCORES if c in shown.columns}
    return shown.style.format(scores) if scores else shown  # type: ignore[arg-type]


def _row_chosen(values: Sequence[Any], widget: str, picks: state.Kind) -> None:
    event = st.session_state.get(widget) or {}
    rows = event.get("selection", {}).get("rows") or []
    found = values[rows[0]] if rows and rows[0] < len(values) else None
    state.put(picks, found if found != "" else None)


def _column(name: str) -> Any:
    label = WORDS.get(name, name.replace("_", " ").capitalize())
    if name == "share":
        return st.column_config.NumberColumn(label, format="percent")
    return st.column_config.Column(label)
