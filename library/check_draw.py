"""Drawing a sample from an article, a collection or the whole library."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from analysis.pipeline import analyze
from analysis.records import DEFAULT_SCORER, Analysis, Scorer
from analysis.reliability import Facet, Item, Sample, What, candidates, draw, may_stratify
from analysis.text import count, heading
from library.checks import Checks
from library.errors import StoreError
from library.listing import ArticleRow
from library.store import Store

SEEDS = 2**31 - 1
NOTHING = "There is nothing of this kind to draw from: choose another article or collection."


def draw_sample(
    store: Store,
    what: What,
    size: int,
    *,
    by: Facet | None = None,
    article: str | None = None,
    collection: str | None = None,
    name: str = "",
    scorer: Scorer = DEFAULT_SCORER,
    seed: int | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Sample:
    """Draws and keeps a sample of what the program says of these articles (default: of all).

    The same ``seed`` draws the same again. ``progress`` is told articles read and their number.
    Raises ``StoreError`` where there is nothing to draw, ``ValueError`` for a stratification that
    this kind does not have.
    """
    if not may_stratify(what, by):
        raise ValueError(f"{what} cannot be stratified by {by}")
    rows = [r for r in store.articles(collection=collection) if article in (None, r.id)]
    items: list[Item] = []
    for done, analysis in enumerate(_analyses(store, rows, scorer), start=1):
        items += candidates(analysis, what)
        if progress is not None:
            progress(done, len(rows))
    if not items or size < 1:
        raise StoreError(NOTHING)
    seed = random.SystemRandom().randrange(SEEDS) if seed is None else seed
    drawn, strata = draw(items, size, by, seed)
    scope = _scope(rows, article, collection)
    made = Sample(name or f"{len(drawn):,} {what}, {scope}", what, by, scope, seed, strata)
    return Checks(store).keep(made, drawn)


def _analyses(store: Store, rows: list[ArticleRow], scorer: Scorer) -> Iterator[Analysis]:
    """What the program says by itself, without the reader's corrections."""
    for row in rows:
        if not row.corrections:
            yield store.analysis(row.id, scorer)
            continue
        yield analyze(store.as_read(row.id)[0], scorer=scorer)


def _scope(rows: list[ArticleRow], article: str | None, collection: str | None) -> str:
    if article is not None:
        return f"“{heading(rows[0].title, rows[0].begins)}”" if rows else ""
    number = count(len(rows), "article")
    return f"the collection “{collection}” ({number})" if collection else f"the library ({number})"
