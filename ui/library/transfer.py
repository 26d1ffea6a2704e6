"""The whole library out to one file and in from one; results made again, with progress."""

from __future__ import annotations

from functools import partial
from typing import BinaryIO

import streamlit as st

from analysis.records import Scorer
from library import (
    Progress,
    Refresher,
    Store,
    engine_version,
    export_library,
    import_library,
    refresher,
)
from ui import state
from ui.kit import Bar
from ui.library import list as kept
from ui.text import count, plain

_LOST = "_left_out_of_export"
LARGEST = 1_000
"""MB of an exported library; `python -m library import` takes larger ones."""
AT_ONCE = True
"""Whether results that are missing are made as soon as somebody looks at the library."""


def transfer_parts(store: Store) -> None:
    """Export and import, each one file."""
    box = st.expander("Export or import", key="library_transfer", on_change="rerun")
    if not box.open:
        return
    with box:
        lost = left_out()
        st.download_button(
            "Export the whole library",
            data=partial(whole_library, store, lost),
            file_name="hearsay-library.jsonl",
            mime="application/jsonl",
            on_click="ignore",
            key="library_export",
        )
        st.caption("One file with all articles, your corrections, collections and tags.")
        _say_left_out(lost)
        given = st.file_uploader(
            "Exported library", type=["jsonl"], key="library_file", max_upload_size=LARGEST
        )
        if st.button("Import", key="library_import", disabled=given is None) and given:
            _import(store, given)


def left_out() -> list[str]:
    """The ids of damaged articles that are not in the file exported last; one list a visit."""
    lost: list[str] = st.session_state.setdefault(_LOST, [])
    return lost


def whole_library(store: Store, lost: list[str]) -> bytes:
    """The exported library; ``lost`` then holds the ids of damaged articles that are not in it."""
    damaged: list[str] = []
    data = b"".join(export_library(store, damaged=damaged.append))
    lost[:] = damaged
    return data


@st.fragment(run_every=2.0)
def _say_left_out(lost: list[str]) -> None:
    """The file is made when it is asked for, without a run of the page: so this looks again."""
    if lost:
        st.warning(
            f"{count(len(lost), 'article')} could not be exported because of damage: "
            f"{plain(', '.join(lost))}. The command python -m library check says what is amiss."
        )


def _import(store: Store, given: BinaryIO) -> None:
    """Article by article; broken off by a click, what was added stays."""
    total = sum(1 for _ in given) - 2  # without head and end
    given.seek(0)
    bar = Bar(max(1, total), "article", "importing")
    kept.attempt(lambda: str(import_library(store, given, bar.show)))
    st.rerun()


@st.cache_resource(show_spinner=False)
def _refresher(url: str) -> Refresher:
    return refresher(url)


@st.cache_resource(show_spinner=False)
def _begin(url: str, scorer: Scorer, engine: str) -> None:
    """Once a server and engine: results that are missing are made without being asked for."""
    _refresher(url).start(scorer)


@st.fragment(run_every=1.0)
def _running(url: str) -> None:
    now = _refresher(url).progress
    if not now.running:
        kept.fresh()
        st.rerun()
    st.progress(now.done / now.total if now.total else 0.0, text=progress_words(now))
    st.button("Stop", key="results_stop", on_click=_refresher(url).cancel)


def results(store: Store) -> None:
    """How many results are of this engine, and a button that makes the others again."""
    if not store.writable:
        return
    waiting = len(store.outdated(state.scorer()))
    if waiting and AT_ONCE:
        _begin(store.url, state.scorer(), engine_version())
    now = _refresher(store.url).progress
    if now.running:
        _running(store.url)
        return
    if now.error:
        st.error(plain(now.error))
    if not waiting:
        st.caption("The results of all articles are up to date.")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f"{count(waiting, 'article')} still to be read by this version of Hearsay. "
            "Your corrections are kept."
        )
        begin, scorer = _refresher(store.url).start, state.scorer()
        st.button("Analyse now", key="results_start", on_click=begin, args=(scorer,))
    if now.failed:
        st.caption(f"{count(now.failed, 'article')} could not be analysed in the last round.")


def progress_words(now: Progress) -> str:
    """ "12 of 40 articles, 3.1 a second, 9 seconds left"."""
    said = f"{now.done} of {count(now.total, 'article')}"
    if now.left is None:
        return said
    left = count(round(now.left), "second") if now.left < 90 else f"{now.left / 60:.0f} minutes"
    return f"{said}, {now.rate:.1f} a second, {left} left"
