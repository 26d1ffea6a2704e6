"""The stage ``ui.library``; only what stands here is for others."""

from __future__ import annotations

from ui.library.files import files_of
from ui.library.hits import keep_as_collection, show_hits
from ui.library.list import (
    actions,
    deleted_articles,
    kept_rows,
    list_line,
    list_table,
    say,
    search_box,
    show_list,
)
from ui.library.repeats import all_repeats, own_copy_filter, own_words, repeats_of, show_repeats
from ui.library.transfer import results, transfer_parts

__all__ = [
    "actions",
    "all_repeats",
    "deleted_articles",
    "files_of",
    "keep_as_collection",
    "kept_rows",
    "list_line",
    "list_table",
    "own_copy_filter",
    "own_words",
    "repeats_of",
    "results",
    "say",
    "search_box",
    "show_hits",
    "show_list",
    "show_repeats",
    "transfer_parts",
]
