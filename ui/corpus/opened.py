"""The corpus that is open, and its articles in a list; one that is ticked opens for reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from analysis.text import signed
from library import Asked, Corpus, StoreError, corpus_folder, open_corpus
from ui import state
from ui.articles import shelf
from ui.text import count, date_words, plain

AS_WRITTEN: dict[str, Any] = {
    "published": date_words,
    "compound": signed,
    "unnamed": "{:.0%}",
}
"""Dates, scores and shares as on every page; columns still sort by what they hold."""
MINUTES = 10
"""How long an answer is kept: a corpus that is still being written grows."""


def opened() -> Corpus | None:
    """The corpus that ``HEARSAY_CORPUS`` names; None, and the page says why, where none can be."""
    folder = corpus_folder()
    if folder is None:
        st.info(
            "No corpus is open. Analyse many articles into a folder with "
            "`python -m analysis --dataset FOLDER ARTICLES`, then start the dashboard with "
            "`HEARSAY_CORPUS=FOLDER`. Nothing is imported, and the folder is only read."
        )
        return None
    try:
        return open_corpus(folder)
    except StoreError as error:
        st.error(plain(str(error)))
        return None


def table(corpus: Corpus, question: Callable[..., dict[str, Any]], asked: Asked) -> pd.DataFrame:
    """The answer to a question, asked once for all sessions."""
    return _answer(str(corpus.folder), question.__name__, asked, corpus)


@st.cache_data(max_entries=256, ttl=60 * MINUTES, show_spinner=False)
def _answer(folder: str, question: str, asked: Asked, _corpus: Corpus) -> pd.DataFrame:
    return pd.DataFrame(getattr(_corpus, question)(asked))


def article_list(corpus: Corpus, asked: Asked) -> None:
    """The newest articles that pass; ticking one opens it on the reading pages."""
    found = table(corpus, corpus.articles, asked)
    st.subheader("Articles", anchor=False)
    st.caption(f"The newest {len(found):,}. Tick one to read it with all its pages.")
    event = st.dataframe(
        found.drop(columns="article").style.format(AS_WRITTEN, na_rep=""),
        hide_index=True,
        placeholder="",
        key="corpus_articles",
        on_select="rerun",
        selection_mode="single-row",
        height=min(420, 35 * (len(found) + 1) + 3),
        column_config={
            "title": st.column_config.TextColumn("Title", width="large"),
            "outlet": "Outlet",
            "published": "Date",
            "words": st.column_config.NumberColumn("Words", format="localized"),
            "compound": "Tone",
            "unnamed": "Unnamed",
            "file": "File",
        },
        alt=f"Corpus: {count(len(found), 'article')}",
    )
    ticked = event["selection"]["rows"] if event else []
    if ticked and ticked[0] < len(found):
        _open(corpus, str(found["article"].iloc[ticked[0]]))


def _open(corpus: Corpus, id: str) -> None:
    try:
        article = corpus.article(id)
    except StoreError as error:
        st.error(plain(str(error)))
        return
    shelf.hold(article)
    state.select(article=article.id)
