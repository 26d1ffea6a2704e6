"""Work done in order by this process, by several of this machine, or by a Dask cluster.

One interface for the three, ``concurrent.futures.Executor``; a bounded number of items is
under way, so an endless input needs little memory.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from analysis.records import ArticleError

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 8  # items handed out per process beyond the one being waited for: bounds memory
ANSWER_WITHIN = "20s"  # of a Dask scheduler: a busy one takes seconds


class LostWorkError(ArticleError):
    """The work stopped halfway for a reason outside the articles; results so far are kept."""


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes of this machine, or the address of a running Dask cluster."""

    processes: int = 1
    scheduler: str | None = None

    def do(self, work: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``work`` of each item, in the order of the items.

        Raises ``ArticleError`` when the cluster cannot be reached or used, and ``LostWorkError``
        when a process dies under way.
        """
        with self._executor() as (pool, processes):
            if pool is None:
                yield from map(work, items)
                return
            try:
                yield from _in_order(pool, work, items, processes * AHEAD)
            except BrokenExecutor:
                raise LostWorkError(
                    "A working process was ended from outside, perhaps for want of memory: "
                    "give a smaller number as --workers."
                ) from None
            except ModuleNotFoundError as error:
                raise ArticleError(
                    f"The Dask workers lack the module {error.name}: start them in Hearsay's "
                    "folder, with what requirements.txt names installed."
                ) from None

    @contextmanager
    def _executor(self) -> Iterator[tuple[Executor | None, int]]:
        if self.scheduler is not None:
            with _cluster(self.scheduler) as found:
                yield found
        elif self.processes <= 1:
            yield None, 1
        else:
            # spawn: forking a process whose libraries hold threads can deadlock
            pool = ProcessPoolExecutor(
                self.processes, mp_context=get_context("spawn"), initializer=_end_with_parent
            )
            try:
                yield pool, self.processes
            finally:  # after an interruption nobody waits for what has not begun
                pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Ends this worker when whoever started it is gone: one killed outright tells nobody."""
    if (parent := parent_process()) is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _in_order(
    pool: Executor, work: Callable[[Item], Result], items: Iterable[Item], most: int
) -> Iterator[Result]:
    pending: deque[Future[Result]] = deque()
    for item in items:
        pending.append(pool.submit(work, item))
        while len(pending) > most or (pending and pending[0].done()):
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The executor of a running Dask cluster, and its number of threads."""
    try:
        from distributed import Client
    except ImportError:
        raise ArticleError(
            "--scheduler needs Dask: pip install -r requirements-cluster.txt, or leave it out."
        ) from None
    try:
        client = Client(address, timeout=ANSWER_WITHIN)
    except (OSError, ValueError) as error:  # its time-outs are OSErrors
        raise ArticleError(
            f"No Dask scheduler answers at {address} ({type(error).__name__}): "
            "check the address, such as tcp://host:8786."
        ) from None
    with client:
        yield client.get_executor(pure=False), max(1, sum(client.nthreads().values()))
