"""How right is it? Measured on public data, by the reader's own coding, and the codebook."""

import streamlit as st

from ui.articles import shelf
from ui.frame import choose_article, open_link, page_guard, page_head, sections
from ui.trust import corrections_made, measured_by_us, measured_by_you, show_codebook

page_guard()
choose_article()
page_head("How right is it?")
st.markdown(
    "How often the program is right, beside people and other tools, and how to find out for your "
    "own articles."
)
open_link("8_check.py", "Check a sample of your own")
sections(
    {
        "Measured by us": measured_by_us,
        "Measured by you": lambda: measured_by_you(shelf.opened()),
        "Corrections": lambda: corrections_made(shelf.opened()),
        "Codebook": show_codebook,
    }
)
