"""Where things stand on a page: findings left, the reading view right."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

STYLE = Path(__file__).parent / "style.css"


def columns() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Findings (3/5) and the reading view (2/5); under 900 px the second comes below."""
    with st.container(key="findings_and_text"):
        left, right = st.columns([3, 2], gap="medium")
    return left, right.container(key="text_column")


def apply_style() -> None:
    """The few rules Streamlit's theme has no setting for."""
    st.html(STYLE)
