"""The source audit on a page: one story or the whole library in a few sentences, and its files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import source_audit, unnamed_table
from library import StoreError, open_store
from report import audit_lines, zip_of_csv
from ui import state
from ui.filters import ROLE_WORDS
from ui.kit import show_rows
from ui.text import plain

LIBRARY_LIMIT = 500
"""Articles audited at once on the page; the command line audits any number."""


def audit_card(analysis: Analysis) -> None:
    """The source audit of this article or of the whole library, with its CSV files."""
    st.subheader("Source audit", anchor=False)
    scope = st.segmented_control(
        "Audit", ["This article", "Whole library"], default="This article", key="audit_scope"
    )
    analyses = _library() if scope == "Whole library" else [analysis]
    if not analyses:
        st.info("The library is empty. Add articles to audit them together.")
        return
    audit, unnamed = source_audit(analyses), unnamed_table(analyses)
    with st.container(border=True):
        for line in audit_lines(audit):
            st.markdown(f"- {plain(line)}")
        if len(unnamed):
            here = unnamed["article"] == analysis.article.id
            show_rows(
                _unnamed_shown(unnamed),
                key="unnamed_sources",
                label="Unnamed sources",
                picks="source",
                values=list(unnamed["source"].where(here, "")),
            )
    st.caption(
        "Unnamed: a person or group without a name; a role that one person holds (the mayor) is "
        "counted apart, documents and posts are left out. Shares are of attributed words."
    )
    st.download_button(
        "Download the audit (CSV files)",
        data=lambda: zip_of_csv({"source-audit": audit, "unnamed-sources": unnamed}),
        file_name="source-audit.zip",
        mime="application/zip",
        on_click="ignore",
        key="download_audit",
    )


def _unnamed_shown(unnamed: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Described as": unnamed["described_as"],
            "Role": unnamed["role"].map(ROLE_WORDS),
            "Statements": unnamed["statements"],
            "Words": unnamed["words"],
            "Reason stated": unnamed["reason"],
            "To check": unnamed["flags"],
        }
    )


def _library() -> list[Analysis]:
    """The newest articles of the library, analysed; a library that cannot be read is empty."""
    try:
        store = open_store()
        ids = [row.id for row in store.articles()][:LIBRARY_LIMIT]
        return [store.analysis(i, state.scorer()) for i in ids]
    except StoreError as error:
        st.warning(str(error))
        return []
