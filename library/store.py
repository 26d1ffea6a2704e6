"""The library: articles kept by the hash of their words, results beside them, nothing lost.

A store may be used from any number of threads, processes and programs at once. Whatever a
method reports as done is on the disk; a method that fails raises ``StoreError`` with one
sentence and has changed nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import delete, select

from analysis.corrections import check_correction
from analysis.pipeline import analyze
from analysis.records import DEFAULT_SCORER, Analysis, Article, Correction, Role, Scorer
from library import corrections as edits
from library import listing, results
from library.articles import article_of, row_of, searched
from library.check_rows import forget
from library.clock import now
from library.database import Database, database_url
from library.errors import READ_ONLY, StoreError, clear_errors
from library.facts import has_facts
from library.labels import checked_label
from library.listing import ArticleRow
from library.migrations import HEAD, migrate, refuse_newer, version_of
from library.prints import keep_prints
from library.rows import AT_ONCE, find, groups, insert_into, insert_new, mark, numbers_of, row_with
from library.schema import articles, labels
from library.search import index_article


@dataclass(frozen=True, slots=True)
class Saved:
    """Where an article is kept, and whether it was not there before."""

    id: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article without a result: as it was read, the reader's corrections, and what they are."""

    article: Article
    corrections: tuple[Correction, ...]
    inputs: results.Inputs


@cache
def _opened(url: str) -> Store:
    return Store(url)


def open_store(url: str | None = None) -> Store:
    """The library at an address (default: ``HEARSAY_DATABASE_URL``, else ``var/hearsay.db``).

    One store per address and process. Raises ``StoreError`` where it cannot be opened.
    """
    return _opened(url or database_url())


class Store(Database):
    """A library that is open, brought up to this version's schema where it can be written to."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        try:
            self._bring_up()
        except BaseException:
            self.engine.dispose()
            raise

    def _bring_up(self) -> None:
        with clear_errors(), self.engine.connect() as connection:
            version = version_of(connection)
        if version == HEAD:
            return
        refuse_newer(version)
        if not self.writable:
            raise StoreError(READ_ONLY)
        with clear_errors():
            migrate(self._writer)

    # ------------------------------------------------------------ articles

    def save(
        self,
        article: Article,
        *,
        roles: Mapping[int, Role] | None = None,
        corrections: Iterable[Correction] = (),
    ) -> Saved:
        """Keeps an article; one with the same words is found again, not kept twice.

        ``roles`` are the reader's own, by paragraph index; they and ``corrections`` are kept as
        rows of their own, for a new article only. A deleted article that is saved again is
        restored, with its corrections.
        """
        made = (*edits.role_corrections(article, roles or {}), *corrections)
        for correction in made:
            check_correction(correction, len(article.text))
        values = row_of(article)
        known = self._known(values["content_hash"])
        if known is not None:
            return Saved(known, False)
        with self.write() as connection:
            done = connection.execute(insert_new(connection, values)).scalar_one_or_none()
            row = find(connection, articles.c.content_hash == values["content_hash"])
            number = row["number"]
            if done is not None:
                index_article(connection, number, searched(values))
                keep_prints(connection, number, article)
                edits.record(connection, number, made)
            elif row["deleted"] is not None:
                mark(connection, [row["id"]], None)
        return Saved(row["id"], done is not None or row["deleted"] is not None)

    def _known(self, digest: str) -> str | None:
        """The id under which these words are in the library, asked without waiting for writers."""
        here = (articles.c.content_hash == digest) & articles.c.deleted.is_(None)
        with self.read() as connection:
            return connection.execute(select(articles.c.id).where(here)).scalar_one_or_none()

    def holding(self, digests: Iterable[str]) -> set[str]:
        """Which of these content hashes belong to an article in the library."""
        asked, found = sorted(digests), set[str]()
        with self.read() as connection:
            for start in range(0, len(asked), AT_ONCE):
                here = articles.c.content_hash.in_(asked[start : start + AT_ONCE])
                query = select(articles.c.content_hash).where(here & articles.c.deleted.is_(None))
                found.update(connection.execute(query).scalars())
        return found

    def article(self, id: str) -> Article:
        """The article as saved and as the reader corrected it; ``StoreError`` if unknown."""
        with self.read() as connection:
            row = row_with(connection, id)
            return article_of(row, edits.active(connection, row["number"]))

    def as_read(self, id: str) -> tuple[Article, tuple[Correction, ...]]:
        """The article before any correction, and those that stand; ``StoreError`` if unknown."""
        with self.read() as connection:
            row = row_with(connection, id)
            return article_of(row, ()), edits.active(connection, row["number"])

    def articles(
        self,
        search: str = "",
        collection: str | None = None,
        tag: str | None = None,
        *,
        deleted: bool = False,
    ) -> list[ArticleRow]:
        """What is kept, newest first; ``deleted`` lists instead what can be restored."""
        with self.read() as connection:
            return listing.rows(connection, search, collection, tag, deleted=deleted)

    def delete(self, ids: Iterable[str]) -> int:
        """Takes articles out of the library and says how many; ``restore`` brings them back."""
        with self.write() as connection:
            return mark(connection, ids, now())

    def restore(self, ids: Iterable[str]) -> int:
        """Brings deleted articles back with their corrections and labels; says how many."""
        with self.write() as connection:
            return mark(connection, ids, None)

    def erase(self, ids: Iterable[str]) -> int:
        """Removes deleted articles for good, with all that belongs to them; says how many.

        What coders said of items in them stays, without the names the program had found.
        """
        erased = 0
        with self.write() as connection:
            for some in groups(ids):
                chosen = articles.c.id.in_(some) & articles.c.deleted.is_not(None)
                forget(connection, select(articles.c.id).where(chosen))
                erased += connection.execute(delete(articles).where(chosen)).rowcount
        return erased

    # ------------------------------------------------------------ collections and tags

    def label(self, ids: Iterable[str], *, collection: str = "", tag: str = "") -> None:
        """Puts articles into a collection, or gives them a tag."""
        ids = list(ids)
        for kind, name in _labels(collection, tag):
            with self.write() as connection:
                for number in numbers_of(connection, ids):
                    row = {"article": number, "kind": kind, "name": name}
                    connection.execute(
                        insert_into(connection)(labels).values(row).on_conflict_do_nothing()
                    )

    def unlabel(self, ids: Iterable[str], *, collection: str = "", tag: str = "") -> None:
        """Takes articles out of a collection, or a tag off them."""
        ids = list(ids)
        for kind, name in _labels(collection, tag):
            with self.write() as connection:
                named = (labels.c.kind == kind) & (labels.c.name == name)
                for some in groups(numbers_of(connection, ids)):
                    mine = labels.c.article.in_(some)
                    connection.execute(delete(labels).where(mine & named))

    def collections(self) -> list[str]:
        """The collections that hold something, in alphabetical order."""
        with self.read() as connection:
            return listing.label_names(connection, "collection")

    def tags(self) -> list[str]:
        """The tags in use, in alphabetical order."""
        with self.read() as connection:
            return listing.label_names(connection, "tag")

    # ------------------------------------------------------------ results

    def analysis(
        self, id: str, scorer: Scorer = DEFAULT_SCORER, make: Callable[..., Analysis] = analyze
    ) -> Analysis:
        """The result kept for an article, made again when engine, model or edits have changed.

        ``make`` is called as ``analyze`` is. Where the library cannot be written to, the result
        is made each time.
        """
        with self.read() as connection:
            row = row_with(connection, id)
            made_by_reader = edits.active(connection, row["number"])
            inputs = results.inputs_of(row, made_by_reader)
            kept = results.kept(connection, inputs, scorer)
            told = has_facts(connection, row["number"], scorer)
        if kept is not None:
            if not told and self.writable:
                with self.write() as connection:
                    results.keep_missing_facts(connection, row["number"], kept)
            return kept
        article = article_of(row, ())
        analysis = make(article, scorer=scorer, corrections=made_by_reader)
        if self.writable:
            self.keep([(inputs, results.made_of(analysis))])
        return analysis

    def wanted(self, id: str, scorer: Scorer = DEFAULT_SCORER) -> Wanted | None:
        """What a result would be made from; None where one is kept, or the article was erased."""
        with self.read() as connection:
            if not numbers_of(connection, [id]):
                return None
            row = row_with(connection, id)
            made_by_reader = edits.active(connection, row["number"])
            inputs = results.inputs_of(row, made_by_reader)
            if results.is_kept(connection, inputs, scorer):
                return None
        return Wanted(article_of(row, ()), made_by_reader, inputs)

    def keep(self, made: Iterable[tuple[results.Inputs, results.Made]]) -> None:
        """Keeps results made elsewhere, all of them or none."""
        with self.write() as connection:
            for inputs, one in made:
                results.keep(connection, inputs, one)

    def outdated(self, scorer: Scorer = DEFAULT_SCORER) -> list[str]:
        """Ids of the articles whose result is missing or made by another engine, newest first."""
        with self.read() as connection:
            return results.outdated(connection, scorer)


def _labels(collection: str, tag: str) -> list[tuple[str, str]]:
    given = [("collection", collection), ("tag", tag)]
    try:
        return [(kind, checked_label(name)) for kind, name in given if name.strip()]
    except ValueError as error:
        raise StoreError(f"Nothing was changed: {error}.") from None
