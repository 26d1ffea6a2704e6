"""What colours mean, as a line of small swatches that wraps at any width."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st


def legend(entries: Iterable[tuple[str, str]], key: str) -> None:
    """One line of (colour, words); the words say all, the swatch is for the eye."""
    drawn = "".join(
        f'<span class="entry"><span class="swatch" style="background:{html.escape(colour)}"'
        f' aria-hidden="true"></span>{html.escape(words)}</span>'
        for colour, words in entries
    )
    with st.container(key=f"{key}_legend"):
        st.html(f'<div class="legend">{drawn}</div>')
