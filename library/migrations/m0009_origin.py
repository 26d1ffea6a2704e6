"""The file an article came from, and who answers in an interview that does not say so."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    yield "ALTER TABLE articles ADD COLUMN answers TEXT"
    yield "ALTER TABLE articles ADD COLUMN file TEXT"
    yield "ALTER TABLE articles ADD COLUMN derived INTEGER NOT NULL DEFAULT 0"
