"""The keyboard twin of every click: one box that finds a paragraph, a name or a source."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis
from analysis.tables import entity_table, source_table
from ui import state
from ui.cache import once
from ui.correcting import correct_button
from ui.reading.why import why_button
from ui.text import count

KEY = "find_in_text"


def find_box(analysis: Analysis) -> None:
    """Type or choose what to go to; what is chosen stands above the text, to be let go there."""
    places: dict[str, str] = once(_places, analysis)
    st.session_state[KEY] = None
    with st.container(horizontal=True, vertical_alignment="center", key="find"):
        st.selectbox(
            "Find in the text",
            list(places),
            key=KEY,
            index=None,
            placeholder="Find in the text",
            format_func=places.__getitem__,
            label_visibility="collapsed",
            on_change=_found,
        )
        why_button(analysis)
        correct_button()


def _places(analysis: Analysis) -> dict[str, str]:
    """What can be gone to, in the reader's words, by "kind:id"."""
    found = {
        f"paragraph:{p.index}": f"Paragraph {n}"
        for n, p in enumerate(analysis.article.body, start=1)
    }
    sources = once(source_table, analysis)[["source", "name", "words"]]
    for source, name, words in sources.itertuples(index=False):
        found[f"source:{source}"] = f"{name}, speaking: {count(words, 'word')}"
    names = once(entity_table, analysis)[["entity", "name", "count"]]
    for entity, name, times in names.itertuples(index=False):
        found[f"entity:{entity}"] = f"{name}, named: {count(times, 'time')}"
    return found


def _found() -> None:
    kind, _, value = str(st.session_state[KEY] or "").partition(":")
    if kind in ("paragraph", "entity", "source"):
        state.put(kind, value)  # type: ignore[arg-type]
