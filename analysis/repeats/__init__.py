"""Repeats: articles in, the passages out that two of them share, by fingerprints.

No rules and no words; the constants in ``passages`` are measured by
``python -m benchmarks.library``.
"""

from __future__ import annotations

from analysis.repeats.passages import (
    METHOD,
    Overlap,
    Prints,
    candidates,
    compare,
    fingerprints,
    from_bytes,
    own_copy,
    to_bytes,
)

__all__ = [
    "METHOD",
    "Overlap",
    "Prints",
    "candidates",
    "compare",
    "fingerprints",
    "from_bytes",
    "own_copy",
    "to_bytes",
]
