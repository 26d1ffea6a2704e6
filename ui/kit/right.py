"""The one step from a figure to how often figures like it were right."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui import state

PAGE = Path(__file__).resolve().parents[2] / "pages" / "7_trust.py"
LINE = "line"
"""The query parameter that says which line of the page is asked for."""
UNMEASURED = "not-measured"
TASKS = {
    # figures of the Overview, by label
    "Tone": "tone",
    "Writer · quoted": "tone",
    "People · places · bodies": "types",
    "Voices": "words",
    "Unnamed": UNMEASURED,
    # charts, by key
    "score": "words",
    "course": "",  # its figure has the link
    "small_tone": "tone",
    "small_names": "counts",
    "small_voices": "words",
    "tone_bars": "tone",
    "tone_both": "tone",
    "tone_arc": "tone",
    "tone_distribution": "tone",
    "tone_voices": "tone",
    "tone_headline": "tone",
    "tone_sources": "tone",
    "tone_toward": "toward",
    "chart_ranked": "counts",
    "chart_cells": "counts",
    "chart_spans": "counts",
    "chart_network": "names",
    "chart_heard": "words",
    "chart_tones": "tone",
    "chart_words": "words",
    "chart_named": UNMEASURED,
    "chart_voices": "words",
    "chart_routes": "chain",
    "chart_verbs": UNMEASURED,
    "chart_tone": "tone",
    "foot": "all",
}
"""For each figure and chart its line on “How right is it?”: an id of data/accuracy.json."""


def how_right(figure: str, label: str = "How right?") -> None:
    """A link to the line about a figure, by its label or its chart's key; nothing without one.

    Tone has two lines, one for each scorer: the one that is on is meant.
    """
    task = TASKS.get(figure, "")
    if not task:
        return
    if task == "tone" and state.scorer() == "news":
        task = "tone_news"
    page = st.Page(PAGE, title="How right is it?", url_path="trust")
    with st.container(key=f"right_{task}_{figure}".replace(" ", "_").replace("·", "")):
        st.page_link(page, label=label, query_params={**state.link(), LINE: task})
