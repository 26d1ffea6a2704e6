"""What is kept: articles, results and the reader's corrections, in one database."""

from __future__ import annotations

from library import repeats
from library.articles import content_hash
from library.background import Progress, Refresher, refresher
from library.check_cli import reader, sheet, take_in, told_sample
from library.check_draw import draw_sample
from library.checks import Checks, Kept
from library.corpus import Asked, Corpus, corpus_folder, open_corpus
from library.corrections import Corrections
from library.database import beside_library
from library.engine import engine_version
from library.errors import StoreError
from library.exchange import export_library, import_library
from library.facts import Following, follow, texts
from library.hits import Hit, all_marks, find_hits
from library.joins import Joins
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
from library.samples import sample_articles, sample_events
from library.store import Saved, Store, open_store

__all__ = [
    "ArticleRow",
    "Asked",
    "Checks",
    "Corpus",
    "Corrections",
    "Following",
    "Hit",
    "Joins",
    "Kept",
    "Pair",
    "Progress",
    "Refresher",
    "Saved",
    "Store",
    "StoreError",
    "all_marks",
    "beside_library",
    "compare_kept",
    "content_hash",
    "corpus_folder",
    "correction_counts",
    "draw_sample",
    "engine_version",
    "export_library",
    "find_hits",
    "find_repeats",
    "follow",
    "import_library",
    "likely_pairs",
    "most_first",
    "open_corpus",
    "open_store",
    "pack",
    "reader",
    "refresher",
    "repeats",
    "repeats_with",
    "sample_articles",
    "sample_events",
    "shared_spans",
    "sheet",
    "take_in",
    "texts",
    "told_sample",
    "unpack",
]
