"""What is kept: articles, results and the reader's corrections, in one database."""

from __future__ import annotations

from library import repeats
from library.articles import content_hash
from library.background import Progress, Refresher, refresher
from library.corrections import Corrections
from library.engine import engine_version
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.listing import ArticleRow
from library.rates import correction_counts
from library.repeats import (
    Pair,
    compare_kept,
    find_repeats,
    likely_pairs,
    most_first,
    repeats_with,
    shared_spans,
)
from library.results import pack, unpack
from library.samples import sample_articles
from library.store import Saved, Store, open_store

__all__ = [
    "ArticleRow",
    "Corrections",
    "Pair",
    "Progress",
    "Refresher",
    "Saved",
    "Store",
    "StoreError",
    "compare_kept",
    "content_hash",
    "correction_counts",
    "engine_version",
    "export_library",
    "find_repeats",
    "import_library",
    "likely_pairs",
    "most_first",
    "open_store",
    "pack",
    "refresher",
    "repeats",
    "repeats_with",
    "sample_articles",
    "shared_spans",
    "unpack",
]
