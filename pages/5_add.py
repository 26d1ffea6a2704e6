"""Add articles: paste or upload, check, save, on one page."""

import streamlit as st

from ui.adding import check, drafts, give, keep, show_result
from ui.frame import choose_article, page_guard, page_head

page_guard()
choose_article()
page_head("Add articles")
st.caption("Everything stays on this machine. Nothing is saved before you say so.")
show_result()

st.subheader("1. Paste or upload", anchor=False)
give()

st.subheader("2. Check what was read", anchor=False)
if not drafts.held():
    st.info("Nothing to check yet: paste a text or upload a file above.")
    st.stop()
check()

st.subheader("3. Save", anchor=False)
keep()
