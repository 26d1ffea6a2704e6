"""Hearsay's dashboard: page settings and the router. Run with ``streamlit run dashboard.py``."""

import streamlit as st

from ui.frame import ROOT, pages, run_page

st.set_page_config(page_title="Hearsay", page_icon=str(ROOT / "ui" / "mark.png"), layout="wide")
run_page(st.navigation(list(pages().values())))
