"""The foot of a page: how its numbers are made, and the article to take away."""

from __future__ import annotations

import io
import json
import zipfile

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.jsonout import article_json
from analysis.tables import (
    article_table,
    attribution_table,
    entity_table,
    mention_table,
    paragraph_table,
    sentence_table,
    source_table,
)

TABLES = {
    "articles": article_table,
    "paragraphs": paragraph_table,
    "sentences": sentence_table,
    "mentions": mention_table,
    "entities": entity_table,
    "attributions": attribution_table,
    "sources": source_table,
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def foot(analysis: Analysis, made: str) -> None:
    """``made`` says in two sentences how the page's numbers come about; exports follow."""
    st.divider()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            f"{made} How often the program is right is measured on public test data: see "
            "benchmarks/RESULTS.md. Read by "
            f"{analysis.model}."
        )
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
            data=lambda: csv_zip(analysis),
            file_name=f"{analysis.article.id}-tables.zip",
            mime="application/zip",
            on_click="ignore",
            key="download_tables",
        )


def json_bytes(analysis: Analysis) -> bytes:
    """The JSON of the contract, as bytes."""
    made = json.dumps(article_json(analysis), ensure_ascii=False, indent=1)
    return made.encode("utf-8", "surrogatepass")


def csv_zip(analysis: Analysis) -> bytes:
    """The seven tables as CSV files in one zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, make in TABLES.items():
            text = safe_cells(make(analysis)).to_csv(index=False)
            archive.writestr(f"{name}.csv", text.encode("utf-8", "replace"))
    return held.getvalue()


def safe_cells(table: pd.DataFrame) -> pd.DataFrame:
    """Text a spreadsheet would run as a formula gets an apostrophe before it (OWASP)."""
    made = table.copy()
    for column in made.columns[[pd.api.types.is_string_dtype(t) for t in made.dtypes]]:
        risky = made[column].str.startswith(_FORMULA).fillna(False).astype(bool)
        made.loc[risky, column] = "'" + made.loc[risky, column]
    return made
