"""What an article shares with others: shares, passages, and its own copy alone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis import Analysis
from analysis.duplicates import Overlap, compare, own_copy
from analysis.records import Span
from analysis.tables.library import passage_table, repeat_table
from analysis.words import body_words, count_words
from charts.library import shared_words
from library import ArticleRow, Store, repeats
from library.repeats import find_repeats, shared_spans
from library.samples import sample_articles
from ui.charts import show
from ui.text import count, plain, share

HOW = (
    "A passage is twelve or more words in common, with at most three changed words in a row; "
    "shares are of body words. Wire copy cannot say who had it first."
)


def all_repeats(store: Store, rows: list[ArticleRow]) -> dict[str, int]:
    """For each article in the library, how many others share a passage with it."""
    found: dict[str, int] = {}
    for overlap in _library_repeats(store.url, _stamp(rows), store):
        for id in (overlap.left, overlap.right):
            found[id] = found.get(id, 0) + 1
    return found


def repeats_of(store: Store | None, rows: list[ArticleRow], analysis: Analysis) -> list[Overlap]:
    """What the chosen article shares: with the library, or a sample with the other samples."""
    article = analysis.article
    if store is not None and any(row.id == article.id for row in rows):
        return _repeats_of(store.url, _stamp(rows), article.id, store)
    found = (compare(article, other) for other in sample_articles() if other.id != article.id)
    return sorted((o for o in found if o.passages), key=lambda o: -o.words)


def own_copy_filter() -> bool:
    """Whether only what stands in no other article is to be counted and marked."""
    return st.toggle(
        "Own copy only",
        key="own_copy",
        help="Counts and marks only what stands in no other article here",
    )


def own_words(store: Store, rows: list[ArticleRow]) -> dict[str, int]:
    """For each article that shares passages, the words that only it has."""
    return _own_words(store.url, _stamp(rows), store)


def show_repeats(
    analysis: Analysis, overlaps: list[Overlap], titles: dict[str, str], own_only: bool
) -> list[Span]:
    """Draws what is shared; gives back the stretches to mark in the reading view."""
    article = analysis.article
    st.subheader("What repeats in this article", anchor=False)
    if not overlaps:
        st.info("No passage of twelve words or more stands in another article here.")
        return []
    spans = shared_spans(overlaps, article.id)
    own = own_copy(article, spans)
    words, total = sum(count_words(article.text, s) for s in own), body_words(article)
    table = repeat_table(overlaps, titles)
    others = count(len(overlaps), "other article")
    st.markdown(
        f"{count(total - words, 'word')} of {total:,} ({share(total - words, total)}) "
        f"stand in {others} too; {count(words, 'word')} are its own."
    )
    alt = f"{table['title'][0]} has most in common: {count(int(table['words'][0]), 'word')}"
    show(
        shared_words(table), key="shared_words", table=table.drop(columns="other"), alt=alt, how=HOW
    )
    keys = ["all", *table["other"]]
    chosen = st.selectbox(
        "Passages shared with",
        keys,
        key="repeats_with",
        format_func=lambda k: "all of them" if k == "all" else titles.get(k, "Untitled"),
    )
    if own_only:
        st.markdown(own_line(analysis, own))
        return list(own)
    picked = [o for o in overlaps if chosen in ("all", o.right)]
    _passages(analysis, picked)
    return list(shared_spans(picked, article.id))


def own_line(analysis: Analysis, own: Sequence[Span]) -> str:
    """ "In its own copy: 379 words, 9 of 10 statements and 12 of 13 names."""
    words = sum(count_words(analysis.article.text, s) for s in own)
    stated = [a.content for a in analysis.attributions]
    named = [[m.span for m in e.mentions if m.kind == "name"] for e in analysis.entities]
    named = [spans for spans in named if spans]
    return (
        f"In its own copy: {count(words, 'word')}, {_touching(stated, own)} of "
        f"{count(len(stated), 'statement')} and {_touching(named, own)} of "
        f"{count(len(named), 'name')}."
    )


def _touching(groups: Sequence[Sequence[Span]], own: Sequence[Span]) -> int:
    return sum(any(s.overlaps(o) for s in spans for o in own) for spans in groups)


def _passages(analysis: Analysis, overlaps: list[Overlap]) -> None:
    for overlap in overlaps[:3]:
        for row in passage_table(overlap, analysis.article).head(3).itertuples():
            st.markdown(f"> {plain(str(row.text))}")
            st.caption(f"{count(int(str(row.words)), 'word')} in common")


def _stamp(rows: list[ArticleRow]) -> str:
    """Changes with whatever can change what repeats: the articles, and roles set by the reader."""
    return ";".join(f"{row.id}{row.corrections}" for row in rows)


@st.cache_resource(max_entries=8, show_spinner="Looking for passages that repeat")
def _library_repeats(url: str, stamp: str, _store: Store) -> list[Overlap]:
    return find_repeats(_store)


@st.cache_resource(max_entries=8, show_spinner=False)
def _own_words(url: str, stamp: str, _store: Store) -> dict[str, int]:
    return repeats.own_words(_store, _library_repeats(url, stamp, _store))


@st.cache_resource(max_entries=32, show_spinner="Looking for passages that repeat")
def _repeats_of(url: str, stamp: str, id: str, _store: Store) -> list[Overlap]:
    return find_repeats(_store, id)
