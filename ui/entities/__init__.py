"""The stage ``ui.entities``; only what stands here is for others."""

from __future__ import annotations

from ui.entities.controls import correction_panel, passages
from ui.entities.pictures import (
    figures,
    left_open,
    quoted_or_named,
    ranked_names,
    together,
    tone_of_names,
    where,
)

__all__ = [
    "correction_panel",
    "figures",
    "left_open",
    "passages",
    "quoted_or_named",
    "ranked_names",
    "together",
    "tone_of_names",
    "where",
]
