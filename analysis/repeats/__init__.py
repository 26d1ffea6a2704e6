"""The stage ``analysis.repeats``; only what stands here is for others."""

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
