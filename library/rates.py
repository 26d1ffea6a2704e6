"""How much is corrected: counts by month and kind, and the words they are out of."""

from __future__ import annotations

from sqlalchemy import func, select

from library.schema import articles, corrections
from library.store import Store


def correction_counts(store: Store) -> tuple[list[tuple[str, str, int]], dict[str, int]]:
    """(month, kind, standing corrections), and the words of each month's articles.

    A month ("2026-11") is the one in which an article was kept.
    """
    month = func.substr(articles.c.saved, 1, 7)
    standing = (corrections.c.undone == 0) & corrections.c.removed.is_(None)
    here = articles.c.deleted.is_(None)
    joined = corrections.join(articles, corrections.c.article == articles.c.number)
    counted = (
        select(month, corrections.c.kind, func.count())
        .select_from(joined)
        .where(standing & here)
        .group_by(month, corrections.c.kind)
    )
    total = select(month, func.sum(articles.c.words)).where(here).group_by(month)
    with store.read() as connection:
        made = [(str(m), str(kind), int(n)) for m, kind, n in connection.execute(counted)]
        words = {str(m): int(n) for m, n in connection.execute(total)}
    return made, words
