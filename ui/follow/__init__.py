"""Many articles on one page: the library in tables, filters on it, and what a mark stands for."""

from __future__ import annotations

from ui.follow.data import Library, followed, found_rows, texts_of
from ui.follow.groups import behind, groups_part, time_part, verbs_part
from ui.follow.networks import network_part
from ui.follow.person import (
    choose_person,
    company_of,
    figures_of,
    heard_part,
    joins_part,
    passages_part,
    relays_part,
    somebody_chosen,
)
from ui.follow.scope import scope_bar, scoped

__all__ = [
    "Library",
    "behind",
    "choose_person",
    "company_of",
    "figures_of",
    "followed",
    "found_rows",
    "groups_part",
    "heard_part",
    "joins_part",
    "network_part",
    "passages_part",
    "relays_part",
    "scope_bar",
    "scoped",
    "somebody_chosen",
    "texts_of",
    "time_part",
    "verbs_part",
]
