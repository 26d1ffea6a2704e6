"""What lasts from page to page: the picker at the side, and the text beside the findings.

Streamlit marks each element with the script that drew it. When the page changes, the browser
takes away all that the page drew and builds what the next one draws; what the router
(``dashboard.py``) drew stays, and changes only where it differs. A page draws everything here,
so picker and text would be built anew each time, a quarter of the wait for another page.
What is drawn within ``lasting`` counts as the router's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_TOP = """
let shown = null;
export default function ({ data }) {
  if (shown !== null && shown !== data.page) {
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }
  shown = data.page;
}
"""
_top = st.components.v2.component("hearsay_top", js=_TOP)


@contextmanager
def lasting() -> Iterator[None]:
    """Draw as the router does; a widget drawn so is the same one on every page that has it."""
    context = get_script_run_ctx()
    if context is None:
        yield
        return
    with context.run_with_active_hash(context.pages_manager.main_script_hash):
        yield


def from_the_top(page: str) -> None:
    """Let another page begin at its top: with the text in place the window would stay scrolled."""
    with st.sidebar:
        _top(key="from_the_top", data={"page": page})
