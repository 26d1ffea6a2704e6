"""Fingerprints, by which passages that articles share are found."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    data = "BLOB" if dialect == "sqlite" else "BYTEA"
    yield f"""
        CREATE TABLE fingerprints (
            article INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
            method VARCHAR NOT NULL, prints {data} NOT NULL)"""
