"""Who was joined across the articles, by which rule, and the reader's way to say otherwise."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.compare import Edit
from ui.articles import join_form, take_back_join
from ui.kit import show_rows
from ui.text import count, plain


def joins_box(cast: pd.DataFrame, edits: tuple[Edit, ...]) -> None:
    """Every join with its rule; two names can be put together or kept apart."""
    joined = cast[cast["articles"] > 1]
    st.subheader("Who is one across these articles, and why", anchor=False)
    st.markdown(f"{count(joined['key'].nunique(), 'name')} joined; each can be corrected.")
    show_rows(
        joined[["name", "outlet", "called", "rule"]],
        key="compare_joins",
        label=f"{count(len(joined), 'join')} with the rule of each",
        picks="cell",
        values=list(joined["cell"]),
        config={"called": "Called there", "rule": "Joined by"},
    )
    names = sorted(set(cast["called"]))
    join_form(names, names, key="join")
    for i, edit in enumerate(edits):
        with st.container(horizontal=True, vertical_alignment="center"):
            how = "are one" if edit.together else "are two"
            st.markdown(f"{plain(edit.left)} and {plain(edit.right)} {how} (said by you)")
            st.button("Take back", key=f"join_back_{i}", on_click=take_back_join, args=(edit,))
