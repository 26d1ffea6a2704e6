"""Which articles of the library are meant: filters as chips, held in the link."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analysis.tables import Frames
from charts.sources import STANCE_WORDS
from library import Store
from ui import state
from ui.follow.data import Library, passing
from ui.text import count, date_words, distinct, plain

LABELS = {
    "words": "Words",
    "outlet": "Outlet",
    "author": "Author",
    "from": "From",
    "to": "To",
    "collection": "Collection",
    "tag": "Tag",
    "name": "Names",
    "source": "Speaks",
    "stance": "Verb",
    "unnamed": "Unnamed source",
}
YES = {"yes": "yes", "no": "no"}
MOST = 1_000
"""Names offered in a list: those in most articles."""


def scope_bar(frames: Callable[[], Frames], left: int, whole: int) -> None:
    """The panel of filters, a chip for each that is on, and how many articles are left.

    ``frames`` are asked for only where names are to be shown.
    """
    on = state.within()
    with st.container(key="scope_bar", horizontal=True, vertical_alignment="center", gap="xsmall"):
        _panel(frames, on)
        for name in [n for n in LABELS if n in on]:
            st.button(
                plain(f"{LABELS[name]}: {chip_words(frames, name, on[name])}"),
                key=f"scope_chip_{name}",
                icon=":material/close:",
                icon_position="right",
                help="Take this filter away",
                on_click=partial(state.set_within, name, ()),
            )
        if on:
            st.markdown(f"{left:,} of {count(whole, 'article')}", width="content")
            st.button("Reset", key="scope_reset", type="tertiary", on_click=state.clear_within)


def scoped(store: Store | None, library: Library) -> Library:
    """The filters of a page, what they do in a line, and the part of the library that passes."""
    ids = passing(store, library.frames, state.within())
    whole = len(library.articles)
    scope_bar(lambda: library.frames, len(ids), whole)
    if line := _line(len(ids), whole):
        st.caption(line)
    return library.part(ids)


def _line(left: int, whole: int) -> str:
    """What the filters do, in a line; "" where none is on."""
    if not state.within():
        return ""
    return (
        f"The figures are of the {count(left, 'article')} of {whole:,} that pass the filters, each "
        "as a whole. Speaker, verb and unnamed must hold of one statement together."
    )


def chip_words(frames: Callable[[], Frames], name: str, values: Sequence[str]) -> str:
    """The values of a filter as a reader reads them."""
    if name in ("name", "source"):
        people = frames().people
        words = dict(zip(people["key"], people["name"], strict=True))
        told = [words.get(v, v) for v in values]
    elif name == "stance":
        told = [STANCE_WORDS.get(v, v) for v in values]
    elif name in ("from", "to"):
        told = [date_words(v) for v in values]
    else:
        told = list(values)
    return ", ".join(told[:3]) + (f" and {len(told) - 3} more" if len(told) > 3 else "")


def _panel(frames: Callable[[], Frames], on: Mapping[str, tuple[str, ...]]) -> None:
    box = st.popover("Filter", icon=":material/filter_list:", key="scope", on_change="rerun")
    if not box.open:
        return
    made = frames()
    articles, people, said = made.articles, made.people, made.said
    with box:
        _several("outlet", _values(articles["outlet"]), on)
        _several("author", _values(articles["author"]), on)
        _dates(on)
        _several("collection", _values(articles["collections"].explode()), on)
        _several("tag", _values(articles["tags"].explode()), on)
        names = dict(zip(people["key"].head(MOST), people["name"].head(MOST), strict=True))
        _several("name", list(names), on, names)
        heard = said.loc[said["key"] != "", "key"].value_counts().head(MOST)
        full = dict(zip(people["key"], people["name"], strict=True))
        _several("source", [k for k in heard.index if k in full], on, full)
        stances = [s for s in STANCE_WORDS if s in set(said["stance"])]
        _several("stance", stances, on, STANCE_WORDS)
        _several("unnamed", list(YES), on, YES)


def _several(
    name: str,
    options: list[str],
    on: Mapping[str, tuple[str, ...]],
    words: Mapping[str, str] | None = None,
) -> None:
    key = f"scope_{name}"
    told = distinct({v: (words or {}).get(v, v) for v in options})
    now = [v for v in on.get(name, ()) if v in options]
    if not options:
        return
    st.session_state[key] = now
    st.multiselect(
        LABELS[name],
        options,
        key=key,
        format_func=lambda v: told.get(v, v),
        on_change=partial(_chosen, name, key),
    )


def _dates(on: Mapping[str, tuple[str, ...]]) -> None:
    with st.container(horizontal=True):
        for name in ("from", "to"):
            key = f"scope_{name}"
            st.session_state[key] = _date((*on.get(name, ()), "")[0])
            st.date_input(
                LABELS[name],
                key=key,
                value=None,
                min_value=date(1600, 1, 1),
                max_value=date(2200, 1, 1),
                on_change=partial(_dated, name, key),
            )


def _date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _chosen(name: str, key: str) -> None:
    state.set_within(name, tuple(st.session_state[key] or ()))


def _dated(name: str, key: str) -> None:
    value = st.session_state[key]
    state.set_within(name, (value.isoformat(),) if value else ())


def _values(column: pd.Series[str]) -> list[str]:
    """The values that occur, the most frequent first."""
    counted = column[column.notna() & (column != "")].value_counts()
    return [str(v) for v in counted.index]
