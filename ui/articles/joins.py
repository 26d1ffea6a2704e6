"""What the reader said of names across articles: that two are one, or that one is two."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.compare import Edit
from library import Joins, StoreError
from ui.articles import shelf
from ui.text import plain

_MINE = "_joins_of_this_session"


def said_joins() -> tuple[Edit, ...]:
    """Those kept in the library, then those of this session, which could not be kept."""
    return _kept() + tuple(st.session_state.get(_MINE, ()))


def join_form(names: Sequence[str], others: Sequence[str], *, key: str) -> None:
    """Two names to choose, one of each list, and the words that they are one or are two."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = st.selectbox("This name", names, index=None, key=f"{key}_one")
        other = st.selectbox("and this name", others, index=None, key=f"{key}_other")
        ready = bool(one and other and one != other)
        for label, together in (("are one", True), ("are two", False)):
            st.button(
                label,
                key=f"{key}_{together}",
                disabled=not ready,
                on_click=say_join,
                args=(Edit(one or "", other or "", together),),
            )


def say_join(edit: Edit) -> None:
    """Keeps one more: in the library where it can be written to, else for this session."""
    store = shelf.opened()
    try:
        if store is not None and store.writable:
            Joins(store).say(edit)
            return
    except StoreError as error:
        st.error(plain(str(error)))
    st.session_state.setdefault(_MINE, []).append(edit)


def take_back_join(edit: Edit) -> None:
    """Lets go of one, wherever it is kept."""
    store = shelf.opened()
    if store is not None and store.writable:
        Joins(store).take_back(edit)
    mine = st.session_state.get(_MINE, [])
    st.session_state[_MINE] = [e for e in mine if e != edit]


def _kept() -> tuple[Edit, ...]:
    store = shelf.opened()
    try:
        return Joins(store).all() if store is not None else ()
    except StoreError:
        return ()
