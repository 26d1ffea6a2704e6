"""Where names stand beside dots, so that none lies on another or on a dot."""

from __future__ import annotations

from typing import Any, NamedTuple

import altair as alt
import pandas as pd

LETTER, LINE, DOT = 6.4, 15.0, 8.0
"""Pixels: a letter of 12 px text on average, a line of it, half a dot with the room about it."""
WIDE, NARROW, SPLIT = 600.0, 300.0, 480
"""Pixels: widths of a picture to place names for, and from which on it counts as wide."""
LIMITS = {WIDE: 160.0, NARROW: 80.0}
COVERED = 0.2
"""A name of which more than this share would be covered is left to the tooltip and the table."""
SIDES: dict[str, dict[str, Any]] = {
    "above": {"dy": -14},
    "right": {"align": "left", "dx": 11},
    "left": {"align": "right", "dx": -11},
    "below": {"dy": 16},
}


class Box(NamedTuple):
    """A rectangle in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def area(self) -> float:
        """In square pixels."""
        return (self.x1 - self.x0) * (self.y1 - self.y0)

    def shared(self, other: Box) -> float:
        """The area both cover, in square pixels."""
        wide = min(self.x1, other.x1) - max(self.x0, other.x0)
        high = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, wide) * max(0.0, high)


def named_dots(nodes: pd.DataFrame, x: alt.X, y: alt.Y, edge: float, high: float) -> list[Any]:
    """Layers of the column ``name`` beside dots at ``x`` and ``y``, both within ±``edge``.

    ``high`` is the height of the picture in pixels. The first rows get the best places.
    """
    data = nodes.assign(
        wide=sides(nodes, WIDE, edge, high), narrow=sides(nodes, NARROW, edge, high)
    )
    limit = alt.ExprRef(f"width < {SPLIT} ? {LIMITS[NARROW]} : {LIMITS[WIDE]}")
    return [
        alt.Chart(data)
        .transform_filter(f"(width < {SPLIT} ? datum.narrow : datum.wide) == '{side}'")
        .mark_text(fontSize=12, limit=limit, **how)
        .encode(x, y, alt.Text("name:N"))
        for side, how in SIDES.items()
    ]


def sides(nodes: pd.DataFrame, wide: float, edge: float, high: float) -> list[str]:
    """For each row the side its name stands on in a picture this wide; "" where none is free."""
    places = [
        ((x + edge) / (2 * edge) * wide, (edge - y) / (2 * edge) * high)
        for x, y in zip(nodes["x"], nodes["y"], strict=True)
    ]
    taken = [Box(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in places]
    frame, found = Box(0, 0, wide, high), []
    for (x, y), name in zip(places, nodes["name"], strict=True):
        long = min(LIMITS[wide], LETTER * len(name))
        boxes = {side: _box(side, x, y, long) for side in SIDES}
        cost = {
            side: sum(box.shared(t) for t in taken) + box.area - box.shared(frame)
            for side, box in boxes.items()
        }
        best = min(cost, key=lambda side: cost[side])
        free = cost[best] <= COVERED * boxes[best].area
        found.append(best if free else "")
        if free:
            taken.append(boxes[best])
    return found


def _box(side: str, x: float, y: float, long: float) -> Box:
    if side == "above":
        return Box(x - long / 2, y - 14 - LINE / 2, x + long / 2, y - DOT)
    if side == "below":
        return Box(x - long / 2, y + DOT, x + long / 2, y + 16 + LINE / 2)
    start = x + 11 if side == "right" else x - 11 - long
    return Box(start, y - LINE / 2, start + long, y + LINE / 2)
