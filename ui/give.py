"""Step one of adding articles: paste, files, a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis import ArticleError
from analysis.intake import SUFFIXES, Columns, Draft, failures_csv, read_everything
from ui import drafts, rows
from ui.progress import with_progress
from ui.text import count, plain

_SEEN = "_files_read"


def give() -> None:
    """The three ways in; what is given is held at once for step two."""
    paste, files, folder = st.tabs(["Paste text", "Upload files", "Upload a folder"], key="give")
    with paste:
        _paste()
    with files:
        given = st.file_uploader(
            "Articles as files, several at once",
            type=accepted(),
            accept_multiple_files=True,
            key="files",
            help="One article a file; .csv and .jsonl hold one a row, .zip holds files.",
        )
        _take(given)
    with folder:
        given = st.file_uploader(
            "All articles in a folder",
            type=accepted(),
            accept_multiple_files="directory",
            key="folder",
        )
        _take(given)
    show_failures()


def accepted() -> list[str]:
    """File name endings that can be read, without the dot."""
    return sorted(s.lstrip(".") for s in SUFFIXES)


def _paste() -> None:
    st.text_area(
        "The text of an article, headline first",
        key="pasted",
        height=180,
        persist_state="session",
        placeholder="Paste what your browser copied: captions, related links and author notes "
        "are recognised and left out of the counts.",
    )
    if st.button("Check this text", key="paste_check"):
        text = st.session_state["pasted"] or ""
        if not text.strip():
            st.warning("There is nothing to check yet: paste the text of an article.")
            return
        drafts.choose(drafts.add([Draft(text, "pasted text")])[0])


def _take(files: Any) -> None:
    """Read what has newly arrived; files of rows wait for their columns to be chosen."""
    uploaded: Sequence[Any] = files or []
    for file in uploaded:
        if rows.is_rows(file.name):
            _take_rows(file.name, file.getvalue())
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    new = [f for f in uploaded if f.file_id not in seen and not rows.is_rows(f.name)]
    for file in with_progress(new, "file"):
        seen.add(file.file_id)
        _read(file.name, file.getvalue())


def _read(name: str, data: bytes, columns: Columns | None = None) -> None:
    """Hold what the document has; remember what of it could not be read."""
    found = read_everything(name, data, columns=columns)
    for failure in found.failures:
        drafts.fail(failure.name, failure.reason)
    if found.drafts:
        drafts.choose(drafts.add(found.drafts, data)[0])


def _take_rows(name: str, data: bytes) -> None:
    key = hashlib.sha256(data).hexdigest()[:12]
    with st.container(border=True, key=f"rows_{key}"):
        st.markdown(f"**{plain(name)}**")
        try:
            shown = rows.preview(name, data)
        except ArticleError as error:
            st.error(plain(str(error)))
            return
        if shown is None:
            st.error("This file does not hold rows: give one article a row.")
            return
        columns = rows.choose_columns(key, shown)
        if columns.text is None:
            st.info("Choose the column that holds the text of the articles.")
        elif st.button(f"Take {count(shown.count, 'row')}", key=f"take_{key}"):
            _read(name, data, columns)


def show_failures() -> None:
    """The documents that could not be read, with the reason, to look at or take away."""
    failed = drafts.failures()
    if not failed:
        return
    st.error(f"{count(len(failed), 'document')} could not be read.")
    table = pd.DataFrame([{"Document": f.name, "Reason": f.reason} for f in failed])
    st.dataframe(table, hide_index=True, key="failures", alt="Documents that could not be read")
    with st.container(horizontal=True):
        st.download_button(
            "Download this list",
            data=failures_csv(failed).encode("utf-8", "replace"),
            file_name="not-read.csv",
            mime="text/csv",
            on_click="ignore",
            key="failures_csv",
        )
        st.button("Clear this list", key="failures_clear", on_click=failed.clear)
