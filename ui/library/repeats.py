"""What an article shares with others: shares, passages, and its own copy alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

import streamlit as st

from analysis import Analysis
from analysis.records import Span
from analysis.repeats import Overlap, compare, own_copy
from analysis.tables import passage_table, repeat_table
from analysis.text import body_words, count_words
from charts.library import shared_words
from library import (
    ArticleRow,
    Pair,
    Store,
    compare_kept,
    likely_pairs,
    most_first,
    repeats,
    sample_articles,
    shared_spans,
)
from ui.kit import cite, show, with_progress
from ui.text import count, plain, share

K = TypeVar("K")
V = TypeVar("V")
_STOPPED = "_repeats_stopped"
HOW = (
    "A passage is twelve or more words in common, with at most three changed words in a row; "
    "shares are of body words. Wire copy cannot say who had it first."
)


def all_repeats(store: Store, rows: list[ArticleRow]) -> dict[str, int]:
    """For each article in the library, how many others share a passage with it."""
    found = (id for o in _looked_up(store, rows) for id in (o.left, o.right))
    return Counter(found)


def repeats_of(store: Store | None, rows: list[ArticleRow], analysis: Analysis) -> list[Overlap]:
    """What the chosen article shares: with the library, or a sample with the other samples."""
    article = analysis.article
    if store is not None and any(row.id == article.id for row in rows):
        return _looked_up(store, rows, article.id)
    others = (a for a in sample_articles() if a.id != article.id)
    return most_first(compare(article, other) for other in others)


def own_copy_filter() -> bool:
    """Whether only what stands in no other article is to be counted and marked."""
    return st.toggle(
        "Own copy only",
        key="own_copy",
        help="Counts and marks only what stands in no other article here",
    )


def own_words(store: Store, rows: list[ArticleRow]) -> dict[str, int]:
    """For each article ``all_repeats`` found to share passages, the words that only it has."""
    stamp = _stamp(rows)
    overlaps = [o for o in _pairs(store.url, stamp, None, store).values() if o and o.passages]
    sharing = {id for o in overlaps for id in (o.left, o.right)}
    counted = _counted(store.url, stamp, len(overlaps), sharing)

    def make(id: str) -> int:
        return repeats.own_words(store.article(id), overlaps)

    return _filled(counted, make, "article", f"own_words {stamp}")


def show_repeats(
    analysis: Analysis, overlaps: list[Overlap], titles: dict[str, str], own_only: bool
) -> list[Span]:
    """Draws what is shared; gives back the stretches to mark in the reading view."""
    article = analysis.article
    cite([analysis])
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


def _looked_up(store: Store, rows: list[ArticleRow], id: str | None = None) -> list[Overlap]:
    """Pairs that share passages, in the whole library or with one article, looked for once."""
    stamp, read = _stamp(rows), cache(store.article)
    pairs = _pairs(store.url, stamp, id, store)
    work = f"{'article_repeats' if id else 'library_repeats'} {id} {stamp}"
    return most_first(_filled(pairs, lambda pair: compare_kept(read, pair), "pair", work).values())


def _filled(box: dict[K, V | None], make: Callable[[K], V], one: str, work: str) -> dict[K, V]:
    """All values, those missing made under a bar; once stopped, those there are.

    The box outlives the run: what was made before a click broke it off is not made again.
    """
    waiting = [key for key, value in box.items() if value is None]
    stopped: set[str] = st.session_state.setdefault(_STOPPED, set())
    name = work.split()[0]
    if waiting and work in stopped:
        with st.container(horizontal=True, vertical_alignment="center"):
            made = len(box) - len(waiting)
            st.caption(f"Stopped after {made:,} of {count(len(box), one)}: repeats may be missing.")
            st.button("Look on", key=f"{name}_on", on_click=stopped.discard, args=(work,))
    elif waiting:
        for key in with_progress(waiting, len(waiting), one, name, lambda _: stopped.add(work)):
            box[key] = make(key)
    return {key: value for key, value in box.items() if value is not None}


@st.cache_resource(max_entries=40, show_spinner="Looking for passages that repeat")
def _pairs(url: str, stamp: str, id: str | None, _store: Store) -> dict[Pair, Overlap | None]:
    """Likely pairs, to be filled with what they share: outside, as that draws a bar."""
    return dict.fromkeys(likely_pairs(_store, id))


@st.cache_resource(max_entries=8, show_spinner=False)
def _counted(url: str, stamp: str, overlaps: int, _ids: set[str]) -> dict[str, int | None]:
    """Articles, to be filled with their own words: outside, as that draws a bar."""
    return dict.fromkeys(sorted(_ids))
