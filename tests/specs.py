"""What a test reads out of the specification of a chart."""

from __future__ import annotations

from typing import Any


def fields(spec: Any) -> set[str]:
    """Every field an encoding of the specification names."""
    if isinstance(spec, dict):
        own = {spec["field"]} if isinstance(spec.get("field"), str) else set()
        return own.union(*(fields(v) for v in spec.values()))
    return set().union(*(fields(v) for v in spec)) if isinstance(spec, list) else set()


def titles(spec: Any) -> set[str]:
    """The titles of the chart and of its layers; those of axes and legends are not among them."""
    if not isinstance(spec, dict):
        return set()
    own = {spec["title"]} if isinstance(spec.get("title"), str) else set()
    return own.union(*(titles(layer) for layer in spec.get("layer", ())))


def drawn_on(spec: Any, axis: str) -> set[str]:
    """The fields that the marks of all layers stand by on an axis, "x" or "y"."""
    own = (
        {spec["encoding"][axis]["field"]}
        if "field" in spec.get("encoding", {}).get(axis, {})
        else set()
    )
    return own.union(*(drawn_on(layer, axis) for layer in spec.get("layer", ())))
