"""The one step from a figure to how often figures like it were right."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from ui import link, state

PAGE = Path(__file__).resolve().parents[2] / "pages" / "7_trust.py"
LINE = "line"
"""The query parameter that says which line of the page is asked for."""
UNMEASURED = "not-measured"
TASKS = {
    # sentences and rows of figures, by key
    "sentence_tone": "tone",
    "sentence_names": "types",
    "sentence_sources": "words",
    "figures_tone": "tone",
    "figures_names": "types",
    "figures_sources": "words",
    # charts, by key
    "score": "words",
    "tone_bars": "tone",
    "tone_detail": "tone",
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
    "compare_tone": "tone",
    "compare_names": "counts",
    "compare_sources": "words",
    "compare_unnamed": "words",
    "shared_words": UNMEASURED,
    "figures_person": "all",
    "follow_time": "all",
    "follow_groups": "all",
    "follow_verbs": UNMEASURED,
    "follow_network": "names",
    "person_company": "names",
    "corpus_outlets_chart": "all",
    "corpus_months_chart": "all",
    "corpus_heard": "words",
    "corpus_named": "counts",
    "foot": "all",
}
"""For each row of figures and chart its line on “How right is it?”: an id of data/accuracy.json."""


def how_right(figure: str, label: str = "How right?") -> None:
    """A link to the line about a figure, by the key of its row or chart; nothing without one.

    Tone has two lines, one for each scorer: the one that is on is meant.
    """
    task = TASKS.get(figure, "")
    if not task:
        return
    if task == "tone" and state.scorer() == "news":
        task = "tone_news"
    key = f"right_{task}_{figure}".replace(" ", "_").replace("·", "")
    with st.container(key=key, width="content"):
        st.page_link(_page(), label=label, query_params={**link.link(), LINE: task})


@lru_cache(maxsize=1)
def _page() -> st.Page:
    return st.Page(PAGE, title="How right is it?", url_path="trust")
