"""Articles, the reader's corrections and labels, the engine's results."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    key = "INTEGER PRIMARY KEY" if dialect == "sqlite" else "SERIAL PRIMARY KEY"
    data = "BLOB" if dialect == "sqlite" else "BYTEA"
    number = "FLOAT" if dialect == "sqlite" else "DOUBLE PRECISION"
    article = "INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE"
    yield f"""
        CREATE TABLE articles (
            number {key}, id VARCHAR NOT NULL UNIQUE, content_hash VARCHAR NOT NULL UNIQUE,
            text TEXT NOT NULL, raw {data}, paragraphs TEXT NOT NULL, engine VARCHAR NOT NULL,
            title TEXT, outlet TEXT, author TEXT, published TEXT, url TEXT,
            words INTEGER NOT NULL, saved VARCHAR NOT NULL, deleted VARCHAR)"""
    yield f"""
        CREATE TABLE corrections (
            number {key}, article {article}, event INTEGER NOT NULL, removed INTEGER,
            undone INTEGER NOT NULL, kind VARCHAR NOT NULL, start INTEGER NOT NULL,
            "end" INTEGER NOT NULL, other_start INTEGER, other_end INTEGER,
            value TEXT NOT NULL, made VARCHAR NOT NULL)"""
    yield "CREATE INDEX ix_corrections_article ON corrections (article)"
    yield f"""
        CREATE TABLE labels (
            article {article}, kind VARCHAR NOT NULL, name VARCHAR NOT NULL,
            PRIMARY KEY (article, kind, name))"""
    yield f"""
        CREATE TABLE analyses (
            article {article}, scorer VARCHAR NOT NULL, engine VARCHAR NOT NULL,
            inputs VARCHAR NOT NULL, model VARCHAR NOT NULL, compound {number},
            entities INTEGER NOT NULL, sources INTEGER NOT NULL, made VARCHAR NOT NULL,
            payload {data} NOT NULL, PRIMARY KEY (article, scorer))"""
