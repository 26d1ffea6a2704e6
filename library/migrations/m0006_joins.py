"""The reader's own word on who is one across articles."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    # "left" and "right" are words of SQL
    yield """
        CREATE TABLE joins (
            one TEXT NOT NULL, other TEXT NOT NULL, together INTEGER NOT NULL,
            made VARCHAR NOT NULL, PRIMARY KEY (one, other))"""
