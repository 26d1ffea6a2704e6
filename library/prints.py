"""Fingerprints kept beside the articles, so that what repeats is found without reading them."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from analysis.records import Article
from analysis.repeats import METHOD, Prints, fingerprints, from_bytes, to_bytes
from library.articles import article_of
from library.corrections import active
from library.database import Database
from library.rows import row_with
from library.schema import articles
from library.schema import fingerprints as table


def keep_prints(connection: Connection, number: int, article: Article) -> None:
    """Keeps an article's fingerprints, in the place of earlier ones."""
    connection.execute(delete(table).where(table.c.article == number))
    prints = to_bytes(fingerprints(article))
    row = {"article": number, "method": METHOD, "prints": prints}
    connection.execute(insert(table).values(row))


def kept_prints(database: Database) -> dict[str, Prints]:
    """The fingerprints of every article that is not deleted, by id."""
    here = articles.outerjoin(
        table, (table.c.article == articles.c.number) & (table.c.method == METHOD)
    )
    query = select(articles.c.id, table.c.prints).select_from(here)
    with database.read() as connection:
        rows = connection.execute(query.where(articles.c.deleted.is_(None))).all()
    missing = [id for id, prints in rows if prints is None]
    kept = {id: from_bytes(prints) for id, prints in rows if prints is not None}
    return kept | {id: _make_prints(database, id) for id in missing}


def _make_prints(database: Database, id: str) -> Prints:
    """Of an article kept by a version without fingerprints; kept where the library can be."""
    with database.read() as connection:
        row = row_with(connection, id)
        article = article_of(row, active(connection, row["number"]))
    if database.writable:
        with database.write() as connection:
            chosen = select(articles.c.number).where(articles.c.id == id).with_for_update()
            number = connection.execute(chosen).scalar_one_or_none()
            if number is not None:
                keep_prints(connection, number, article)
    return fingerprints(article)
