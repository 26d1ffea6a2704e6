"""What the reader said of names across articles: that two are one, or that one is two."""

from __future__ import annotations

import streamlit as st

from analysis.compare import Edit
from library import Joins, StoreError
from ui.articles import shelf
from ui.text import plain

_MINE = "_joins_of_this_session"


def said_joins() -> tuple[Edit, ...]:
    """Those kept in the library, then those of this session, which could not be kept."""
    return _kept() + tuple(st.session_state.get(_MINE, ()))


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
