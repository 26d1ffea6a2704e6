"""The frame of every page: the router, the guard against a cold start, the head."""

from __future__ import annotations

import re
import runpy
import sys
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from analysis import Analysis
from analysis.records import Scorer
from analysis.text import body_words, heading
from ui import link, state
from ui.articles import shelf
from ui.frame import layout
from ui.frame.score import slim
from ui.kit import cite
from ui.lasting import from_the_top
from ui.text import count, date_words, minutes, plain
from ui.tour import tour

SCORER_WORDS: dict[Scorer, str] = {"news": "News-tuned tone", "plain": "Plain VADER"}
SCORER_HELP = (
    "News-tuned passes over names and knows about 4,600 words of news English; it agrees better "
    "with people who read news. Plain VADER is the library as it is. Your choice is kept."
)
ROOT = Path(__file__).resolve().parents[2]
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_RAN = "_router_ran"
_ASKED = "_page_asked"


class PageFile(NamedTuple):
    """A page of the menu: its file under pages/, its title and its path in the URL."""

    file: str
    title: str
    path: str
    icon: str
    help: str


PAGES = (
    PageFile(
        "1_overview.py",
        "Overview",
        "overview",
        ":material/dashboard:",
        "The article in one picture",
    ),
    PageFile(
        "2_tone.py",
        "Tone",
        "tone",
        ":material/graphic_eq:",
        "How does it sound, and where does it turn?",
    ),
    PageFile("3_entities.py", "Names", "entities", ":material/groups:", "Who is it about?"),
    PageFile(
        "4_sources.py", "Sources", "sources", ":material/record_voice_over:", "Who is speaking?"
    ),
    PageFile(
        "5_add.py", "Add articles", "add", ":material/note_add:", "Paste or upload, check, keep"
    ),
    PageFile(
        "6_library.py", "Library", "library", ":material/library_books:", "What you have kept"
    ),
    PageFile(
        "9_compare.py",
        "Compare",
        "compare",
        ":material/compare_arrows:",
        "The same story in two to six articles",
    ),
    PageFile(
        "10_follow.py",
        "Follow",
        "follow",
        ":material/timeline:",
        "What changes over time, by outlet, author and collection?",
    ),
    PageFile(
        "11_person.py",
        "Person",
        "person",
        ":material/person_search:",
        "One person or body across your articles",
    ),
    PageFile(
        "12_corpus.py",
        "Corpus",
        "corpus",
        ":material/database:",
        "Many articles, read where they lie",
    ),
    PageFile(
        "7_trust.py",
        "How right is it?",
        "trust",
        ":material/verified:",
        "How often the program is right, and the codebook",
    ),
    PageFile(
        "8_check.py",
        "Check a sample",
        "check",
        ":material/fact_check:",
        "Measure it on your own articles",
    ),
)


def pages() -> dict[str, st.Page]:
    """The pages that exist, by file name; the first is the one a visitor lands on.

    Each run gets its own: the one that the router chooses remembers whether it has run.
    """
    return {file: copy(page) for file, page in _known().items()}


@lru_cache(maxsize=1)
def _known() -> dict[str, st.Page]:
    """The pages, made once: for each Streamlit looks up and checks its file, and a page has a
    dozen links to them."""
    return {
        p.file: st.Page(
            ROOT / "pages" / p.file,
            title=p.title,
            icon=p.icon,
            url_path=p.path,
            default=p is PAGES[0],
            help=p.help,
        )
        for p in PAGES
        if (ROOT / "pages" / p.file).exists()
    }


def run_page(page: st.Page) -> None:
    """Run the page the router chose, or the one ``page_guard`` was called from."""
    st.session_state[_RAN] = True
    asked = st.session_state.pop(_ASKED, None)
    st.logo(str(ROOT / "ui" / "wordmark.svg"), size="large")
    layout.apply_style()
    from_the_top(page.url_path)
    state.drawing(True)
    try:
        if asked and PAGES[0].title == page.title and Path(asked).name != PAGES[0].file:
            runpy.run_path(asked)  # a page run as the main script, as tests do
        else:
            page.run()
    finally:
        state.drawing(False)


def page_guard() -> None:
    """Hand over to the router when a page was started without it.

    A fresh server whose first visitor opens /tone runs pages/2_tone.py by Streamlit's old
    discovery of a folder named pages/, without dashboard.py.
    """
    if not st.session_state.get(_RAN):
        st.session_state[_ASKED] = sys._getframe(1).f_globals.get("__file__")
        runpy.run_path(str(ROOT / "dashboard.py"), run_name="__main__")
        st.stop()


def page_head(question: str, analysis: Analysis | None = None, *, score: bool = True) -> None:
    """The page's question, which article this is, who scores its tone, and the slim score.

    The tour goes on where the reader is; it is offered on the Overview, which has no slim score.
    """
    st.title(question, anchor=False)
    cite([] if analysis is None else [analysis])
    tour(offer=analysis is not None and not score)
    if analysis is None:
        return
    with st.container(key="head", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(head_line(analysis), width="content")
        _scorer_switch()
    if score and len(analysis.article.body) > 1:
        slim(analysis)


def _scorer_switch() -> None:
    """Tone news-tuned or plain, on every page; the choice is kept for later visits."""
    st.session_state["scorer"] = state.scorer()
    st.segmented_control(
        "Tone scored by",
        list(SCORER_WORDS),
        key="scorer",
        format_func=SCORER_WORDS.__getitem__,
        required=True,
        on_change=lambda: state.choose_scorer(st.session_state["scorer"]),
        label_visibility="collapsed",
        help=SCORER_HELP,
    )


def head_line(analysis: Analysis) -> str:
    """*Headline* — outlet · author · date · 612 words · 3 min, as escaped Markdown."""
    article = analysis.article
    words = body_words(article)
    facts = [article.outlet, article.author, date_words(article.published)]
    known = [_apart(f) for f in facts if f]
    known += [count(words, "word"), minutes(words)]
    if made := len(analysis.corrections):
        known.append(f"{count(made, 'correction')} by you")
    badge = " :gray-badge[Sample article]" if shelf.is_sample(article.id) else ""
    return f"*{_apart(heading(article.title, article.text))}* — {' · '.join(known)}{badge}"


def _apart(text: str) -> str:
    """Escaped and isolated, so that a right-to-left title leaves the rest of the line alone."""
    return f"\u2068{plain(text)}\u2069" if _RIGHT_TO_LEFT.search(text) else plain(text)


def open_link(file: str, label: str) -> None:
    """A link to another page that takes the selection along; nothing where it does not exist."""
    page = _known().get(file)
    if page is not None:
        st.page_link(page, label=label, icon=":material/arrow_forward:", query_params=link.link())
