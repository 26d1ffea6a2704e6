"""What repeats in the library: fingerprints kept beside the articles, pairs that share words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select

from analysis.records import Article, Span
from analysis.repeats import (
    METHOD,
    Overlap,
    Prints,
    candidates,
    compare,
    fingerprints,
    from_bytes,
    own_copy,
    to_bytes,
)
from analysis.text import count_words
from library.schema import articles
from library.schema import fingerprints as table

if TYPE_CHECKING:
    from library.store import Store

Pair = tuple[str, str]
MOST = 500
"""Pairs compared word for word for one list; the likeliest first."""


def find_repeats(store: Store, id: str | None = None) -> list[Overlap]:
    """Pairs of articles that share passages, most words in common first.

    With ``id``, the pairs of this article, which is then the left one. Articles kept by an
    earlier version without fingerprints get them now.
    """
    read = cache(store.article)
    return most_first(compare_kept(read, pair) for pair in likely_pairs(store, id))


def likely_pairs(store: Store, id: str | None = None) -> list[Pair]:
    """The pairs ``find_repeats`` compares word for word, the likeliest first."""
    return [(a, b) for a, b, _ in candidates(_kept_prints(store), id)[:MOST]]


def compare_kept(read: Callable[[str], Article], pair: Pair) -> Overlap:
    """What two kept articles have in common; ``read`` gives the article of an id."""
    return _compared(read(pair[0]), read(pair[1]))


def most_first(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """Those that share passages, most words in common first."""
    return sorted((o for o in overlaps if o.passages), key=lambda o: -o.words)


def repeats_with(store: Store, article: Article, most: int = 5) -> list[Overlap]:
    """What an article, kept or not, shares with the likeliest others in the library."""
    prints = {**_kept_prints(store), article.id: fingerprints(article)}
    others = [other for _, other, _ in candidates(prints, article.id)[:most]]
    return most_first(_compared(article, store.article(other)) for other in others)


def shared_spans(overlaps: Iterable[Overlap], id: str) -> tuple[Span, ...]:
    """The stretches of one article that stand in any of the others, in order."""
    spans: set[Span] = set()
    for o in overlaps:
        spans.update(s for p in o.passages if o.left == id for s in p.left)
        spans.update(s for p in o.passages if o.right == id for s in p.right)
    return tuple(sorted(spans))


def own_words(article: Article, overlaps: Iterable[Overlap]) -> int:
    """The article's body words that stand in none of the others of these pairs."""
    own = own_copy(article, shared_spans(overlaps, article.id))
    return sum(count_words(article.text, span) for span in own)


@lru_cache(maxsize=2_000)  # records are frozen: the same two articles always compare the same
def _compared(left: Article, right: Article) -> Overlap:
    return compare(left, right)


def keep_prints(connection: Connection, number: int, article: Article) -> None:
    """Keeps an article's fingerprints, in the place of earlier ones."""
    connection.execute(delete(table).where(table.c.article == number))
    prints = to_bytes(fingerprints(article))
    row = {"article": number, "method": METHOD, "prints": prints}
    connection.execute(insert(table).values(row))


def _kept_prints(store: Store) -> dict[str, Prints]:
    here = articles.outerjoin(
        table, (table.c.article == articles.c.number) & (table.c.method == METHOD)
    )
    query = select(articles.c.id, table.c.prints).select_from(here)
    with store.read() as connection:
        rows = connection.execute(query.where(articles.c.deleted.is_(None))).all()
    missing = [id for id, prints in rows if prints is None]
    kept = {id: from_bytes(prints) for id, prints in rows if prints is not None}
    return kept | {id: _make_prints(store, id) for id in missing}


def _make_prints(store: Store, id: str) -> Prints:
    article = store.article(id)
    if store.writable:
        with store.write() as connection:
            chosen = select(articles.c.number).where(articles.c.id == id).with_for_update()
            number = connection.execute(chosen).scalar_one_or_none()
            if number is not None:
                keep_prints(connection, number, article)
    return fingerprints(article)
