"""Figures as a row, each with its definition, and words about the tone."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from analysis.tone import NEUTRAL_BAND, name_tone
from ui.kit.right import how_right


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
        # one element: Streamlit's own four in a grid are a tenth of what the browser builds
        st.html(written(figures))
        how_right(f"figures_{key}")


def written(figures: Sequence[Figure]) -> str:
    """The figures as a list of terms for the screen and for readers of screens, all escaped."""
    rows = "".join(
        f"<div><dt>{_safe(f.label)}</dt><dd>{_safe(f.value)}</dd>"
        + (f'<dd class="detail">{_safe(f.detail)}</dd>' if f.detail else "")
        + "</div>"
        for f in figures
    )
    told = "<br>".join(
        f"<strong>{_safe(f.label)}:</strong> {_safe(f.means)}" for f in figures if f.means
    )
    means = f'<p class="means">{told}</p>' if told else ""
    return f'<dl class="figures">{rows}</dl>{means}'


def _safe(text: object) -> str:
    return html.escape(str(text))


def tone_word(compound: float | None, band: float = NEUTRAL_BAND) -> str:
    """What a score is called: "mildly negative"; "no words" for none."""
    return "no words" if compound is None else name_tone(compound, band)
