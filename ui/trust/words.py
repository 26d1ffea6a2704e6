"""The codebook on a page, and as a file to print."""

from __future__ import annotations

import streamlit as st

from analysis.reliability import codebook, printable


def show_codebook() -> None:
    """The categories, their definitions and rules, and two ways to take them along."""
    book = codebook()
    with st.container(horizontal=True):
        st.download_button(
            "Download to print (HTML)",
            data=lambda: printable(book).encode(),
            file_name=f"hearsay-codebook-{book.version}.html",
            mime="text/html",
            on_click="ignore",
            key="codebook_html",
        )
        st.download_button(
            "Download as text (Markdown)",
            data=lambda: book.markdown.encode(),
            file_name=f"hearsay-codebook-{book.version}.md",
            mime="text/markdown",
            on_click="ignore",
            key="codebook_md",
        )
    st.markdown(book.markdown.partition("\n")[2])
