"""Check a sample: how right is the program on the reader's own articles?"""

import streamlit as st

from ui.articles import shelf
from ui.checking import (
    chosen_sample,
    code_item,
    coding,
    draw_form,
    sample_results,
    samples_list,
    say,
)
from ui.frame import choose_article, open_link, page_guard, page_head

page_guard()
analysis = choose_article()
store = shelf.opened()
sample = chosen_sample(store) if store else None
coder = coding()
if store is None or not store.writable:
    page_head("Check a sample")
    st.warning(f"{shelf.trouble()} Samples are kept in the library, so none can be checked.")
elif sample is not None and coder:
    say()
    code_item(store, sample, coder)
else:
    page_head("Check a sample")
    st.markdown(
        "How right is the program on your articles? Draw some of what it says at random, judge one "
        "after the other, and read the share that was right with its interval."
    )
    say()
    if sample is not None:
        sample_results(store, sample)
    else:
        draw_form(store, analysis)
        samples_list(store)
    open_link("7_trust.py", "What was measured on public data, and the codebook")
