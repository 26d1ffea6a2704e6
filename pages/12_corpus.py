"""Corpus: a folder of many articles, read where it lies."""

from functools import partial

import streamlit as st

from ui import link
from ui.corpus import article_list, ask, figures_line, opened, show_heard, show_months, show_outlets
from ui.frame import page_guard, page_head, sections

page_guard()
link.restore()
page_head("What do many articles have in common?")
corpus = opened()
if corpus is None:
    st.stop()

asked = ask(corpus)
if not figures_line(corpus, asked):
    st.info("No article passes all filters: take one of them back.")
    st.stop()

sections(
    {
        "By outlet": partial(show_outlets, corpus, asked),
        "Over time": partial(show_months, corpus, asked),
        "Heard and named": partial(show_heard, corpus, asked),
    }
)
link.write()
article_list(corpus, asked)
