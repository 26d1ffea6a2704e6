"""Names of collections and tags: what may be one."""

from __future__ import annotations

from library.articles import storable

LONGEST = 200
"""Characters; PostgreSQL's index refuses names of some thousand bytes."""


def checked_label(name: object) -> str:
    """The name as it is kept; ``ValueError`` for what is no name or longer than ``LONGEST``."""
    if not isinstance(name, str) or not name.strip():
        raise ValueError("a collection or tag is a name")
    kept = storable(name.strip())
    if len(kept) > LONGEST:
        raise ValueError(f"a collection or tag has at most {LONGEST} characters: shorten it")
    return kept
