"""Samples drawn for checking, their items, and what coders said of them."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    key = "INTEGER PRIMARY KEY" if dialect == "sqlite" else "SERIAL PRIMARY KEY"
    yield f"""
        CREATE TABLE samples (
            number {key}, id VARCHAR NOT NULL UNIQUE, name TEXT NOT NULL, what VARCHAR NOT NULL,
            facet VARCHAR, scope TEXT NOT NULL, seed INTEGER NOT NULL, strata TEXT NOT NULL,
            codebook VARCHAR NOT NULL, engine VARCHAR NOT NULL, made VARCHAR NOT NULL)"""
    # An item names its article by id, not by row: erasing an article leaves the codes.
    yield f"""
        CREATE TABLE sample_items (
            number {key}, sample INTEGER NOT NULL REFERENCES samples (number) ON DELETE CASCADE,
            place INTEGER NOT NULL, article VARCHAR NOT NULL, stratum TEXT NOT NULL,
            facts TEXT NOT NULL)"""
    yield "CREATE INDEX ix_sample_items_sample ON sample_items (sample, place)"
    yield "CREATE INDEX ix_sample_items_article ON sample_items (article)"
    yield f"""
        CREATE TABLE judgements (
            number {key}, item INTEGER NOT NULL REFERENCES sample_items (number) ON DELETE CASCADE,
            coder TEXT NOT NULL, verdict VARCHAR NOT NULL, value TEXT NOT NULL,
            added TEXT NOT NULL, made VARCHAR NOT NULL, UNIQUE (item, coder))"""
