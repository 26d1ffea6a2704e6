"""Files of rows (.csv, .jsonl): which column is what, with a preview before anything is read."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd
import streamlit as st

from analysis.intake import LABELS, Columns, Preview, preview_table
from ui.text import count, plain

ENDINGS = (".csv", ".tsv", ".jsonl", ".ndjson")
FIELDS = tuple(f.name for f in fields(Columns))


def is_rows(name: str) -> bool:
    """Whether a file of this name holds one article a row."""
    return name.lower().endswith(ENDINGS)


@st.cache_data(max_entries=16, max_size="100MB", show_spinner=False)
def preview(name: str, data: bytes, encoding: str | None = None) -> Preview | None:
    """Columns and first rows; raises ``ArticleError`` for a table that cannot be read."""
    return preview_table(name, data, encoding=encoding)


def preview_in(key: str, name: str, data: bytes) -> tuple[Preview | None, str | None]:
    """The preview in the encoding the reader chooses where the file leaves it open."""
    shown = preview(name, data)
    if shown is None or not shown.candidates:
        return shown, None
    encoding = st.selectbox(
        "Letters read as",
        shown.candidates,
        key=f"encoding_{key}",
        format_func=lambda e: LABELS.get(e, e),
        help="Choose another if accented letters or quotation marks look wrong below.",
    )
    return preview(name, data, encoding), encoding


def choose_columns(key: str, shown: Preview) -> Columns:
    """Select boxes for which column is what, above the first rows."""
    st.markdown(f"{plain(count(shown.count, 'row'))}. Which column holds what?")
    with st.grid(3, min_column_width=140):
        chosen = {
            field: st.selectbox(
                field.capitalize(),
                shown.columns,
                index=_index(shown.columns, getattr(shown.guess, field)),
                key=f"column_{key}_{field}",
                placeholder="none",
            )
            for field in FIELDS
        }
    rows = pd.DataFrame(list(shown.rows), columns=list(shown.columns))
    st.dataframe(rows, hide_index=True, key=f"preview_{key}", alt="The first rows of this file")
    return Columns(**chosen)


def _index(columns: tuple[str, ...], guess: str | None) -> int | None:
    return columns.index(guess) if guess in columns else None
