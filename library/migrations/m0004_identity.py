"""Row numbers given once and never again; results that name the words they were made from."""

from __future__ import annotations

from collections.abc import Iterator


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    # SQLite gives the number of the last article again once that one is erased, and a result
    # on its way would land under another article. Sequences of PostgreSQL never go back.
    yield "CREATE TABLE article_numbers (last INTEGER NOT NULL)"
    yield "INSERT INTO article_numbers SELECT coalesce(max(number), 0) FROM articles"
    if dialect == "sqlite":
        yield """
            CREATE TRIGGER article_numbered AFTER INSERT ON articles BEGIN
            UPDATE article_numbers SET last = max(last, new.number); END"""
    # Earlier results do not say whose they are; this engine would make them again anyway.
    yield "DROP TABLE analyses"
    data = "BLOB" if dialect == "sqlite" else "BYTEA"
    number = "FLOAT" if dialect == "sqlite" else "DOUBLE PRECISION"
    yield f"""
        CREATE TABLE analyses (
            article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
            scorer VARCHAR NOT NULL, engine VARCHAR NOT NULL, content_hash VARCHAR NOT NULL,
            inputs VARCHAR NOT NULL, model VARCHAR NOT NULL, compound {number},
            entities INTEGER NOT NULL, sources INTEGER NOT NULL, made VARCHAR NOT NULL,
            payload {data} NOT NULL, PRIMARY KEY (article, scorer))"""
