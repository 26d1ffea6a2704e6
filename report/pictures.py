"""A chart as a picture that can be cut out: title, source line, date and key stand on it.

Pictures are made by vl-convert, which runs Vega inside the program: no browser, no request.
It is loaded when the first picture is asked for.
"""

from __future__ import annotations

import copy
import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from charts.spec import title_words
from report.naming import About

WIDE = 760
"""Pixels across a chart, without the labels beside it."""
SCALE = 2
"""Pixels of a PNG for each of the drawing: sharp in print at 16 cm."""
LETTERS = 122
"""In a line of the subtitle; longer ones are broken."""
INK, GREY = "#18181b", "#52525b"
Key = Sequence[tuple[str, str]]
"""What colours mean: (colour, words)."""
_PARTS = ("layer", "hconcat", "vconcat", "concat")


def standalone(
    spec: Mapping[str, Any],
    of: About,
    *,
    title: str = "",
    how: str = "",
    key: Key = (),
    wide: int = WIDE,
) -> dict[str, Any]:
    """The specification as one that needs nothing else: data, title, source line and key in it.

    ``how`` is the line that says how its marks are read, which a page has beside it.
    """
    tables = {name: _records(table) for name, table in spec.get("datasets", {}).items()}
    made: dict[str, Any] = copy.deepcopy({k: v for k, v in spec.items() if k != "datasets"})
    words = title or title_of(spec)
    _without_title(made)
    _widen(made, wide)
    if key:
        made = _with_key(made, key)
    config = made.pop("config", {})
    return {
        **made,
        **({"title": _title(words, [*of.lines, how])} if words or of.lines else {}),
        "datasets": tables,
        "background": "white",
        "padding": 16,
        "config": {**config, **{k: v | config.get(k, {}) for k, v in _STYLE.items()}},
        "usermeta": {"made": of.made, "of": of.line, "filtered": of.left},
    }


def title_of(spec: Mapping[str, Any]) -> str:
    """The chart's own title, wherever in it that stands; "" for none."""
    own = title_words(spec)
    return own or next(filter(None, map(title_of, spec.get("layer", ()))), "")


def as_json(spec: Mapping[str, Any]) -> bytes:
    """A ``standalone`` specification as Vega-Lite JSON."""
    return json.dumps(spec, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def as_svg(spec: Mapping[str, Any]) -> str:
    """A ``standalone`` specification drawn as SVG."""
    import vl_convert  # a JavaScript engine: not before a picture is asked for

    drawn: str = vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=[])
    return drawn


def as_png(spec: Mapping[str, Any]) -> bytes:
    """A ``standalone`` specification drawn as PNG, twice as large as on the screen."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(dict(spec), scale=SCALE, allowed_base_urls=[])
    return drawn


_WORDS = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12}
_STYLE: dict[str, dict[str, Any]] = {
    "text": {"color": INK, "fontSize": 12},
    "axis": {**_WORDS, "labelFlush": False, "gridColor": "#e4e4e7"},
    "legend": _WORDS,
    "header": _WORDS,
    "title": {
        "anchor": "start",
        "color": INK,
        "fontSize": 16,
        "subtitleColor": GREY,
        "subtitleFontSize": 12,
        "subtitleLineHeight": 16,
        "subtitlePadding": 4,
        "offset": 14,
    },
    "view": {"stroke": None},
}


def _records(table: Any) -> Any:
    if isinstance(table, pd.DataFrame):
        return json.loads(table.to_json(orient="records", date_format="iso"))
    return table


def _title(words: str, lines: Sequence[str]) -> dict[str, Any]:
    under = [part for line in lines for part in textwrap.wrap(line, LETTERS)]
    return {"text": textwrap.wrap(words, 80) or [""], "subtitle": under}


def _without_title(spec: dict[str, Any]) -> None:
    """Takes the chart's own title away; those of charts side by side stay with them."""
    spec.pop("title", None)
    for layer in spec.get("layer", ()):
        _without_title(layer)


def _widen(spec: dict[str, Any], wide: int) -> None:
    """A width in pixels where a page would give one; side by side each has its share."""
    if "spec" in spec:
        _widen(spec["spec"], wide)
    for name in ("hconcat", "vconcat", "concat"):
        parts = spec.get(name, ())
        for part in parts:
            _widen(part, wide // len(parts) if name == "hconcat" else wide)
    if not any(name in spec for name in (*_PARTS[1:], "spec")) and not isinstance(
        spec.get("width"), int | float
    ):
        spec["width"] = wide


def _with_key(spec: dict[str, Any], key: Key) -> dict[str, Any]:
    """The chart with a legend of these colours, by a layer of which nothing else is seen."""
    colours, words = [colour for colour, _ in key], [name for _, name in key]
    legend = {
        "orient": "bottom", "title": None, "symbolType": "square", "symbolOpacity": 1,
        "symbolStrokeWidth": 0, "columns": 4, "labelLimit": 260,
    }  # fmt: skip
    drawn = {
        "data": {"values": [{"key": name} for name in words]},
        "mark": {"type": "point", "filled": True, "opacity": 0},
        "encoding": {
            "fill": {
                "field": "key",
                "type": "nominal",
                "sort": None,
                "scale": {"domain": words, "range": colours},
                "legend": legend,
            }
        },
    }
    if "layer" in spec:
        return {**spec, "layer": [*spec["layer"], drawn]}
    if "mark" not in spec:
        return spec  # charts side by side have their own
    kept = ("$schema", "config", "width", "height", "resolve", "description")
    top = {name: spec[name] for name in kept if name in spec}
    return {**top, "layer": [{k: v for k, v in spec.items() if k not in kept}, drawn]}
