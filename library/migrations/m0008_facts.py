"""What each result tells of a library as a whole, beside the result."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    blob = "BLOB" if dialect == "sqlite" else "BYTEA"
    yield f"""
        CREATE TABLE facts (
            article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
            scorer VARCHAR NOT NULL, engine VARCHAR NOT NULL, format INTEGER NOT NULL,
            made VARCHAR NOT NULL, payload {blob} NOT NULL, PRIMARY KEY (article, scorer))"""
