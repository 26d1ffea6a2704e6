"""Step one of adding articles: paste, files, a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis import ArticleError
from analysis.intake import (
    SUFFIXES,
    Batch,
    Draft,
    Parts,
    failures_csv,
    fetch_page,
    fetching_allowed,
    open_parts,
    read_everything,
)
from ui.adding import drafts, rows
from ui.kit import with_progress
from ui.text import count, plain

_STOPPED = "_reading_stopped"
_SEEN = "_files_read"


def give() -> None:
    """The ways in; what is given is held at once for step two."""
    names = ["Paste text", "Upload files", "Upload a folder"]
    if fetching_allowed():
        names.append("Fetch a page")
    paste, files, folder, *fetch = st.tabs(names, key="give")
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
        _take(given, "files")
    with folder:
        given = st.file_uploader(
            "All articles in a folder",
            type=accepted(),
            accept_multiple_files="directory",
            key="folder",
        )
        _take(given, "folder")
    for tab in fetch:
        with tab:
            _fetch()
    if stopped := st.session_state.pop(_STOPPED, ""):
        st.info(stopped)
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
        drafts.choose(drafts.add(Draft(text, "pasted text")))


def _fetch() -> None:
    address = st.text_input("Address of a page", key="address", placeholder="https://")
    st.caption("Hearsay asks that server for this one page, and for nothing else.")
    if not st.button("Fetch this page", key="fetch_check", disabled=not address):
        return
    try:
        with st.spinner("Fetching the page"):
            page = fetch_page(address)
    except ArticleError as error:
        st.error(plain(str(error)))
        return
    found = read_everything(page.name, page.data)
    for draft in found.drafts:
        drafts.choose(
            drafts.add(replace(draft, name=page.url, url=draft.url or page.url, file=None))
        )
    drafts.take(Batch(failures=tuple(replace(f, name=page.url) for f in found.failures)))


def _take(files: Any, key: str) -> None:
    """Read what has newly arrived; files of rows wait for their columns to be chosen."""
    uploaded: Sequence[Any] = files or []
    for file in uploaded:
        if rows.is_rows(file.name):
            _take_rows(file.name, file.getvalue())
    seen: set[str] = st.session_state.setdefault(_SEEN, set())
    new = {f.file_id: f for f in uploaded if f.file_id not in seen and not rows.is_rows(f.name)}
    if not new:
        return
    opened = {id: open_parts(f.name, f.getvalue()) for id, f in new.items()}
    total = sum(parts.total for parts in opened.values())

    def stop(done: int) -> None:
        seen.update(new)
        _stopped(done, total)

    _hold(with_progress(_each(opened, seen), total, "document", key, stop))


def _each(opened: dict[str, Parts], seen: set[str]) -> Iterator[Batch]:
    """What came of every part; a file broken off by another click is read again."""
    for id, parts in opened.items():
        yield from parts.batches
        seen.add(id)


def _hold(batches: Iterable[Batch]) -> None:
    """Hold what each part has as soon as it is read, and check the first one next."""
    first = True
    for batch in batches:
        drafts.take(batch)
        if first and batch.drafts:
            drafts.choose(drafts.add(batch.drafts[0]))
            first = False


def _stopped(done: int, total: int) -> None:
    st.session_state[_STOPPED] = f"Stopped: {done:,} of {total:,} were read, and are kept below."


def _take_rows(name: str, data: bytes) -> None:
    key = hashlib.sha256(data).hexdigest()[:12]
    with st.container(border=True, key=f"rows_{key}"):
        st.markdown(f"**{plain(name)}**")
        try:
            shown, encoding = rows.preview_in(key, name, data)
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
            parts = open_parts(name, data, encoding=encoding, columns=columns)
            stop = partial(_stopped, total=parts.total)
            _hold(with_progress(parts.batches, parts.total, "row", key, stop))


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
        st.button("Clear this list", key="failures_clear", on_click=drafts.forget_failures)
