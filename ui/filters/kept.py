"""Sets of filters kept under a name, to be put on again with one click."""

from __future__ import annotations

import streamlit as st

from ui import link, state
from ui.preferences import prefer, preference

KEPT = "filter_sets"
LONGEST = 60


def kept_sets(on: state.Filters) -> None:
    """What is kept, to be put on or forgotten; and a name for what is on now."""
    sets = names_and_sets()
    if sets:
        st.selectbox(
            "Kept sets of filters",
            list(sets),
            index=None,
            key="filters_kept",
            placeholder="Put a kept set on",
            on_change=_put_on,
        )
    if on:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Keep these filters as", key="filters_name", max_chars=LONGEST)
            st.button("Keep", key="filters_keep", on_click=_keep)
    if sets:
        st.button("Forget the set chosen above", key="filters_forget", on_click=_forget)


def names_and_sets() -> dict[str, state.Filters]:
    """The kept sets by name, as they were when kept."""
    found = preference(KEPT, {})
    if not isinstance(found, dict):
        return {}
    return {str(name): link.conditions(str(text)) for name, text in found.items()}


def _keep() -> None:
    name = str(st.session_state.get("filters_name") or "").strip()
    if name:
        _write({**names_and_sets(), name: state.filters()})


def _put_on() -> None:
    chosen = st.session_state.get("filters_kept")
    if chosen in (sets := names_and_sets()):
        state.set_filters(sets[chosen])


def _forget() -> None:
    sets = names_and_sets()
    sets.pop(str(st.session_state.get("filters_kept")), None)
    st.session_state["filters_kept"] = None
    _write(sets)


def _write(sets: dict[str, state.Filters]) -> None:
    prefer(KEPT, {name: link.written(on) for name, on in sets.items()} or None)
