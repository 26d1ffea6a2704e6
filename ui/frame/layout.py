"""Where things stand on a page: findings left, the reading view right; one by one when narrow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import Analysis
from ui import state

STYLE = Path(__file__).parent / "style.css"
T = TypeVar("T")
FINDINGS, TEXT = "Findings", "Text"


def columns(analysis: Analysis) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Findings (3/5) and the reading view (2/5); under 900 px one at a time, behind two tabs.

    The tab of the text names the chosen paragraph, so that a click on a chart is answered
    where the text is out of sight. Only the style sheet knows how wide the screen is, so the
    tabs are always there; when narrow it shows them and hides a column.
    """
    chosen = _chosen(analysis)
    with st.container(key="findings_and_text"):
        st.segmented_control(
            "Show",
            [FINDINGS, TEXT],
            key="narrow_view",
            default=FINDINGS,
            required=True,
            format_func=lambda v: f"{v}: {chosen}" if v == TEXT and chosen else v,
            label_visibility="collapsed",
            width="stretch",
            on_change="ignore",
        )
        left, right = st.columns([3, 2], gap="medium")
    return left.container(key="findings_column"), right.container(key="text_column")


def sections(parts: Mapping[str, Callable[[], T]]) -> T:
    """Tabs for what comes after a page's first charts, by name; draws the open one alone.

    Gives what that one gives. Which one is open stands in the link.
    """
    names = list(parts)
    tabs = st.tabs(names, key="part", bind="query-params")
    shown = next((i for i, tab in enumerate(tabs) if tab.open), 0)
    with tabs[shown]:
        return parts[names[shown]]()


def _chosen(analysis: Analysis) -> str:
    """ "paragraph 3" when a body paragraph is chosen."""
    index = state.selection().paragraph
    numbers = {p.index: n for n, p in enumerate(analysis.article.body, start=1)}
    return f"paragraph {numbers[index]}" if index in numbers else ""


def apply_style() -> None:
    """The few rules Streamlit's theme has no setting for."""
    st.html(STYLE)
