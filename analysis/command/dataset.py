"""Any number of articles into a folder of Parquet tables, in parts that are whole or not there.

Articles go to the workers in small chunks and come back as rows, in order; so many of them make a
part, which is written at once. What is kept of the run is a list of whole parts: a run that was
ended anywhere and resumed gives the same files as one that was not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from analysis.command.batch import Progress
from analysis.command.inputs import Document, Given, Unread, inputs
from analysis.command.workers import Workers
from analysis.intake import Failure, failed_on
from analysis.language import current_engines
from analysis.pipeline import analyze
from analysis.records import Analysis, ArticleError, Scorer
from analysis.version import VERSION

TOGETHER = 16
"""Articles handed to a process at once: enough that what a table costs is shared by many."""
MOST_BYTES = 1_000_000
"""... or fewer where they are long."""
PART = 500
"""Articles of a part: half a minute's work, and the most that an interruption loses."""
MADE, PARTS = "dataset.json", "parts.jsonl"
"""What the dataset was made from, and a line for each part that is whole."""


@dataclass(frozen=True, slots=True)
class Made:
    """The rows a chunk came to: what was given, what was analysed, and what failed."""

    given: int
    articles: int
    failed: int
    frames: dict[str, Any]
    """By table; pandas comes in with the tables only."""


@dataclass(slots=True)
class Kept:
    """The whole parts of a dataset: for each, how much was given and how much of it failed."""

    parts: list[dict[str, int]]

    @property
    def given(self) -> int:
        """How many things of the input are done."""
        return sum(part["given"] for part in self.parts)

    @property
    def articles(self) -> int:
        """How many articles the tables hold."""
        return sum(part["articles"] for part in self.parts)

    @property
    def failed(self) -> int:
        """How many of them, or articles in them, could not be analysed."""
        return sum(part["failed"] for part in self.parts)


def write_dataset(
    names: list[str],
    folder: Path,
    *,
    scorer: Scorer,
    workers: Workers,
    progress: Progress,
    resume: bool = False,
    part: int = PART,
) -> Kept:
    """Analyse all that the names stand for into the folder; what is kept there at the end.

    Raises ``ArticleError`` where the folder holds something else, ``OSError`` where it cannot be
    written to; whole parts are kept then.
    """
    kept = _begin(folder, {"given": names, "scorer": scorer, "part": part}, resume=resume)
    chunks = in_chunks(inputs(names, kept.given))
    progress.step(kept.given)
    try:
        found = workers.do(partial(tabulate, scorer=scorer), chunks)
        for made in _parts(_counted(found, progress), part):
            _keep(folder, kept, made)
    finally:
        progress.finish()
    if not kept.given:
        raise ArticleError(f"no article lies in {', '.join(names)}: -h names the kinds.")
    return kept


def in_chunks(given: Iterable[Given]) -> Iterator[tuple[Given, ...]]:
    """A few things at a time, fewer where they are large."""
    chunk: list[Given] = []
    size = 0
    for one in given:
        chunk.append(one)
        size += len(one.data) if isinstance(one, Document) else len(str(one))
        if len(chunk) == TOGETHER or size > MOST_BYTES:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def tabulate(chunk: tuple[Given, ...], scorer: Scorer) -> Made:
    """The rows of all tables for a chunk; never raises for an article's sake."""
    from analysis.tables import corpus_tables  # pandas only where it is needed

    analyses: list[Analysis] = []
    failures: list[tuple[str, str]] = []
    for given in chunk:
        for found in _analysed(given, scorer):
            if isinstance(found, Failure):
                failures.append((found.name, found.reason))
            else:
                analyses.append(found)
    made = corpus_tables(analyses, failures)
    return Made(len(chunk), len(analyses), len(failures), made)


def _analysed(given: Given, scorer: Scorer) -> Iterator[Analysis | Failure]:
    for article in given.articles():
        if isinstance(article, Failure):
            yield article if isinstance(given, Unread) else _placed(given, article)
            continue
        try:
            yield analyze(article, scorer=scorer)
        except Exception as error:  # the others go on; the row says what to report
            yield failed_on(article.file or article.id, error)


def _placed(given: Any, failure: Failure) -> Failure:
    """The failure under the path as it was given, as the tables name articles."""
    name = failure.name if failure.name.startswith(str(given.path)) else str(given.path)
    return Failure(name, failure.reason)


def _counted(found: Iterable[Made], progress: Progress) -> Iterator[Made]:
    for made in found:
        progress.step(made.given)
        yield made


def _parts(found: Iterable[Made], part: int) -> Iterator[list[Made]]:
    """Chunks until a part is full; where they end does not depend on the number of workers."""
    waiting: list[Made] = []
    for made in found:
        waiting.append(made)
        if sum(m.given for m in waiting) >= part:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


# ---------------------------------------------------------------- what is kept


def _begin(folder: Path, made_from: dict[str, Any], *, resume: bool) -> Kept:
    own, other = current_engines()
    model = own.name if other is None else f"{other.name}, {own.name}"
    made_from = {**made_from, "version": VERSION, "model": model}
    before = _made_from(folder)
    if before is None:
        if folder.exists() and any(folder.iterdir()):
            raise ArticleError(f"{folder} holds something else: name an empty or a new folder.")
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / MADE, json.dumps(made_from, indent=1) + "\n")
        return Kept([])
    if not resume:
        raise ArticleError(f"{folder} holds a dataset: --resume goes on, or name another folder.")
    if differs := [key for key, value in made_from.items() if before.get(key) != value]:
        raise ArticleError(
            f"{folder} was made from another {' and '.join(differs)}: name another folder."
        )
    kept = Kept(list(_whole_parts(folder)))
    _write(folder / PARTS, "".join(json.dumps(part) + "\n" for part in kept.parts))
    return kept


def _made_from(folder: Path) -> dict[str, Any] | None:
    """What the dataset in the folder was made from, None where there is none."""
    try:
        found = json.loads((folder / MADE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, NotADirectoryError):
        found = None
    if not isinstance(found, dict):
        raise ArticleError(f"{folder} is no folder of a dataset: name another.")
    return found


def _whole_parts(folder: Path) -> Iterator[dict[str, int]]:
    """The parts that the list names; its last line may be torn."""
    with suppress(FileNotFoundError):
        for line in (folder / PARTS).read_text(encoding="utf-8").splitlines(keepends=True):
            if line.endswith("\n"):
                yield json.loads(line)


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)


def _keep(folder: Path, kept: Kept, made: list[Made]) -> None:
    """Write the tables of a part, and only then say that it is there."""
    from analysis.tables import write_part

    write_part(folder, len(kept.parts), [m.frames for m in made])
    counted = ("given", "articles", "failed")
    part = {name: sum(getattr(m, name) for m in made) for name in counted}
    with (folder / PARTS).open("a", encoding="utf-8") as file:
        file.write(json.dumps(part) + "\n")
    kept.parts.append(part)
