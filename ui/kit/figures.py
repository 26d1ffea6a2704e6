"""Figures as a row, each with its definition, and words about the tone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from analysis.tone import NEUTRAL_BAND, name_tone
from ui.kit.right import how_right
from ui.text import plain


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it is called, its value, what it is out of, and its definition in a line."""

    label: str
    value: str | int
    detail: str | None = None
    means: str = ""


def figure_row(figures: Sequence[Figure], key: str) -> None:
    """Figures side by side, wrapping where it is narrow, their definitions in a line under them."""
    with st.container(key=f"figures_{key}"):
        with st.grid(len(figures), min_column_width=130):
            for f in figures:
                st.metric(f.label, f.value, f.detail, delta_color="off", delta_arrow="off")
        told = [f"**{plain(f.label)}:** {plain(f.means)}" for f in figures if f.means]
        if told:
            st.caption("  \n".join(told))
        how_right(f"figures_{key}")


def tone_word(compound: float | None, band: float = NEUTRAL_BAND) -> str:
    """What a score is called: "mildly negative"; "no words" for none."""
    return "no words" if compound is None else name_tone(compound, band)
