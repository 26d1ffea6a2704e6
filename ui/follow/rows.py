"""Rows that lead to their words: choosing one opens its article at the right, at that place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import state
from ui.kit import show_rows
from ui.text import date_words


def leading(
    table: pd.DataFrame,
    *,
    key: str,
    label: str,
    columns: Sequence[str],
    config: dict[str, Any] | None = None,
) -> None:
    """A table of these columns; ``table`` has "article", and may have "show", "paragraph" and
    "entity", which say what of the article is chosen."""
    records = table.to_dict("records")
    drawn = table[list(columns)]
    if "date" in columns:
        drawn = drawn.assign(
            date=[date_words(d if isinstance(d, str) else None) for d in table["date"]]
        )

    def chosen() -> None:
        event = st.session_state.get(key) or {}
        rows = event.get("selection", {}).get("rows") or []
        if rows and rows[0] < len(records):
            open_there({str(k): v for k, v in records[rows[0]].items()})

    show_rows(
        drawn,
        key=key,
        label=label,
        picks=None,
        values=(),
        config=config,
        on_select=chosen,
    )


def open_there(record: dict[str, Any]) -> None:
    """Choose the article of a row and what the row is about; for callbacks."""
    state.select(article=str(record["article"]))
    paragraph = record.get("paragraph")
    state.select(
        paragraph=int(paragraph) if paragraph is not None and paragraph >= 0 else None,
        entity=str(record["entity"]) if record.get("entity") else None,
        show=str(record["show"]) if record.get("show") else None,
    )
