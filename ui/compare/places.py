"""Words of an article in their place, and the step to where they are read."""

from __future__ import annotations

import streamlit as st

from analysis import Analysis
from ui import state
from ui.frame import pages
from ui.text import plain

AROUND = 220
"""Characters of the article shown on either side of a passage."""


def in_place(analysis: Analysis, start: int, end: int) -> str:
    """The paragraph around a passage, the passage in bold."""
    text = analysis.article.text
    at = analysis.article.paragraph_at(start)
    low = max(at.span.start if at else 0, start - AROUND)
    high = min(max(at.span.end if at else len(text), end), end + AROUND)
    before, after = plain(text[low:start]).rstrip(), plain(text[end:high])
    before = f"{before} " if text[start - 1 : start].isspace() and before else before
    apart = " " if after and (after[0].isalnum() or text[end].isspace()) else ""
    return f"> {before}**{plain(text[start:end].strip())}**{apart}{after}"


def read_button(analysis: Analysis, start: int, label: str, key: str) -> None:
    """A button that opens the article at the paragraph of this character."""
    at = analysis.article.paragraph_at(start)
    place = (analysis.article.id, at.index if at else None)
    if st.button(label, key=key, on_click=_open, args=place):
        st.switch_page(pages()["4_sources.py"])


def _open(article: str, paragraph: int | None) -> None:
    state.select(article=article)
    state.select(paragraph=paragraph)
