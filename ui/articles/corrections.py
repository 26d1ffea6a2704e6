"""The reader's corrections, whatever they concern: kept with the article, listed, taken back."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

import streamlit as st

from analysis import Analysis
from analysis.corrections import KIND_WORDS
from analysis.records import Correction
from analysis.tables import correction_table
from library import Corrections, Store, StoreError
from ui import state
from ui.articles import shelf
from ui.text import count, plain

_MINE = "_corrections"
_SAID = "_correction_said"


def session_corrections(article: str) -> tuple[Correction, ...]:
    """Corrections of an article that is not in the library, kept for this session."""
    found: tuple[Correction, ...] = st.session_state.get(_MINE, {}).get(article, ())
    return found


def correct(article: str, correction: Correction) -> None:
    """Keep a correction with the article, or for this session where it is not in the library."""
    _let_go(correction)
    if (kept := _kept(article)) is not None:
        try:
            kept.add(correction)
            st.session_state[_SAID] = "Saved with the article."
            return
        except StoreError:
            pass  # a sample, or kept for this session only
        except ValueError as error:
            st.session_state[_SAID] = f"Nothing was changed: {error}."
            return
    _remember(article, (*session_corrections(article), correction))
    st.session_state[_SAID] = "Kept for this session; save the article to keep it for good."


def take_back(article: str, correction: Correction) -> None:
    """Undo this one correction, wherever it is kept; the others stand."""
    _let_go(correction)
    mine = list(session_corrections(article))
    if correction in mine:
        mine.reverse()
        mine.remove(correction)  # of two alike, the later
        _remember(article, tuple(reversed(mine)))
    elif (kept := _kept(article)) is not None:
        try:
            kept.take_back(correction)
        except StoreError as error:
            st.session_state[_SAID] = str(error)


def _let_go(correction: Correction) -> None:
    """Sources and statements are numbered anew: the same number may mean somebody else."""
    state.select(source=None, show=None)
    if correction.kind == "role":  # what is read changes, so names are numbered anew too
        state.select(entity=None)


def said_last() -> str:
    """What became of the last correction, once."""
    return str(st.session_state.pop(_SAID, ""))


def act(label: str, correction: Correction, article: str, *, disabled: bool = False) -> None:
    """A button that makes this correction."""
    st.button(
        label,
        key=f"do_{correction.kind.replace(' ', '_')}",
        disabled=disabled,
        on_click=partial(correct, article, correction),
    )


def corrections_title(analysis: Analysis, kinds: Collection[str], otherwise: str) -> str:
    """ "3 corrections by you", or the invitation to make the first."""
    mine = [c for c in analysis.corrections if c.kind in kinds]
    return f"{count(len(mine), 'correction')} by you" if mine else otherwise


def show_made(analysis: Analysis, kinds: Collection[str]) -> None:
    """What was corrected, each to be taken back on its own, the latest with one click."""
    if said := said_last():
        st.caption(plain(said))
    mine = [c for c in analysis.corrections if c.kind in kinds]
    if not mine:
        return
    table = correction_table(analysis, kinds)
    lost = int((~table["applies"]).sum())
    shown = table.drop(columns="said").assign(
        kind=table["kind"].map(KIND_WORDS),
        applies=table["applies"].map({True: "yes", False: "no longer applies"}),
    )
    event = st.dataframe(
        shown,
        hide_index=True,
        key="corrections_made",
        on_select="rerun",
        selection_mode="single-row",
        column_config={"kind": "Correction", "words": "Words", "other": "With", "value": "To",
                       "applies": "Applies"},
        alt=f"{count(len(mine), 'correction')} by you",
    )  # fmt: skip
    if lost:
        applies = "applies" if lost == 1 else "apply"
        st.warning(f"{count(lost, 'correction')} no longer {applies} to this text.")
    rows = event["selection"]["rows"] if event else []
    chosen = mine[rows[0]] if rows and rows[0] < len(mine) else None
    article = analysis.article.id
    with st.container(horizontal=True):
        st.button(
            "Undo the latest", key="undo_correction", on_click=partial(take_back, article, mine[-1])
        )
        restore = partial(take_back, article, chosen) if chosen else None
        st.button("Restore the ticked one", key="restore", disabled=not chosen, on_click=restore)


def _kept(article: str) -> Corrections | None:
    store: Store | None = shelf.opened()
    return Corrections(store, article) if store is not None else None


def _remember(article: str, corrections: tuple[Correction, ...]) -> None:
    st.session_state.setdefault(_MINE, {})[article] = corrections
