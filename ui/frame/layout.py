"""Where things stand on a page: findings left, the text right; as a sheet over them when narrow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui import state
from ui.lasting import lasting

STYLE = Path(__file__).parent / "style.css"
T = TypeVar("T")


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Findings (3/5), head of the page included, and the text (2/5) as high as the window.

    Under 900 px the text lies over the page as a sheet: a choice brings it up with the passage in
    sight, a button at the foot brings it up whole. Only the style sheet knows how wide the screen
    is, so both buttons are always there and a marker says whether the sheet is up.
    """
    up = state.sheet()
    with lasting():
        with st.container(key="findings_and_text"):
            st.html(f'<i class="sheet-{"up" if up else "down"}"></i>')
            left, right = st.columns([3, 2], gap="medium")
        text = right.container(key="text_column")
        with text:
            st.button("Back to the findings", key="sheet_down", on_click=_sheet, args=(False,))
        left.button("Read the text", key="sheet_up", on_click=_sheet, args=(True,))
    return left.container(key="findings_column"), text


def _sheet(on: bool) -> None:
    state.open_sheet(on)


def sections(parts: Mapping[str, Callable[[], T]]) -> T:
    """Tabs for what comes after a page's first charts, by name; draws the open one alone.

    Gives what that one gives. Which one is open stands in the link.
    """
    names = list(parts)
    now = next((n for n in names if n == state.part()), names[0])
    st.session_state["part"] = now
    tabs = st.tabs(names, key="part", on_change=_part_opened)
    shown = names.index(now)
    with tabs[shown]:
        return parts[names[shown]]()


def _part_opened() -> None:
    state.open_part(st.session_state["part"])


def apply_style() -> None:
    """The few rules Streamlit's theme has no setting for."""
    st.html(STYLE)
