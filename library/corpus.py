"""A folder of Parquet made by ``python -m analysis --dataset``, asked without being imported.

``HEARSAY_CORPUS`` names it. DuckDB reads only the columns a question needs, of every part at once,
and nothing is ever written there. A question is a handful of filters (``Asked``) and gives columns.
Which articles pass is found once for all questions that are asked with the same filters.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from analysis.records import Article, ArticleError
from library.corpus_views import INDEX, TABLES, views, words_of
from library.errors import StoreError

VARIABLE = "HEARSAY_CORPUS"
FRESH = 600.0
"""Seconds after which the articles that pass are looked up again: a corpus may still grow."""
MOST = 200
"""Articles listed at once, and the most names a chart is given."""
Columns = dict[str, Any]
_SHARE = "sum(unnamed_words) / nullif(sum(words - unattributed_words), 0)"
_FIGURES = f"""count(*) AS articles, sum(words)::BIGINT AS words, avg(compound) AS compound,
    avg(writer_compound) AS writer, avg(quoted_compound) AS quoted, {_SHARE} AS unnamed,
    sum(words - unattributed_words) / nullif(sum(words), 0) AS credited"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles count: all filters hold together, an empty one lets everything through."""

    words: str = ""
    """Whole words that all stand in the text, in any order and case."""
    outlets: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    """Days, ISO 8601, both counted."""
    name: str = ""
    """Somebody or something named in the article."""
    source: str = ""
    """Somebody who is credited with something."""

    def where(self) -> tuple[str, list[object]]:
        """The condition on ``overview`` and its values."""
        parts: list[tuple[str, list[object]]] = []
        for word in sorted(words_of(self.words)):
            parts.append((_inside("worded"), [word]))
        if self.outlets:
            parts.append(("list_contains(?, outlet)", [list(self.outlets)]))
        if self.since:
            parts.append(("published >= ?", [self.since]))
        if self.until:
            parts.append(("published != '' AND left(published, 10) <= ?", [self.until]))
        if self.name:
            parts.append((_inside("named"), [self.name.lower()]))
        if self.source:
            parts.append((_inside("heard"), [self.source.lower()]))
        condition = " AND ".join(part for part, _ in parts) or "true"
        return condition, [value for _, values in parts for value in values]


def _inside(kind: str) -> str:
    return f"place IN (SELECT place FROM {kind} WHERE key = ?)"


def corpus_folder() -> Path | None:
    """The folder that ``HEARSAY_CORPUS`` names, None where it names none."""
    named = os.environ.get(VARIABLE, "").strip()
    return Path(named) if named else None


@cache
def open_corpus(folder: Path) -> Corpus:
    """The corpus in the folder, opened once. Raises ``StoreError`` where there is none."""
    return Corpus(folder)


class Corpus:
    """A folder of tables that is open for questions, from any number of threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        missing = [t for t in TABLES if not any((folder / t).glob("part-*.parquet"))]
        if missing:
            raise StoreError(
                f"{VARIABLE} names {folder}, which lacks {', '.join(missing)}: make it with "
                "python -m analysis --dataset."
            )
        # here, not above: only a reader who has a corpus is to wait for it
        import duckdb

        self._lock = Lock()
        self._failure = duckdb.Error
        self._database = duckdb.connect(":memory:")
        self._database.execute("SET parquet_metadata_cache = true")
        indexed = any((folder / INDEX).glob("part-*.parquet"))
        for statement in views(folder, indexed=indexed):
            self._database.execute(statement)
        self._passing: tuple[Asked, int] | None = None
        """Whose articles lie in the table ``passing``, and when they were put there."""

    def figures(self, asked: Asked) -> Columns:
        """One row: articles, words, mean tones, share credited and share of that unnamed."""
        return self._ask(f"SELECT {_FIGURES} FROM overview WHERE {{}}", asked)

    def by_outlet(self, asked: Asked) -> Columns:
        """The same figures by outlet, those with most articles first."""
        return self._ask(
            f"SELECT if(outlet = '', 'no outlet', outlet) AS outlet, {_FIGURES} FROM overview "
            f"WHERE {{}} GROUP BY 1 ORDER BY articles DESC, 1 LIMIT {MOST}",
            asked,
        )

    def by_month(self, asked: Asked) -> Columns:
        """The same figures by month of publication; articles without a date are left out."""
        return self._ask(
            f"SELECT left(published, 7) AS month, {_FIGURES} FROM overview "
            "WHERE published != '' AND {} GROUP BY 1 ORDER BY 1",
            asked,
        )

    def heard(self, asked: Asked, most: int = 15) -> Columns:
        """Sources by the words credited to them, with in how many articles."""
        return self._ask(
            "SELECT name, any_value(type) AS type, any_value(namedness) AS namedness, "
            "sum(amount)::BIGINT AS words, count(*) AS articles FROM heard "
            "WHERE {} "
            f"GROUP BY 1 ORDER BY words DESC, 1 LIMIT {int(most)}",
            asked,
        )

    def named(self, asked: Asked, most: int = 15) -> Columns:
        """Names by how often they stand in the body, with in how many articles."""
        return self._ask(
            "SELECT name, any_value(type) AS type, sum(amount)::BIGINT AS mentions, "
            "count(*) AS articles FROM named "
            "WHERE {} "
            f"GROUP BY 1 HAVING mentions > 0 ORDER BY mentions DESC, 1 LIMIT {int(most)}",
            asked,
        )

    def articles(self, asked: Asked) -> Columns:
        """The newest of the articles, at most ``MOST``."""
        return self._ask(
            "SELECT article, title, outlet, left(published, 10) AS published, words, compound, "
            "unnamed_words / nullif(words - unattributed_words, 0) AS unnamed, file "
            f"FROM overview WHERE {{}} ORDER BY overview.published DESC, article LIMIT {MOST}",
            asked,
        )

    def outlets(self) -> list[str]:
        """The outlets there are, in alphabetical order."""
        found = self._ask("SELECT DISTINCT outlet FROM overview WHERE outlet != '' ORDER BY 1")
        return [str(outlet) for outlet in found["outlet"]]

    def article(self, id: str) -> Article:
        """An article again, as it was read. Raises ``StoreError`` where it is not there."""
        from analysis import read_article  # loads the readers, which no figure needs

        found = self._rows(
            "SELECT text, title, outlet, author, published, url FROM texts "
            "JOIN overview USING (article) WHERE article = ? LIMIT 1",
            [id],
        )
        if not found:
            raise StoreError("This article is not in the corpus: its files may have changed.")
        text, *told = found[0]
        names = ("title", "outlet", "author", "published", "url")
        try:
            return read_article(text, **{n: v or None for n, v in zip(names, told, strict=True)})
        except ArticleError as error:
            raise StoreError(str(error)) from error

    def _ask(self, question: str, asked: Asked | None = None) -> Columns:
        """The answer by column; the braces of the question take the condition."""
        with self._lock:
            try:
                given = self._database.execute(question.format(self._let_through(asked)))
                names = [str(column[0]) for column in given.description or ()]
                rows = given.fetchall()
            except self._failure as error:
                raise _unreadable(self.folder, error) from error
        return {name: [row[i] for row in rows] for i, name in enumerate(names)}

    def _let_through(self, asked: Asked | None) -> str:
        """The condition for a question; which articles pass is found once for all questions."""
        if asked is None or asked == Asked():
            return "true"
        now = (asked, int(time.monotonic() // FRESH))
        if now != self._passing:
            condition, values = asked.where()
            self._passing = None
            self._database.execute(
                f"CREATE OR REPLACE TEMP TABLE passing AS SELECT place FROM overview "
                f"WHERE {condition}",
                values,
            )
            self._passing = now
        return "place IN (FROM passing)"

    def _rows(self, question: str, values: list[object]) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._database.execute(question, values).fetchall()
            except self._failure as error:
                raise _unreadable(self.folder, error) from error


def _unreadable(folder: Path, error: Exception) -> StoreError:
    return StoreError(f"{folder} cannot be read ({str(error).splitlines()[0][:120]}).")
