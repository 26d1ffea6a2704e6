"""A chart as a plain Vega-Lite specification.

Charts leave Altair here: its checks against its schema, which the tests make, cost more than all
else on a page.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import Any

import altair

from charts.quick import hurry

AnyChart = (
    altair.Chart
    | altair.LayerChart
    | altair.HConcatChart
    | altair.VConcatChart
    | altair.ConcatChart
    | altair.FacetChart
)
PHONE = 480
"""Pixels of a chart's frame under which a long title takes two lines or more."""
LETTERS = 38
"""In a line of a title on a phone; Vega cuts a longer one off."""
_WIDE = f"!(containerSize()[0] < {PHONE}) ? "  # a picture has no container, and is wide
_PARTS = ("layer", "hconcat", "vconcat", "concat")
_ROWS = {"labelOverlap": False}
"""Each row of a chart keeps its name: Streamlit's theme would leave out every second."""
_converting = Lock()  # Altair keeps the way it hands over tables in one place for all threads
hurry()


def spec_of(chart: AnyChart) -> dict[str, Any]:
    """The chart as a Vega-Lite specification, its tables beside it as they are."""
    tables: dict[str, Any] = {}

    def by_name(data: Any) -> dict[str, str]:
        name = f"table{len(tables)}"
        tables[name] = data
        return {"name": name}

    with _converting:
        altair.data_transformers.register("hearsay", by_name)
        with altair.data_transformers.enable("hearsay"):
            spec: dict[str, Any] = chart.to_dict(validate=False)
    spec["datasets"] = {**spec.get("datasets", {}), **tables}
    spec["config"] = {"axisYBand": _ROWS, "axisYPoint": _ROWS} | spec.get("config", {})
    for part in _parts(spec):
        if title := title_words(part):
            part["title"] = _broken(part["title"], title)
    return spec


def title_words(spec: Mapping[str, Any]) -> str:
    """The title that stands at this part of a specification, in one line; "" for none."""
    title = spec.get("title") or ""
    text = title.get("text", "") if isinstance(title, dict) else title
    if isinstance(text, dict):
        text, _ = json.JSONDecoder().raw_decode(text["expr"], len(_WIDE))
    return " ".join(text) if isinstance(text, list) else str(text)


def _broken(title: Any, words: str) -> Any:
    """The title as it is where the chart is wide, in lines where it is too long for a phone."""
    if len(words) <= LETTERS:
        return title
    lines = json.dumps(textwrap.wrap(words, LETTERS))
    text = {"expr": f"{_WIDE}{json.dumps(words)} : {lines}"}
    return {**title, "text": text} if isinstance(title, dict) else {"text": text}


def _parts(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield spec
    for name in _PARTS:
        for part in spec.get(name, ()):
            yield from _parts(part)
