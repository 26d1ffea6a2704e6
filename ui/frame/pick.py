"""The article picker in the sidebar."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis, ArticleError, analyze
from analysis.language import model_problem
from analysis.text import distrust
from ui import link, state
from ui.articles import Entry, session_corrections, shelf
from ui.cache import analysis_of
from ui.frame.shell import open_link
from ui.lasting import lasting
from ui.text import date_words, distinct, plain
from ui.tour import start_tour

SEARCH_FROM = 9
"""With more than eight articles the picker has a search box."""
SHOWN = 8


def choose_article() -> Analysis:
    """The analysis of the chosen article (from the URL, the session, or the first sample).

    Draws the picker in the sidebar; an article nothing can be done with stops the page
    with one sentence.
    """
    now = link.restore()
    entries = shelf.entries()
    ids = [e.id for e in entries]
    chosen = now.article if now.article in ids else ids[0]
    if now.article not in (None, chosen):
        st.info("The article of this link is not in your library, so a sample is shown.")
    _picker(entries, chosen)
    found = shelf.find(chosen)
    assert found is not None  # chosen comes from the shelf
    article, kept = found
    try:
        mine = session_corrections(article.id)
        make = analyze if mine else shelf.kept_or_made
        analysis = analysis_of(article, state.scorer(), (*kept, *mine), make)
    except ArticleError as error:
        st.error(str(error))
        st.stop()
    if problem := model_problem(analysis.model):
        st.warning(problem)
    if foreign := distrust(analysis.article.text):
        st.warning(foreign)
    link.keep_valid(analysis)
    return analysis


def _picker(entries: list[Entry], chosen: str) -> None:
    with lasting(), st.sidebar:
        shown = _search(entries, chosen) if len(entries) >= SEARCH_FROM else entries
        titles = distinct({e.id: plain(e.title) for e in shown})
        st.session_state["picked_article"] = chosen
        st.radio(
            "Article",
            list(titles),
            key="picked_article",
            format_func=titles.__getitem__,
            captions=[_caption(e) for e in shown],
            on_change=_picked,
        )
        open_link("5_add.py", "Add your own")
        st.button(
            "Tour", key="tour_again", type="tertiary", icon=":material/tour:", on_click=start_tour
        )


def _picked() -> None:
    state.select(article=st.session_state["picked_article"])


def _search(entries: list[Entry], chosen: str) -> list[Entry]:
    asked = st.text_input("Find an article", key="article_search", type="search").casefold()
    match = [e for e in entries if asked in f"{e.title} {e.outlet}".casefold()]
    shown = [e for e in match if e.id != chosen][: SHOWN - 1]
    if len(match) > SHOWN:
        st.caption(f"{SHOWN} of {len(match)} shown")
    return [e for e in entries if e.id == chosen] + shown


def _caption(entry: Entry) -> str:
    parts = [entry.outlet, date_words(entry.published), "sample" if entry.sample else ""]
    return plain(" · ".join(p for p in parts if p))
