"""Step three of adding articles: into the library, each once."""

from __future__ import annotations

import streamlit as st

from library import StoreError
from ui import drafts, shelf, state
from ui.drafts import Held
from ui.progress import with_progress
from ui.shell import open_link
from ui.text import count, plain

_DONE = "_kept_message"


def keep() -> None:
    """Buttons that keep one or all; says what was new and what was there already."""
    given = [h for h in drafts.held() if h.article]
    now = drafts.chosen()
    trouble = shelf.trouble()
    if trouble:
        st.info(f"{plain(trouble)} What you keep stays for this session only.")
    with st.container(horizontal=True, vertical_alignment="center"):
        if now and now in given:
            st.button("Keep this article", key="keep_one", on_click=_keep, args=([now],))
        if len(given) > 1 and st.button(f"Keep all {len(given)}", key="keep_all"):
            _keep(given)
            st.rerun()
        if now:
            st.button("Leave this one out", key="drop_one", on_click=drafts.drop, args=(now.key,))


def show_result() -> None:
    """What was kept last, with a way to it."""
    if message := st.session_state.get(_DONE):
        kind, text = message
        (st.error if kind == "error" else st.success)(text)
        if kind != "error":
            open_link("1_overview.py", "Open the Overview")


def _keep(chosen: list[Held]) -> None:
    """Keep these one by one; where a click breaks it off, what was kept is kept, and said."""
    new: list[bool] = []
    last, trouble = "", ""
    try:
        for draft in with_progress(chosen, len(chosen), "article", "keeping"):
            assert draft.article is not None  # those with a problem have no button
            last, is_new = shelf.keep(draft.article, dict(draft.roles))
            new.append(is_new)
            drafts.drop(draft.key)
    except StoreError as error:
        trouble = plain(str(error))
    finally:
        st.session_state[_DONE] = ("error", trouble) if trouble else ("done", _kept(new))
        state.drawing(False)  # the choice below is part of this click, not a rerun of its own
        if last:
            state.select(article=last)


def _kept(new: list[bool]) -> str:
    text, there = f"Kept {count(sum(new), 'article')}.", new.count(False)
    if there:
        text += f" {count(there, 'article')} {'was' if there == 1 else 'were'} there already."
    return text
