"""Many kept articles analysed at the speed of a batch: workers read, one process writes.

Workers get a few articles at a time and give back what is kept of each, ready for the database;
what they gave is written in one transaction, in order. A run that is killed has lost results under
way and no article; whoever runs it again, or the dashboard, makes what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice

from analysis.command import Workers
from analysis.intake import Failure, failed_on
from analysis.pipeline import analyze
from analysis.records import DEFAULT_SCORER, Scorer
from library.results import Inputs, Made, made_of
from library.store import Store, Wanted

TOGETHER = 4
"""Articles of a chunk: some tenths of a second of work, and one transaction."""
FEW = 8
"""Articles that are analysed here sooner than other processes have started."""


Done = tuple[Inputs, Made] | Failure


def analyse_kept(
    store: Store, ids: Iterable[str], workers: Workers, scorer: Scorer = DEFAULT_SCORER
) -> Iterator[Failure]:
    """Makes and keeps results of those that lack one; gives those that could not be analysed.

    ``ids`` is gone through as results come in, so it may save each article as it is asked for.
    Raises what ``Workers.do`` raises; results kept until then stay.
    """
    rest = iter(ids)
    first = list(islice(rest, FEW + 1))
    if len(first) <= FEW:
        workers = Workers()
    chunks = _chunks(store, chain(first, rest), scorer)
    for done in workers.do(partial(_analysed, scorer=scorer), chunks):
        store.keep(one for one in done if not isinstance(one, Failure))
        yield from (one for one in done if isinstance(one, Failure))


def _chunks(store: Store, ids: Iterable[str], scorer: Scorer) -> Iterator[tuple[Wanted, ...]]:
    """What lacks a result, a few at a time."""
    waiting = (one for id in ids if (one := store.wanted(id, scorer)) is not None)
    while chunk := tuple(islice(waiting, TOGETHER)):
        yield chunk


def _analysed(chunk: tuple[Wanted, ...], scorer: Scorer) -> list[Done]:
    """What is kept of each; never raises for an article's sake."""
    done: list[Done] = []
    for one in chunk:
        try:
            analysis = analyze(one.article, scorer=scorer, corrections=one.corrections)
            done.append((one.inputs, made_of(analysis)))
        except Exception as error:  # the others go on; the line says what to report
            name = one.article.file or one.article.title or one.article.id
            done.append(failed_on(name, error))
    return done
