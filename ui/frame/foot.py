"""The foot of a page: how its numbers are made and how far to trust them; exports."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.output import article_json
from analysis.tables import all_tables, safe_cells
from ui.kit import how_right


def foot(analysis: Analysis, made: str) -> None:
    """``made`` says in two sentences how the page's numbers come about; exports follow."""
    st.divider()
    st.caption(f"{made} Read by {analysis.model}.")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        how_right("foot", "How often is it right?")
        st.download_button(
            "Download JSON",
            data=lambda: json_bytes(analysis),
            file_name=f"{analysis.article.id}.json",
            mime="application/json",
            on_click="ignore",
            key="download_json",
        )
        st.download_button(
            "Download tables (CSV)",
            data=lambda: zipped(all_tables([analysis])),
            file_name=f"{analysis.article.id}-tables.zip",
            mime="application/zip",
            on_click="ignore",
            key="download_tables",
        )


def json_bytes(analysis: Analysis) -> bytes:
    """The JSON of the contract, as bytes."""
    made = json.dumps(article_json(analysis), ensure_ascii=False, indent=1)
    return made.encode("utf-8", "surrogatepass")


def zipped(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """These tables as CSV files in one zip, safe to open in a spreadsheet."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            text = safe_cells(table).to_csv(index=False)
            archive.writestr(f"{name}.csv", text.encode("utf-8-sig", "replace"))
    return held.getvalue()
