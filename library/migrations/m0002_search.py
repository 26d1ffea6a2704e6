"""Full-text search: FTS5 kept current by triggers, or a tsvector with a GIN index."""

from __future__ import annotations

from collections.abc import Iterator

COLUMNS = ("title", "outlet", "author", "text")


def statements(dialect: str) -> Iterator[str]:
    """The SQL of this step."""
    if dialect != "sqlite":
        yield "ALTER TABLE articles ADD COLUMN search tsvector"
        yield "CREATE INDEX ix_articles_search ON articles USING gin (search)"
        yield "UPDATE articles SET search = to_tsvector('simple', left(text, 200000))"
        return
    columns = ", ".join(COLUMNS)
    old = ", ".join(f"old.{c}" for c in COLUMNS)
    new = ", ".join(f"new.{c}" for c in COLUMNS)
    remove = (
        f"INSERT INTO article_search (article_search, rowid, {columns}) "
        f"VALUES ('delete', old.number, {old});"
    )
    add = f"INSERT INTO article_search (rowid, {columns}) VALUES (new.number, {new});"
    # The words are read from `articles` itself, so no text is stored twice.
    yield (
        f"CREATE VIRTUAL TABLE article_search USING fts5 ({columns}, content='articles', "
        "content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )
    yield f"CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN {add} END"
    yield f"CREATE TRIGGER article_erased AFTER DELETE ON articles BEGIN {remove} END"
    yield (
        f"CREATE TRIGGER article_changed AFTER UPDATE OF {columns} ON articles "
        f"BEGIN {remove} {add} END"
    )
    yield "INSERT INTO article_search (article_search) VALUES ('rebuild')"
