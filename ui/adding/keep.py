"""Step three of adding articles: into the library, each once."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from library import StoreError
from ui import state
from ui.adding import drafts
from ui.adding.drafts import Held
from ui.articles import shelf
from ui.frame import open_link
from ui.kit import with_progress
from ui.text import count, plain

_DONE = "_kept_last"


@dataclass(slots=True)
class Kept:
    """What one click on Keep has done so far: draft key, article id, whether it is new.

    A run that another click breaks off can no longer write to the session, so this stands in
    the session from the start and grows in place.
    """

    articles: list[tuple[int, str, bool]] = field(default_factory=list)
    trouble: str = ""
    settled: int = 0
    """How many of them are seen to; one more may come from a run while it is broken off."""


def keep() -> None:
    """Buttons that keep one or all; says what was new and what was there already."""
    given = [h for h in drafts.held() if h.article]
    now = drafts.chosen()
    trouble = shelf.trouble()
    if trouble:
        st.info(f"{plain(trouble)} What you save stays for this session only.")
    with st.container(key="keep_bar", horizontal=True, vertical_alignment="center"):
        if now and now in given:
            save = "Save this article"
            st.button(save, key="keep_one", type="primary", on_click=_keep, args=([now],))
        if len(given) > 1 and st.button(f"Save all {len(given)}", key="keep_all"):
            _keep(given)
            st.rerun()
        if now:
            st.button("Leave this one out", key="drop_one", on_click=drafts.drop, args=(now.key,))


def show_result() -> None:
    """What was kept last, with a way to it; also where a click broke it off."""
    done: Kept | None = st.session_state.get(_DONE)
    if done is None:
        return
    _settle(done)
    if done.trouble:
        st.error(done.trouble)
    elif done.articles:
        st.success(_kept([is_new for _, _, is_new in done.articles]))
        open_link("1_overview.py", "Open the Overview")


def _keep(chosen: list[Held]) -> None:
    """Keep these one by one; what is kept when a click breaks it off is kept, and said."""
    done = st.session_state[_DONE] = Kept()
    try:
        for draft in with_progress(chosen, len(chosen), "article", "keeping"):
            assert draft.article is not None  # those with a problem have no button
            article = drafts.without_roles(draft) if draft.roles else None
            kept = shelf.keep(article or draft.article, dict(draft.roles))
            done.articles.append((draft.key, *kept))
    except StoreError as error:
        done.trouble = plain(str(error))
    _settle(done)


def _settle(done: Kept) -> None:
    """Let go of the drafts that are kept and choose the last of them, once."""
    news = done.articles[done.settled :]
    done.settled += len(news)
    for key, _, _ in news:
        drafts.drop(key)
    if news:
        shelf.list_anew()  # a page drawn while they were being kept may have listed too early
        state.select(article=news[-1][1])


def _kept(new: list[bool]) -> str:
    text, there = f"Saved {count(sum(new), 'article')}.", new.count(False)
    if there:
        text += f" {count(there, 'article')} {'was' if there == 1 else 'were'} there already."
    return text
