"""The stage ``ui.entities``; only what stands here is for others."""

from __future__ import annotations

from ui.entities.controls import choose_entity, correction_panel, filtered, passages
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
    "choose_entity",
    "correction_panel",
    "figures",
    "filtered",
    "left_open",
    "passages",
    "quoted_or_named",
    "ranked_names",
    "together",
    "tone_of_names",
    "where",
]
