"""A chart as a plain Vega-Lite specification.

Charts leave Altair here: its checks against its schema, which the tests make, cost more than all
else on a page.
"""

from __future__ import annotations

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
    return spec
