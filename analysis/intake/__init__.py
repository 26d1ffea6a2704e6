"""From files to drafts: ``bytes`` in, text out; only ``fetch`` uses the network, when asked.

``door`` opens any document by what it holds (``kinds``), each kind has its module. What is page
furniture: ``page_noise.txt`` and ``page_cleaning``. Run ``python -m benchmarks accuracy pages``.
"""

from __future__ import annotations

from analysis.intake.decoding import LABELS
from analysis.intake.door import (
    Batch,
    Parts,
    gathered,
    open_parts,
    preview_table,
    read_batch,
    read_document,
    read_everything,
)
from analysis.intake.drafts import LIMITS, Draft, Failure, Limits, failed_on, failures_csv
from analysis.intake.fetch import fetch_page, fetching_allowed
from analysis.intake.kinds import SUFFIXES
from analysis.intake.rows import Columns, Preview

__all__ = [
    "LABELS",
    "LIMITS",
    "SUFFIXES",
    "Batch",
    "Columns",
    "Draft",
    "Failure",
    "Limits",
    "Parts",
    "Preview",
    "failed_on",
    "failures_csv",
    "fetch_page",
    "fetching_allowed",
    "gathered",
    "open_parts",
    "preview_table",
    "read_batch",
    "read_document",
    "read_everything",
]
