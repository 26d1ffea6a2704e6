"""The list of what is kept: found by words, collection or tag; chosen, labelled, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis.tables import frame
from analysis.text import heading
from library import ArticleRow, Store, StoreError
from ui import state
from ui.text import count, date_words, plain

_SAID = "_library_said"
_UNDO = "_library_deleted"
LIST = {
    "id": "str",
    "title": "str",
    "outlet": "str",
    "published": "str",
    "words": "int64",
    "repeats": "int64",
    "corrections": "int64",
    "collections": "object",
    "tags": "object",
    "saved": "str",
    "url": "str",
    "author": "str",
}
SHOWN = ("title", "outlet", "published", "words", "repeats", "corrections", "collections", "tags")


def list_line(
    table: pd.DataFrame, rows: Sequence[ArticleRow], everything: Sequence[ArticleRow]
) -> str:
    """ "3 of 12 articles in your library", and how many have no words of their own."""
    line = f"{len(table)} of {count(len(everything), 'article')} in your library"
    gone = len(rows) - len(table)
    return f"{line}; {gone} left out, with no copy of their own" if gone else line


def list_table(
    rows: Sequence[ArticleRow], repeats: dict[str, int], own: dict[str, int] | None = None
) -> pd.DataFrame:
    """One row per article kept; ``repeats`` is how many others share passages with it.

    With ``own``, the words that stand in no other article, ``words`` counts only these, and
    an article without any is left out.
    """
    if own is not None:
        rows = [replace(row, words=own.get(row.id, row.words)) for row in rows]
        rows = [row for row in rows if row.words]
    made = (
        {
            **{name: getattr(row, name, None) or "" for name in LIST},
            "title": heading(row.title, row.begins),
            "published": date_words(row.published),
            "words": row.words,
            "corrections": row.corrections,
            "collections": list(row.collections),
            "tags": list(row.tags),
            "repeats": repeats.get(row.id, 0),
        }
        for row in rows
    )
    return frame(made, LIST)


def kept_rows(store: Store | None) -> list[ArticleRow]:
    """All that is kept; a library that can no longer be read is said so, not a traceback."""
    try:
        return store.articles() if store else []
    except StoreError as error:
        st.error(plain(str(error)))
        return []


def search_box() -> str:
    """What is searched for in all texts; it stands in the link as the other conditions do."""
    st.session_state["library_search"] = words = " ".join(state.within().get("words", ()))
    st.text_input(
        "Search in all texts", key="library_search", type="search", max_chars=200,
        on_change=_searched,
    )  # fmt: skip
    return words


def _searched() -> None:
    words = str(st.session_state["library_search"] or "").strip()
    state.set_within("words", (words,) if words else ())


def show_list(table: pd.DataFrame) -> list[str]:
    """The list; gives back the ids of the rows that are ticked."""
    event = st.dataframe(
        table[list(SHOWN)],
        hide_index=True,
        key="library_list",
        on_select="rerun",
        selection_mode="multi-row",
        height=min(420, 35 * (len(table) + 1) + 3),
        column_config={
            "title": st.column_config.TextColumn("Title", width="large"),
            "outlet": "Outlet",
            "published": "Date",
            "words": st.column_config.NumberColumn("Words", format="localized"),
            "repeats": st.column_config.NumberColumn(
                "Repeats", help="Other articles in your library that share a passage with it"
            ),
            "corrections": st.column_config.NumberColumn("Corrections", help="Made by you"),
            "collections": st.column_config.ListColumn("Collections"),
            "tags": st.column_config.ListColumn("Tags"),
        },
        alt=f"Your library: {count(len(table), 'article')}",
    )
    ticked: list[int] = event["selection"]["rows"] if event else []
    return [table["id"].iloc[row] for row in ticked if row < len(table)]


def actions(store: Store, chosen: list[str]) -> None:
    """What can be done with the ticked articles."""
    with st.container(horizontal=True, vertical_alignment="center", key="library_actions"):
        st.markdown(f"{count(len(chosen), 'article')} ticked")
        if len(chosen) == 1:
            this = {"article": chosen[0]}
            st.button("Open", key="library_open", on_click=state.select, kwargs=this)
        _label_button(store, chosen, "collection", store.collections())
        _label_button(store, chosen, "tag", store.tags())
        st.button("Delete", key="library_delete", on_click=_delete, args=(store, chosen))


def say() -> None:
    """What the last action did, with a way to undo a deletion."""
    message = st.session_state.pop(_SAID, None)
    deleted = st.session_state.get(_UNDO)
    if deleted:
        store, ids = deleted
        with st.container(horizontal=True, vertical_alignment="center"):
            st.info(f"{count(len(ids), 'article')} deleted.")
            st.button("Undo", key="library_undo", on_click=restore, args=(store, ids))
    if message:
        kind, text = message
        (st.error if kind == "error" else st.success)(plain(text))


def deleted_articles(store: Store) -> None:
    """What was deleted and can be brought back, or erased for good."""
    gone = store.articles(deleted=True)
    if not gone:
        return
    box = st.expander(f"Deleted ({len(gone)})", key="library_gone", on_change="rerun")
    if not box.open:
        return
    with box:
        titles = {row.id: heading(row.title, row.begins) for row in gone}
        chosen = st.multiselect(
            "Deleted articles", list(titles), format_func=titles.__getitem__, key="gone_chosen"
        )
        with st.container(horizontal=True):
            none = not chosen
            args = (store, chosen)
            st.button("Restore", key="gone_restore", on_click=restore, args=args, disabled=none)
            st.button("Erase for good", key="gone_erase", on_click=_erase, args=args, disabled=none)
        st.caption("Erasing removes text, results and corrections; it cannot be undone.")


def restore(store: Store, ids: list[str]) -> None:
    """Bring deleted articles back; for callbacks."""
    st.session_state.pop(_UNDO, None)
    attempt(lambda: f"{count(store.restore(ids), 'article')} restored.")


def attempt(work: Callable[[], str]) -> None:
    """Do the work and say its sentence, or the sentence of what went wrong; for callbacks."""
    try:
        st.session_state[_SAID] = ("done", work())
    except StoreError as error:
        st.session_state[_SAID] = ("error", str(error))
    fresh()


def fresh() -> None:
    """Lets the article picker list the library anew, not as it was some seconds ago."""
    st.cache_data.clear()


def _label_button(store: Store, chosen: list[str], kind: str, names: list[str]) -> None:
    with st.popover("Add to collection" if kind == "collection" else "Add tag", key=f"{kind}_box"):
        st.selectbox(
            "Collection" if kind == "collection" else "Tag",
            names,
            index=None,
            accept_new_options=True,
            placeholder="Choose one, or type a new name",
            key=f"new_{kind}",
        )
        with st.container(horizontal=True):
            st.button("Add", key=f"add_{kind}", on_click=_label, args=(store, chosen, kind, True))
            st.button(
                "Take off", key=f"off_{kind}", on_click=_label, args=(store, chosen, kind, False)
            )


def _label(store: Store, chosen: list[str], kind: str, on: bool) -> None:
    name = str(st.session_state.get(f"new_{kind}") or "").strip()
    if not name:
        st.session_state[_SAID] = ("error", f"Choose or type the name of a {kind} first.")
        return
    change = store.label if on else store.unlabel

    def work() -> str:
        change(chosen, **{kind: name})
        done = "added to" if on else "taken off"
        return f"{count(len(chosen), 'article')} {done} the {kind} “{name}”."

    attempt(work)


def _delete(store: Store, ids: list[str]) -> None:
    try:
        store.delete(ids)
        st.session_state[_UNDO] = (store, ids)
    except StoreError as error:
        st.session_state[_SAID] = ("error", str(error))
    fresh()


def _erase(store: Store, ids: list[str]) -> None:
    st.session_state.pop(_UNDO, None)
    attempt(lambda: f"{count(store.erase(ids), 'article')} erased for good.")
