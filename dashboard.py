"""Hearsay's dashboard: page settings and the router. Run with ``streamlit run dashboard.py``.

Streamlit's server imports this file to find ``app``; for each visitor it then runs it.
"""

import streamlit as st

if __name__ == "__main__":
    from ui.frame import ROOT, pages, run_page

    st.set_page_config(page_title="Hearsay", page_icon=str(ROOT / "ui" / "mark.png"), layout="wide")
    run_page(st.navigation(list(pages().values())))
else:
    from ui.gate import HANDLERS, MIDDLEWARE, routes
    from ui.warm import warm_up

    warm_up()
    app = st.App(__file__, routes=routes(), middleware=MIDDLEWARE, exception_handlers=HANDLERS)
