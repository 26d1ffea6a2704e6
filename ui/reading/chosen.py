"""The keyboard twin of every click: what is chosen, as three select boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from analysis import Analysis
from analysis.tables import entity_table, source_table
from ui import state
from ui.cache import made_once
from ui.reading.why import why_button
from ui.text import count

KEYS = {"paragraph": "chosen_paragraph", "entity": "reading_name", "source": "chosen_source"}


def selection_boxes(analysis: Analysis) -> None:
    """Paragraph, name and source of the shared selection; each can be changed or cleared."""
    paragraphs = {p.index: f"Paragraph {n}" for n, p in enumerate(analysis.article.body, start=1)}
    names = {
        e: f"{name} ({n})"
        for e, name, n in made_once(entity_table, analysis)[["entity", "name", "count"]].itertuples(
            index=False
        )
    }
    sources = {
        s: f"{name} ({count(words, 'word')})"
        for s, name, words in made_once(source_table, analysis)[
            ["source", "name", "words"]
        ].itertuples(index=False)
    }
    with st.grid(4, min_column_width=90):
        _box("paragraph", "Paragraph", paragraphs)
        _box("entity", "Name", names)
        _box("source", "Source", sources)
        why_button(analysis)


def _box(kind: state.Kind, label: str, options: Mapping[Any, str]) -> None:
    key = KEYS[kind]
    chosen = getattr(state.selection(), kind)
    listed = list(options)
    if chosen is not None and chosen not in options:
        listed.append(chosen)  # a headline or caption can be chosen in the text
    st.session_state[key] = chosen
    st.selectbox(
        label,
        listed,
        key=key,
        index=None,
        placeholder=label,
        format_func=lambda v: options.get(v, "Not counted"),
        label_visibility="collapsed",
        on_change=lambda: state.put(kind, st.session_state[key]),
        disabled=not listed,
    )
