"""Which sample is open, who is coding it, and the list of those there are."""

from __future__ import annotations

import streamlit as st

from analysis.reliability import Sample
from library import Checks, Kept, Store, StoreError
from ui.text import count, date_words, plain

SAMPLE, CODER = "sample", "coder"
"""Query parameters: a link opens the same sample for the same coder again."""
_SAID = "_check_said"


def chosen_sample(store: Store) -> Sample | None:
    """The sample that the address names; None where it names none that is here."""
    named = st.query_params.get(SAMPLE)
    if not named:
        return None
    try:
        return Checks(store).find(named)
    except StoreError as error:
        tell("error", str(error))
        open_sample(None)
        return None


def open_sample(id: str | None) -> None:
    """Open a sample, or none; for callbacks and bodies."""
    if id is None:
        st.query_params.pop(SAMPLE, None)
        st.query_params.pop(CODER, None)
    else:
        st.query_params[SAMPLE] = id


def tell(kind: str, text: str) -> None:
    """Say this at the head of the page when it is drawn next."""
    st.session_state[_SAID] = (kind, text)


def say() -> None:
    """What the last action did."""
    if message := st.session_state.pop(_SAID, None):
        kind, text = message
        (st.error if kind == "error" else st.success)(plain(text))


def samples_list(store: Store) -> None:
    """The samples there are, each with a button that opens it."""
    found = Checks(store).all()
    if not found:
        st.info("No sample was drawn yet. Twenty items take about ten minutes.")
        return
    st.subheader("Samples", anchor=False)
    for kept in found:
        id = kept.sample.id
        with st.container(horizontal=True, vertical_alignment="center", key=f"row_{id}"):
            st.markdown(f"**{plain(kept.sample.name)}**, {plain(date_words(kept.sample.made))}")
            st.caption(plain(_progress(kept)))
            st.button("Open", key=f"open_{id}", on_click=open_sample, args=(id,))


def _progress(kept: Kept) -> str:
    done = ", ".join(f"{coder} {n:,} of {kept.items:,}" for coder, n in kept.coders)
    return done or f"{count(kept.items, 'item')}, nobody yet"
