"""A report and the data of many articles of the library: those ticked, or all that are listed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis import Analysis
from library import Store
from report import about_many
from ui import state
from ui.kit import take_data, take_report
from ui.text import count

MOST = 200
"""Articles for which a page may be asked at once; the command takes any number."""


def files_of(store: Store, ticked: Sequence[str], listed: Sequence[str]) -> None:
    """Buttons for the ticked articles or, without any, for all in the list."""
    asked = list(ticked or listed)
    ids, scorer = asked[:MOST], state.scorer()
    chosen = str(st.session_state.get("library_collection") or "All")
    collection = "" if ticked or chosen == "All" else chosen
    of = about_many(collection or count(len(ids), "article"))

    def fetch() -> list[Analysis]:
        return [store.analysis(id, scorer) for id in ids]

    which = "ticked" if ticked else "listed"
    with st.container(horizontal=True, vertical_alignment="center", key="library_files"):
        st.markdown(f"{count(len(ids), 'article')} {which}:", width="content")
        take_report(fetch, of, "library", title=collection)
        take_data(fetch, of, "library", many=True)
    if len(asked) > MOST:
        st.caption(
            f"Only the first {MOST} of {len(asked):,}: python -m library report OUT.html takes all."
        )
