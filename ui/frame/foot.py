"""The foot of a page: how its numbers are made and how far to trust them; a report, the data."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis
from report import about
from ui.kit import how_right, take_data, take_report


def foot(analysis: Analysis, made: str) -> None:
    """``made`` says in two sentences how the page's numbers come about; files follow."""
    st.divider()
    st.caption(f"{made} Read by {analysis.model}.")
    of, fetch = about([analysis]), lambda: [analysis]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        how_right("foot", "How often is it right?")
        take_report(fetch, of, "foot")
        take_data(fetch, of, "foot")
