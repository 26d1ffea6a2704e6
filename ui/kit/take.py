"""What leads out of a page: pictures of its charts, their data, and whole analyses as files.

Nothing is made before its button is clicked: buttons stand in a menu that is empty until it is
opened, and what they give is made then, beside the script.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from report import (
    About,
    about,
    as_json,
    as_png,
    as_svg,
    csv_of,
    file_name,
    json_of,
    report_html,
    standalone,
    title_of,
    workbook,
    zip_of_csv,
    zip_of_parquet,
)

_CITED = "_cited"
Key = Sequence[tuple[str, str]]


def cite(analyses: Sequence[Analysis]) -> None:
    """Say what the charts of this page are of, for the pictures made of them."""
    st.session_state[_CITED] = about(analyses)


def cite_left(left: str) -> None:
    """Say what filters let through on this page; "" for no filter."""
    st.session_state[_CITED] = replace(cited(), left=left)


def cited() -> About:
    """What the charts of this page are of."""
    found = st.session_state.get(_CITED)
    return found if isinstance(found, About) else about([])


def take_chart(
    key: str,
    drawn: Callable[[], dict[str, Any]],
    *,
    table: pd.DataFrame | None = None,
    how: str = "",
    keyed: Key = (),
) -> None:
    """The menu under a chart: as picture, as drawing, as specification, and its data.

    ``drawn`` gives its specification, ``table`` is its data as filtered, ``keyed`` what its
    colours mean where a page says so beside the chart.
    """
    box = st.popover("Download", key=f"{key}_take", type="tertiary", on_change="rerun")
    if not box.open:
        return
    spec = drawn()
    of, what = cited(), title_of(spec) or key
    data = table if table is not None else _data(spec)

    def whole() -> dict[str, Any]:
        return standalone(spec, of, title=title_of(spec) or what.capitalize(), how=how, key=keyed)

    with box:
        for label, make, kind in (
            ("Picture (PNG)", lambda: as_png(whole()), "png"),
            ("Drawing (SVG)", lambda: as_svg(whole()).encode(), "svg"),
            ("Vega-Lite (JSON)", lambda: as_json(whole()), "vl.json"),
        ):
            _file(label, make, file_name(of, what, kind), f"{key}_{kind[:3]}")
        if data is not None:
            name = file_name(of, what, "zip")
            tables = {name.removesuffix(".zip"): data}
            _file("Data (CSV)", lambda: zip_of_csv(tables, of), name, f"{key}_csv")


Fetch = Callable[[], Sequence[Analysis]]
"""Gives the analyses when a button is clicked, outside the script."""


def take_report(fetch: Fetch, of: About, key: str, *, title: str = "") -> None:
    """A button for the report of these articles; ``title`` heads one of several."""
    _file(
        "Download a report",
        lambda: report_html(fetch(), title).encode("utf-8", "replace"),
        file_name(of, "report", "html"),
        f"{key}_report",
    )


def take_data(fetch: Fetch, of: About, key: str, *, many: bool = False) -> None:
    """A menu of all there is of these articles: workbook, tables, JSON."""
    box = st.popover("Download data", key=f"{key}_data", on_change="rerun")
    if not box.open:
        return
    with box:
        for label, make, what, kind in (
            ("Excel workbook", workbook, "analysis", "xlsx"),
            ("Tables (CSV)", csv_of, "tables-csv", "zip"),
            ("Tables (Parquet)", zip_of_parquet, "tables-parquet", "zip"),
            ("JSON", json_of, "analysis", "jsonl" if many else "json"),
        ):
            _file(label, _made(make, fetch), file_name(of, what, kind), f"{key}_{label}")


def _made(make: Callable[[Sequence[Analysis]], bytes], fetch: Fetch) -> Callable[[], bytes]:
    return lambda: make(list(fetch()))


def _file(label: str, make: Callable[[], bytes], name: str, key: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=_MIME.get(name.rpartition(".")[2], "application/octet-stream"),
        on_click="ignore",
        key=key,
    )


def _data(spec: dict[str, Any]) -> pd.DataFrame | None:
    """The first table of a chart that has no twin."""
    tables = [t for t in spec["datasets"].values() if isinstance(t, pd.DataFrame)]
    return tables[0] if tables else None


_MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "zip": "application/zip",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
