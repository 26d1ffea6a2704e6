"""The library as tables, made once for as long as nothing in it changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.compare import Edit
from analysis.follow import Followed, join_facts
from analysis.tables import Frames, day_of, follow_frames, passing_articles
from library import ArticleRow, Following, Store, StoreError, follow, texts
from ui import state
from ui.articles import said_joins

NEED_FACTS = {"name", "source", "stance", "unnamed"}
"""Conditions on what is in the articles, not on how they are described."""
WORDS = "words"
"""The condition that is a search, which the library answers itself."""


@dataclass(frozen=True)
class Library:
    """All that is followed; ``waiting`` articles have no result of this version yet."""

    frames: Frames
    articles: tuple[Followed, ...]
    waiting: int

    def part(self, ids: Sequence[str]) -> Library:
        """The same of these articles only."""
        kept = set(ids)
        mine = tuple(a for a in self.articles if a.id in kept)
        return Library(self.frames.of(ids), mine, self.waiting)


def followed(store: Store | None) -> Library:
    """The library in tables; empty where it cannot be opened."""
    found = Following((), 0, "")
    try:
        if store is not None:
            with store.read() as connection:
                found = follow(connection, state.scorer())
    except StoreError as error:
        st.error(str(error))
    edits = said_joins()
    frames = _frames(found.stamp, repr(edits), found.articles, edits)
    return Library(frames, found.articles, found.waiting)


def found_rows(store: Store, rows: Sequence[ArticleRow]) -> list[ArticleRow]:
    """The articles listed that meet the conditions besides the search, analysed or not."""
    on = {name: values for name, values in state.within().items() if name != WORDS}
    if not on:
        return list(rows)
    frames = followed(store).frames if NEED_FACTS & on.keys() else follow_frames((), ())
    listed = pd.DataFrame(
        {
            "article": [row.id for row in rows],
            "outlet": [row.outlet or "" for row in rows],
            "author": [row.author or "" for row in rows],
            "date": [day_of(row.published or "") for row in rows],
            "collections": [row.collections for row in rows],
            "tags": [row.tags for row in rows],
        }
    )
    ids = set(passing_articles(Frames(listed, frames.names, frames.said, frames.people), on))
    return [row for row in rows if row.id in ids]


def passing(store: Store | None, frames: Frames, wanted: state.Filters) -> list[str]:
    """Ids of the articles that meet the conditions, the search among them."""
    ids = passing_articles(frames, wanted)
    words = " ".join(wanted.get(WORDS, ()))
    if words and store is not None:
        found = {row.id for row in store.articles(words)}
        ids = [id for id in ids if id in found]
    return ids


def texts_of(store: Store | None, ids: Iterable[str]) -> dict[str, str]:
    """The texts of these articles by id."""
    if store is None:
        return {}
    with store.read() as connection:
        return texts(connection, ids)


@st.cache_resource(max_entries=4, show_spinner="Reading the library")
def _frames(
    stamp: str, edited: str, _articles: tuple[Followed, ...], _edits: tuple[Edit, ...]
) -> Frames:
    return follow_frames(_articles, join_facts(_articles, _edits))
