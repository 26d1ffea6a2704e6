"""A chart on a page: clickable, with its table twin and the line that says how it was made.

Vega keeps a click to itself: Python can neither set nor clear it, and it is lost on a page
switch. So the truth stays in ``ui.state``; a chart whose own click no longer matches it is
mounted anew with the truth as its initial value.

Charts are handed to Streamlit as plain specifications: Altair's checks against its schema,
which the tests make, cost more than all else on a page.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from charts.spec import AnyChart, spec_of
from charts.theme import INK, LIGHT_INK
from ui import state
from ui.cache import once
from ui.kit.right import how_right
from ui.kit.tables import show_table
from ui.kit.take import Key, take_chart

__all__ = ["AnyChart", "handed", "show", "spec_of", "themed"]
_WORD = re.compile(r"\w+")
PADDING = {"left": 5, "top": 5, "bottom": 5, "right": 14}
"""Pixels; at the right there is room for half of an axis' last number, which was cut off."""
INKS = {"light": INK, "dark": LIGHT_INK}


def show(
    chart: AnyChart,
    *,
    key: str,
    table: pd.DataFrame | None = None,
    alt: str = "",
    how: str = "",
    picks: state.Kind | None = None,
    keyed: Key = (),
) -> None:
    """Draw the chart; what is clicked in its ``pick`` selection becomes the shared selection.

    ``table`` is shown on demand under the chart (its twin for keyboard and screen reader),
    ``alt`` is the chart's accessible name and should state the finding, ``how`` says in one
    line how the numbers are computed, ``keyed`` what colours mean where the chart has no key.
    """
    with st.container(key=f"{key}_chart"):
        if picks is None:
            st.vega_lite_chart(None, handed(once(spec_of, chart)), key=key, alt=alt or None)
        else:
            _clickable(chart, key, alt, picks)
        if how:
            st.caption(how)
        with st.container(
            horizontal=True, vertical_alignment="center", gap="small", key=f"{key}_ways"
        ):
            how_right(key)
            take_chart(key, lambda: once(spec_of, chart), table=table, how=how, keyed=keyed)
        if table is not None:
            show_table(table, key=key, label=alt, picks=picks)


def handed(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification as the browser gets it: themed, its tables packed, each packed once."""
    made: dict[str, Any] = once(_handed, spec, ink())
    return made


def _handed(spec: dict[str, Any], ink: str) -> dict[str, Any]:
    told = {name: part for name, part in spec.items() if name != "datasets"}
    words = set(_WORD.findall(json.dumps(told)))
    tables = {
        name: once(_packed, table, tuple(str(c) for c in table.columns if c in words))
        for name, table in spec["datasets"].items()
    }
    return {**themed(told, ink), "datasets": tables}


def _packed(table: pd.DataFrame, columns: tuple[str, ...]) -> bytes:
    """The columns a chart speaks of, as Streamlit sends them; what nobody draws stays here."""
    return convert_anything_to_arrow_bytes(table[list(columns)] if columns else table)


def themed(spec: dict[str, Any], ink: str) -> dict[str, Any]:
    """The specification with all text in the colour of the theme (Streamlit's grey is too pale).

    Labels stay beside their marks, also the first and last, which Vega would move inwards.
    """
    config = spec.get("config", {})
    words = {"labelColor": ink, "titleColor": ink, "labelFontSize": 12, "titleFontSize": 13}
    ours = {
        "text": {"color": ink, "fontSize": 12},
        "axis": words | {"labelFlush": False},
        "legend": words,
    }
    made = {**spec, "config": {**config, **{k: v | config.get(k, {}) for k, v in ours.items()}}}
    return {"padding": PADDING, **made}


def ink() -> str:
    """The text colour of the theme that is on."""
    return INKS["dark" if st.context.theme.type == "dark" else "light"]


def _clickable(chart: AnyChart, key: str, label: str, picks: state.Kind) -> None:
    spec = once(spec_of, chart)
    truth = state.chosen(picks)
    if truth is not None and not _holds(spec, picks, truth):
        truth = None  # another page's choice: nothing here to stand out
    number, own = st.session_state.get(f"_{key}_mounted", (0, None))
    if f"_{key}_mounted" in st.session_state and (
        own != truth or _widget(key, number) not in st.session_state
    ):
        number += 1
    st.session_state[f"_{key}_mounted"] = (number, truth)
    widget = _widget(key, number)
    initial = st.session_state.setdefault(f"_{key}_initial", {})
    initial.setdefault(number, truth)

    def clicked() -> None:
        value = _picked(st.session_state.get(widget), picks)
        st.session_state[f"_{key}_mounted"] = (number, value)
        state.put(picks, value)

    state.chart_picks(key, picks)
    st.vega_lite_chart(
        None,
        handed(once(_with_value, spec, picks, initial[number])),
        key=widget,
        on_select=clicked,
        selection_mode="pick",
        alt=label or None,
    )


def _widget(key: str, number: int) -> str:
    return f"{key}-{number}" if number else key


def _picked(event: Any, picks: state.Kind) -> Any:
    """The value of the last picked point; None when the background was clicked."""
    points = (event or {}).get("selection", {}).get("pick") or []
    return points[-1].get(picks) if points else None


def _with_value(spec: dict[str, Any], picks: state.Kind, value: object) -> dict[str, Any]:
    """The specification with its ``pick`` selection set from the start."""
    if value is None:
        return spec
    params = [
        {**p, "value": [{picks: value}]} if p.get("name") == "pick" else p
        for p in spec.get("params", [])
    ]
    return {**spec, "params": params}


def _holds(spec: dict[str, Any], picks: state.Kind, value: object) -> bool:
    tables = [t for t in spec["datasets"].values() if isinstance(t, pd.DataFrame)]
    return any(picks in t.columns and bool((t[picks] == value).any()) for t in tables)
