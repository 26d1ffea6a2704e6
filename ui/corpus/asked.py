"""The filters of a corpus; together they are one question."""

from __future__ import annotations

from datetime import date

import streamlit as st

from library import Asked, Corpus


@st.cache_data(ttl=600, show_spinner=False)
def _outlets(folder: str, _corpus: Corpus) -> list[str]:
    return _corpus.outlets()


def ask(corpus: Corpus) -> Asked:
    """What the reader asks for: all filters hold together."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="corpus_filters"):
        words = st.text_input(
            "Words in the text",
            key="corpus_words",
            type="search",
            help="Whole words, all of them, in any order",
        )
        outlets = st.multiselect(
            "Outlets", _outlets(str(corpus.folder), corpus), key="corpus_outlets", placeholder="All"
        )
        name = st.text_input("Named", key="corpus_name", help="A name as it stands in the charts")
        source = st.text_input("Heard", key="corpus_source", help="A source, as in the charts")
        since = st.date_input("From", value=None, key="corpus_since")
        until = st.date_input("To", value=None, key="corpus_until")
    return Asked(
        " ".join(words.split()),
        tuple(outlets),
        since.isoformat() if isinstance(since, date) else "",
        until.isoformat() if isinstance(until, date) else "",
        name.strip(),
        source.strip(),
    )
