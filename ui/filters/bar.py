"""The filters above a page's figures: the panel, what is on as chips, and how much is left."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from ui import state
from ui.filters.apply import NOUNS, bounds, counted, every, passing
from ui.filters.fields import BY_NAME, FIELDS, FIRST, Field, Things, fields_of
from ui.filters.kept import kept_sets
from ui.kit import cite_left
from ui.link import conditions
from ui.state import band_of
from ui.text import count, plain, signed

OTHERS: tuple[Things, ...] = ("statements", "sentences", "names")


def filter_bar(analysis: Analysis, things: Things | None, note: str = "") -> pd.DataFrame:
    """The panel and chips of a page about these things; gives the rows that pass.

    Every filter that is on stands here, also those of other pages: they mark the text on all.
    ``things`` None is a page whose figures are of the whole article, as ``note`` says.
    """
    on = state.filters()
    with st.container(key="filter_bar", horizontal=True, vertical_alignment="center", gap="xsmall"):
        if things:
            _panel(analysis, things, on)
        for name in [f.name for f in FIELDS if f.name in on]:
            _chip(analysis, BY_NAME[name], on[name])
        if on:
            st.markdown(plain(_left(analysis, things, on)), width="content")
            st.button("Reset", key="filters_reset", type="tertiary", on_click=_reset)
    if on and note:
        st.caption(note)
    elif on:
        cite_left(_left_words(analysis, things, on))
    return passing(analysis, things or "sentences", on)


def _reset() -> None:
    state.set_filters({})


def _left(analysis: Analysis, main: Things | None, on: state.Filters) -> str:
    """ "5 of 22 statements": what is left of each kind of thing that a filter concerns."""
    told = []
    for things in OTHERS:
        if things == main or any(n in on for n in (f.name for f in fields_of(things))):
            whole = every(analysis, things, on) if "part" in on else counted(analysis, things, on)
            left = len(passing(analysis, things, on))
            if left != len(whole) or things == main:
                told.append(f"{left:,} of {count(len(whole), *NOUNS[things])}")
    return " · ".join(told)


def _left_words(analysis: Analysis, things: Things | None, on: state.Filters) -> str:
    """ "5 of 22 statements (Source named?: unnamed person)", for what leaves the page."""
    chips = [f"{f.label}: {chip_words(analysis, f, on[f.name])}" for f in FIELDS if f.name in on]
    return f"Filtered: {_left(analysis, things, on)} ({'; '.join(chips)})"


def _chip(analysis: Analysis, field: Field, values: tuple[str, ...]) -> None:
    st.button(
        plain(f"{field.label}: {chip_words(analysis, field, values)}"),
        key=f"chip_{field.name}",
        icon=":material/close:",
        icon_position="right",
        help="Take this filter away",
        on_click=partial(state.set_filter, field.name, ()),
    )


def chip_words(analysis: Analysis, field: Field, values: tuple[str, ...]) -> str:
    """The values of a filter as a reader reads them."""
    if field.form == "range":
        low, high = bounds(values)
        if field.name == "score":
            return f"{signed(low)} to {signed(high)}"
        return f"{low:.0f} to {high:.0f}" if low < high else f"{low:.0f}"
    if field.name == "id":
        return f"{len(values)} chosen"
    if field.name == "band":
        return values[0]
    names = _names(analysis) if field.name in ("said_by", "about") else {}
    words = [names.get(v) or field.word(v) for v in values]
    return ", ".join(words[:3]) + (f" and {len(words) - 3} more" if len(words) > 3 else "")


def show_words(analysis: Analysis, show: str) -> str:
    """What passages a ``show`` names, in words: "6 statements, source named?: unnamed person"."""
    things, _, rest = show.partition(";")
    if things not in NOUNS:
        return ""
    told = [
        chip_words(analysis, BY_NAME[name], values)
        for name, values in conditions(rest).items()
        if name in BY_NAME
    ]
    return f"{NOUNS[things][1].capitalize()}: {', '.join(told) or 'all'}"


def _names(analysis: Analysis) -> dict[str, str]:
    """Names of sources and entities by their ids, which do not overlap."""
    return {s.id: s.name for s in analysis.sources} | {e.id: e.name for e in analysis.entities}


def _panel(analysis: Analysis, things: Things, on: state.Filters) -> None:
    box = st.popover("Filter", icon=":material/filter_list:", key="filters", on_change="rerun")
    if not box.open:
        return
    with box:
        table = every(analysis, things, on)
        fields = fields_of(things)
        for field in (f for f in fields if not f.expert):
            _control(analysis, things, field, table, on)
        with st.expander("More filters", key="filters_more"):
            for field in (f for f in fields if f.expert):
                _control(analysis, things, field, table, on)
        kept_sets(on)


def _control(
    analysis: Analysis, things: Things, field: Field, table: pd.DataFrame, on: state.Filters
) -> None:
    if field.form == "range":
        _range(field, table, on)
        return
    if field.form == "band":
        _band(field, on)
        return
    options = _options(analysis, things, field)
    if len(options) < 2 and field.form != "option":
        return
    key = f"filter_{field.name}"
    names = _names(analysis) if field.name in ("said_by", "about") else {}
    first = FIRST.get(things, ()) if field.name == "part" else ()
    st.session_state[key] = [v for v in on.get(field.name, first) if v in options]
    told: dict[str, Any] = {
        "key": key,
        "format_func": lambda v: names.get(v) or field.word(v),
        "on_change": partial(_chosen, field.name, key, first),
    }
    if names:
        st.multiselect(field.label, options, **told)
    else:
        told["format_func"] = lambda v: plain(field.word(v))  # the others show no Markdown
        st.pills(field.label, options, selection_mode="multi", **told)


def _options(analysis: Analysis, things: Things, field: Field) -> list[str]:
    """The values that occur, in the order of their words."""
    if field.form == "option":
        return list(field.words)
    table = every(analysis, things, {})
    column = table[field.columns[things]].astype("str")
    found = dict.fromkeys(v for cell in column for v in (cell.split() if _many(field) else [cell]))
    found.pop("", None)
    order = list(field.words) or list(found)
    return sorted(found, key=lambda v: order.index(v) if v in order else len(order))


def _many(field: Field) -> bool:
    return field.form == "words"


def _range(field: Field, table: pd.DataFrame, on: state.Filters) -> None:
    key = f"filter_{field.name}"
    if field.name == "score":
        low, high, step = -1.0, 1.0, 0.05
    elif field.name == "least":
        most = int(table["entity"].value_counts().max()) if len(table) else 1
        low, high, step = 1.0, float(most), 1.0
    else:
        numbers = table["number"]
        low, high, step = (float(numbers.min()), float(numbers.max()), 1.0) if len(table) else (
            0.0, 0.0, 1.0
        )  # fmt: skip
    if high - low < 1:
        return
    now = bounds(on[field.name]) if field.name in on else (low, high)
    held = (min(max(now[0], low), high), min(max(now[1], low), high))
    whole = step == 1.0
    st.session_state[key] = tuple(int(v) for v in held) if whole else held
    st.slider(
        field.label,
        int(low) if whole else low,
        int(high) if whole else high,
        step=int(step) if whole else step,
        key=key,
        on_change=partial(_ranged, field.name, key, (low, high)),
    )


def _band(field: Field, on: state.Filters) -> None:
    key = f"filter_{field.name}"
    st.session_state[key] = band_of(on)
    st.slider(
        field.label,
        0.0,
        0.5,
        step=0.05,
        key=key,
        on_change=partial(_band_chosen, field.name, key),
        help="A score nearer to 0 is called neutral. 0.05 is VADER's own cut.",
    )


def _band_chosen(name: str, key: str) -> None:
    value = float(st.session_state[key])
    state.set_filter(name, () if abs(value - band_of({})) < 1e-9 else (f"{value:g}",))


def _chosen(name: str, key: str, first: tuple[str, ...]) -> None:
    values = tuple(st.session_state[key] or ())
    state.set_filter(name, () if values == first else values)


def _ranged(name: str, key: str, whole: tuple[float, float]) -> None:
    low, high = st.session_state[key]
    state.set_filter(name, () if (low, high) == whole else (f"{low:g}..{high:g}",))
