"""Corrections in place: reporting words of their own, and facts of the article, to be undone."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    yield "ALTER TABLE corrections ADD COLUMN cue_start INTEGER"
    yield "ALTER TABLE corrections ADD COLUMN cue_end INTEGER"
    yield "ALTER TABLE articles ADD COLUMN given TEXT"
