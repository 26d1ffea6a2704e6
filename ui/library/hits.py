"""What a search found: the words around each hit, the hit marked; a click leads there."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.text import heading
from library import ArticleRow, Hit, Store, StoreError, find_hits, texts
from ui import state
from ui.text import count, date_words, plain

FIRST = 8
"""Articles whose hits are shown; the button shows as many more."""
_MORE = "_hits_shown"


def show_hits(store: Store, rows: Sequence[ArticleRow], words: str) -> None:
    """The hits of the articles listed, newest first, each a button that leads to its place."""
    if not words.strip() or not rows:
        return
    held, number = st.session_state.get(_MORE, ("", FIRST))
    shown = rows[: number if held == words else FIRST]
    with store.read() as connection:
        found = texts(connection, [row.id for row in shown])
    st.subheader("Where it stands", anchor=False)
    with st.container(key="hits", gap="xsmall"):
        for row in shown:
            _article(store, row, found.get(row.id, ""), words)
    if len(rows) > len(shown):
        left = len(rows) - len(shown)
        more = (_MORE, words, len(shown) + FIRST)
        st.button(f"Show more ({left:,} left)", key="hits_more", on_click=_show_more, args=more)


def _article(store: Store, row: ArticleRow, text: str, words: str) -> None:
    facts = " · ".join(f for f in (row.outlet, date_words(row.published)) if f)
    st.markdown(f"**{plain(heading(row.title, row.begins))}** {plain(facts)}")
    hits = find_hits(text, words)
    if not hits:
        st.caption("Only in the title, outlet or author.")
    for n, hit in enumerate(hits):
        place = (store, row.id, hit.marks[0].start)
        label = marked(text, hit)
        st.button(label, key=f"hit_{row.id}_{n}", type="tertiary", on_click=_open, args=place)


def marked(text: str, hit: Hit) -> str:
    """The words around a hit as Markdown, what was searched for in bold on grey."""
    parts, at = [], hit.around.start
    for mark in hit.marks:
        parts.append(_apart(text[at : mark.start]))
        parts.append(f":gray-background[**{plain(mark.of(text))}**]")
        at = mark.end
    parts.append(_apart(text[at : hit.around.end]))
    return f"… {''.join(parts).strip()} …"


def _apart(text: str) -> str:
    """Escaped, the space at either end kept."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{plain(text)}{right}"


def keep_as_collection(store: Store, ids: Sequence[str]) -> None:
    """Puts all that was found into a collection, a new one or one that is there."""
    with st.popover(f"Keep these {count(len(ids), 'article')} as a collection", key="found_box"):
        st.text_input("Name of the collection", key="found_name", max_chars=200)
        st.button("Keep", key="found_keep", on_click=_keep, args=(store, list(ids)))
    if said := st.session_state.pop("_found_said", None):
        st.caption(plain(said))


def _keep(store: Store, ids: list[str]) -> None:
    name = str(st.session_state.get("found_name") or "").strip()
    if not name:
        st.session_state["_found_said"] = "Type the name of a collection first."
        return
    try:
        store.label(ids, collection=name)
        said = f"{count(len(ids), 'article')} added to the collection “{name}”."
    except StoreError as error:
        said = str(error)
    st.session_state["_found_said"] = said
    st.cache_data.clear()


def _show_more(key: str, words: str, number: int) -> None:
    st.session_state[key] = (words, number)


def _open(store: Store, id: str, start: int) -> None:
    """The article of a hit, at its paragraph."""
    state.select(article=id)
    try:
        paragraph = store.article(id).paragraph_at(start)
    except StoreError:
        return
    state.select(paragraph=paragraph.index if paragraph else None)
