"""The articles a reader can choose from: what they have kept in the library, and the samples.

Where the library cannot be opened or written to, articles are kept for this session only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from analysis import Analysis, Article, analyze
from analysis.reading import corrected_article
from analysis.records import Correction, Role, Scorer
from analysis.text import heading
from library import (
    Store,
    StoreError,
    content_hash,
    open_store,
    repeats_with,
    sample_articles,
)

_KEPT = "_kept_articles"
_TROUBLE = "_library_trouble"
SECONDS = 5
"""How long a listing may be old; keeping an article here makes a new one at once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the article picker."""

    id: str
    title: str
    outlet: str
    published: str
    sample: bool


def entries(search: str = "") -> list[Entry]:
    """Everything that can be opened: the reader's own, newest first, then the samples."""
    mine = [_entry(a, sample=False) for a in reversed(_session().values())]
    known = {e.id for e in mine}
    mine += [e for e in _listed(search) if e.id not in known]
    known |= {e.id for e in mine}
    return mine + [_entry(a, sample=True) for a in sample_articles() if a.id not in known]


def find(article: str) -> tuple[Article, tuple[Correction, ...]] | None:
    """An article as it was read with the corrections to it, or None when the id is unknown."""
    if article in _session():
        return _session()[article], ()
    if (store := opened()) is not None:
        try:
            return store.as_read(article)
        except StoreError:
            pass  # not kept: perhaps a sample
    return next(((a, ()) for a in sample_articles() if a.id == article), None)


def kept_or_made(
    article: Article, *, scorer: Scorer, corrections: tuple[Correction, ...]
) -> Analysis:
    """The library's result where engine, settings and corrections are the same, or a new one.

    What is made anew for an article of the library is kept there. Called as ``analyze`` is.
    """
    store = opened()
    if store is not None and article.id not in _session():
        try:
            return store.analysis(article.id, scorer)
        except StoreError:
            pass  # a sample, or the library is away: the article is at hand
    return analyze(article, scorer=scorer, corrections=corrections)


def keep(article: Article, roles: dict[int, Role]) -> tuple[str, bool]:
    """Keep an article; returns its id and whether it is new. ``roles`` are the reader's own."""
    store = opened()
    if store is None or not store.writable:
        is_new = article.id not in _session()
        spans = {p.index: p.span for p in article.paragraphs}
        mine = [Correction("role", spans[i], value=r) for i, r in roles.items() if i in spans]
        _session()[article.id] = corrected_article(article, mine)[0]
        return article.id, is_new
    saved = store.save(article, roles=roles)
    list_anew()
    return saved.id, saved.is_new


def hold(article: Article) -> None:
    """Take an article in for this session only: it lies elsewhere and stays there."""
    _session()[article.id] = article


def list_anew() -> None:
    """Make the next listing a new one, not one of some seconds ago."""
    _listing.clear()


def opened() -> Store | None:
    """The library, or None where it cannot be opened (``trouble`` says why)."""
    try:
        return open_store()
    except StoreError as error:
        st.session_state[_TROUBLE] = str(error)
        return None


def kept_already(digests: Iterable[str]) -> set[str]:
    """Which of these words (by content hash) are in the library, or this session's stand-in."""
    asked = set(digests)
    mine = {content_hash(a.text) for a in _session().values()} & asked
    store = opened()
    try:
        return mine | (store.holding(asked) if store else set())
    except StoreError:
        return mine


def nearest(article: Article, digest: str) -> tuple[str, int] | None:
    """Title of the article here that shares most words with this one, and how many."""
    store = opened()
    try:
        return _nearest(store.url, digest, len(entries()), article, store) if store else None
    except StoreError:
        return None


@st.cache_resource(max_entries=64, show_spinner=False)
def _nearest(
    url: str, digest: str, size: int, _article: Article, _store: Store
) -> tuple[str, int] | None:
    found = repeats_with(_store, _article)
    if not found:
        return None
    other = _store.article(found[0].right)
    return heading(other.title, other.text), found[0].words


def trouble() -> str:
    """Why the library cannot be opened or written to, in one sentence; "" when it can."""
    store = opened()
    if store is None:
        return str(st.session_state.get(_TROUBLE, ""))
    return "" if store.writable else "The library can be read but not written to."


def is_sample(article: str) -> bool:
    """Whether this id is one of the bundled articles."""
    return any(a.id == article for a in sample_articles())


def _listed(search: str) -> list[Entry]:
    store = opened()
    if store is None:
        return []
    try:
        return _listing(url=store.url, search=search, _store=store)
    except StoreError:
        return []


@st.cache_data(ttl=SECONDS, max_entries=32, show_spinner=False)
def _listing(url: str, search: str, _store: Store) -> list[Entry]:
    return [
        Entry(a.id, heading(a.title, a.begins), a.outlet or "", a.published or "", False)
        for a in _store.articles(search)
    ]


def _session() -> dict[str, Article]:
    found: dict[str, Article] = st.session_state.setdefault(_KEPT, {})
    return found


def _entry(article: Article, *, sample: bool) -> Entry:
    return Entry(
        article.id,
        heading(article.title, article.text),
        article.outlet or "",
        article.published or "",
        sample,
    )
