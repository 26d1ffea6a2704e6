"""The library keeps what it is given, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from analysis import analyze, read_article
from analysis.reading import corrected_article
from analysis.records import (
    DEFAULT_SCORER,
    Analysis,
    Article,
    Correction,
    Paragraph,
    Scorer,
    Sentiment,
    Span,
    Tagged,
)
from library import engine, errors
from library.articles import content_hash
from library.background import Refresher
from library.corrections import Corrections
from library.database import connect, database_url, writer_of
from library.errors import StoreError
from library.migrations import HEAD, STEPS, migrate, version_of
from library.repeats import find_repeats, repeats_with, shared_spans
from library.samples import sample_articles, sample_events
from library.schema import metadata
from library.store import Store, open_store

pytest_plugins = ("tests.library.databases",)
COURIER, LEDGER, WIRE, OBSERVER, *_ = sample_articles()


# ---------------------------------------------------------------- saving


def test_an_article_comes_back_as_it_was_saved(store: Store) -> None:
    saved = store.save(COURIER)
    assert saved == (saved.id, True) or saved.is_new
    assert store.article(saved.id) == COURIER


def test_the_same_words_are_kept_once_whatever_their_line_ends(store: Store) -> None:
    saved = store.save(COURIER)
    windows = read_article("\ufeff" + COURIER.text.replace("\n", "\r\n") + "  \n")
    again = store.save(windows)
    assert (again.id, again.is_new) == (saved.id, False)
    assert len(store.articles()) == 1


def test_it_says_which_words_it_holds_and_what_an_article_shares_before_it_is_kept(
    store: Store,
) -> None:
    kept, gone = store.save(COURIER), store.save(LEDGER)
    store.delete([gone.id])
    asked = [content_hash(a.text) for a in (COURIER, LEDGER, WIRE)] + ["0" * 64] * 1_200
    assert store.holding(asked) == {content_hash(COURIER.text)}
    [overlap] = repeats_with(store, WIRE)
    assert (overlap.left, overlap.right, overlap.words) == (WIRE.id, kept.id, 17)
    assert [row.id for row in store.articles()] == [kept.id]


@pytest.mark.parametrize(
    "odd",
    [
        "nul\0inside",
        "half \ud83d pair",
        "\U0001f600 emoji",
        "東京で雨が降った",
        "a\r\nb\u2028c",
        "'; --",
    ],
)
def test_any_characters_come_back_exactly(store: Store, odd: str) -> None:
    whole = f"{odd} and words"
    paragraphs = (Paragraph(0, Span(0, len(whole)), "body"),)
    saved = store.save(Article("x", whole, paragraphs, title=odd))
    assert store.article(saved.id).text == whole
    assert len(store.article(saved.id).title or "") == len(odd)


def test_the_longest_text_that_is_read_is_kept_and_found(store: Store) -> None:
    long = read_article(
        "Opening words\n\n" + "A sentence of the long report. " * 32_000 + "Ending."
    )
    saved = store.save(long)
    assert store.article(saved.id).text == long.text
    assert [row.id for row in store.articles("report")] == [saved.id]


def test_an_unknown_article_is_named_in_one_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match="not in the library"):
        store.article("nowhere")
    with pytest.raises(StoreError, match="Save the article first"):
        Corrections(store, "nowhere").all()


def test_the_list_says_what_is_known_without_opening(store: Store) -> None:
    first = store.save(COURIER).id
    second = store.save(replace(LEDGER, published="2026-03-04")).id
    newest, oldest = store.articles()
    assert [newest.id, oldest.id] == [second, first]
    assert (newest.title, newest.outlet, newest.published) == (
        LEDGER.title,
        LEDGER.outlet,
        "2026-03-04",
    )
    assert oldest.words > 300
    assert not oldest.analysed
    store.analysis(first, make=bare)
    assert store.articles()[1].analysed


def test_a_description_can_be_put_right_and_found(store: Store) -> None:
    saved, whole = store.save(COURIER), Span(0, len(COURIER.text))
    mine = Corrections(store, saved.id)
    mine.add(Correction("author", whole, value="Wilhelmina Drax"))
    mine.add(Correction("published", whole, value="2026-03-04T09:00:00+00:00"))
    assert store.article(saved.id).author == "Wilhelmina Drax"
    assert store.article(saved.id).text == COURIER.text
    assert store.articles()[0].published == "2026-03-04T09:00:00+00:00"
    assert [row.id for row in store.articles("drax")] == [saved.id]
    mine.clear()
    assert store.articles("drax") == []
    assert store.article(saved.id) == COURIER
    mine.undo()
    assert [row.author for row in store.articles("drax")] == ["Wilhelmina Drax"]
    mine.undo()
    mine.undo()
    assert (store.articles()[0].author, store.articles()[0].published) == (
        COURIER.author, COURIER.published,
    )  # fmt: skip


# ---------------------------------------------------------------- finding


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("bridge", {"a", "b"}),
        ("BRID", {"a", "b"}),  # words may go on
        ("bridge ferry", {"b"}),  # all must occur
        ('"old bridge"', {"a"}),  # next to each other
        ('"bridge old"', set()),
        ("cafe zurich", {"c"}),  # accents do not matter
        ("jong-un", {"c"}),
        ("東京", {"d"}),  # inside a run without spaces
        ("", {"a", "b", "c", "d"}),
        ('" - ( * :', {"a", "b", "c", "d"}),  # nothing to look for
        ("bridge AND", set()),
        ("100%_", set()),
    ],
)
def test_searching_means_the_same_on_both_databases(
    store: Store, query: str, found: set[str]
) -> None:
    texts = {
        "a": "The old bridge stays shut.",
        "b": "A ferry passes under the bridge at noon, an old one.",
        "c": "Café Zürich served Kim Jong-un tea.",
        "d": "今日は東京で雨が降った。",
    }
    ids = {store.save(read_article(words)).id: name for name, words in texts.items()}
    assert {ids[row.id] for row in store.articles(query)} == found


def test_collections_and_tags_gather_articles(store: Store) -> None:
    a, b, c = (store.save(s).id for s in (COURIER, LEDGER, WIRE))
    store.label([a, b], collection="Bridge")
    store.label([a, b], collection="Bridge", tag="  local ")
    store.label([c], tag="Agency")
    assert (store.collections(), store.tags()) == (["Bridge"], ["Agency", "local"])
    assert {row.id for row in store.articles(collection="Bridge")} == {a, b}
    assert {row.id for row in store.articles(tag="Agency")} == {c}
    assert {row.id for row in store.articles("council", collection="Bridge", tag="local")} <= {a, b}
    store.unlabel([a], collection="Bridge")
    assert [row.collections for row in store.articles(tag="local") if row.id == a] == [()]
    store.delete([b])
    assert store.collections() == []


# ---------------------------------------------------------------- deleting


def test_deleting_is_undone_with_all_that_belongs_to_the_article(store: Store) -> None:
    a, b = store.save(COURIER).id, store.save(LEDGER).id
    store.label([a], tag="kept")
    Corrections(store, a).add(Correction("rename", Span(0, 4), value="Harbour"))
    assert store.delete([a]) == 1
    assert [row.id for row in store.articles()] == [b]
    assert [row.id for row in store.articles(deleted=True)] == [a]
    assert store.restore([a]) == 1
    [row] = [row for row in store.articles() if row.id == a]
    assert (row.tags, row.corrections) == (("kept",), 1)


def test_saving_a_deleted_article_brings_it_back(store: Store) -> None:
    saved = store.save(COURIER)
    store.delete([saved.id])
    assert store.save(COURIER) == saved
    assert len(store.articles()) == 1


def test_only_deleted_articles_are_erased_and_then_wholly(store: Store) -> None:
    a, b = store.save(COURIER).id, store.save(LEDGER).id
    Corrections(store, a).add(Correction("rename", Span(0, 4), value="Harbour"))
    store.analysis(a, make=bare)
    store.delete([a])
    assert store.erase([a, b]) == 1
    assert [row.id for row in store.articles()] == [b]
    with store.read() as connection:
        for table in metadata.sorted_tables:
            if "article" in table.c:
                left = connection.execute(table.select()).mappings().all()
                assert {row["article"] for row in left} <= {2}, table.name
    assert store.articles("harbour", deleted=True) == []


# ---------------------------------------------------------------- results


def bare(
    article: Article, *, scorer: Scorer = DEFAULT_SCORER, corrections: tuple[Correction, ...] = ()
) -> Analysis:
    """An analysis that found nothing: quick to make, and the store does not mind."""
    tagged = Tagged((), (), (), (), "none")
    tone = Sentiment(scorer, (), (), None, None, None, None)
    return Analysis(article, tagged, (), (), (), (), (), tone, corrections)


class Counting:
    """Makes bare analyses, counting how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, article: Article, **options: Any) -> Analysis:
        self.asked.append(article.id)
        corrected = corrected_article(article, options.get("corrections", ()))[0]
        return bare(corrected, **options)


def test_a_result_is_made_once(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    first = store.analysis(saved.id, make=make)
    assert store.analysis(saved.id, make=make) == first == bare(COURIER)
    assert len(make.asked) == 1
    assert store.analysis(saved.id, "plain", make=make).sentiment.scorer == "plain"
    assert len(make.asked) == 2


def test_the_real_engine_s_result_comes_back_exactly(store: Store) -> None:
    saved = store.save(WIRE)
    made = store.analysis(saved.id)
    assert made == analyze(WIRE)
    assert store.analysis(saved.id) == made


def test_a_new_engine_makes_results_again_and_keeps_the_corrections(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, make = store.save(COURIER), Counting()
    caption = Correction("role", COURIER.paragraphs[2].span, value="caption")
    Corrections(store, saved.id).add(caption)
    store.analysis(saved.id, make=make)
    assert store.outdated() == []
    for module in ("library.results", "library.articles", "library.listing"):
        monkeypatch.setattr(f"{module}.engine_version", lambda: "99.0+new")
    assert store.outdated() == [saved.id]
    assert not store.articles()[0].analysed
    again = store.analysis(saved.id, make=make)
    assert len(make.asked) == 2
    assert again.corrections == (caption,)
    assert again.article.paragraphs[2].role == "caption"
    assert store.outdated() == []


def test_a_correction_or_a_new_description_makes_the_result_again(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    store.analysis(saved.id, make=make)
    Corrections(store, saved.id).add(Correction("rename", Span(0, 4), value="Harbour"))
    assert len(store.analysis(saved.id, make=make).corrections) == 1
    Corrections(store, saved.id).undo()
    assert store.analysis(saved.id, make=make).corrections == ()
    place = Span(0, len(COURIER.text))
    Corrections(store, saved.id).add(Correction("outlet", place, value="Another Courier"))
    assert store.analysis(saved.id, make=make).article.outlet == "Another Courier"
    assert len(make.asked) == 4


def test_a_damaged_result_is_made_again(store: Store) -> None:
    saved, make = store.save(COURIER), Counting()
    store.analysis(saved.id, make=make)
    with store.write() as connection:
        connection.execute(text("UPDATE analyses SET payload = :junk"), {"junk": b"cos\nsystem\n"})
    assert store.analysis(saved.id, make=make) == bare(COURIER)
    assert len(make.asked) == 2


def test_the_engine_is_named_by_version_and_digest() -> None:
    assert engine.engine_version().startswith(f"{engine.VERSION}+")
    assert len(engine.engine_version().split("+")[1]) == 8


# ---------------------------------------------------------------- in the background


def test_a_round_analyses_what_is_missing_and_passes_over_what_breaks(store: Store) -> None:
    ids = [store.save(s).id for s in sample_articles()]
    store.analysis(ids[0], make=bare)

    def make(article: Article, **options: Any) -> Analysis:
        if article.id == ids[1]:
            raise RuntimeError("an engine's mistake")
        return bare(article, **options)

    refresher = Refresher(store, make)
    refresher.start()
    done = refresher.wait(120)
    assert (done.running, done.done, done.total, done.failed) == (False, 5, 5, 1)
    assert done.rate > 0
    assert done.left == 0
    assert store.outdated() == [ids[1]]


def test_a_round_can_be_cancelled_and_goes_on_later(store: Store) -> None:
    ids = [store.save(s).id for s in sample_articles()]
    begun, go_on = threading.Event(), threading.Event()

    def make(article: Article, **options: Any) -> Analysis:
        begun.set()
        assert go_on.wait(60)
        return bare(article, **options)

    refresher = Refresher(store, make)
    refresher.start()
    assert begun.wait(60)
    refresher.start()  # a second one changes nothing
    refresher.cancel()
    go_on.set()
    done = refresher.wait(120)
    assert (done.cancelled, done.done) == (True, 1)
    assert len(store.outdated()) == len(ids) - 1
    refresher.start()
    assert refresher.wait(120).done == len(ids) - 1
    assert store.outdated() == []


def test_a_result_never_lands_under_an_article_saved_meanwhile(store: Store) -> None:
    """Erase A while it is being analysed, save B: B must not get A's result."""
    first = store.save(COURIER).id

    def meanwhile(article: Article, **how: Any) -> Analysis:
        store.delete([first])
        store.erase([first])
        store.save(LEDGER)
        return analyze(article, **how)

    store.analysis(first, make=meanwhile)
    assert store.outdated() == [LEDGER.id]
    assert store.analysis(LEDGER.id).article == store.article(LEDGER.id)


def test_a_row_number_is_never_given_twice(store: Store) -> None:
    numbers = []
    for article in (COURIER, LEDGER, WIRE):
        id = store.save(article).id
        with store.read() as connection:
            numbers.append(connection.execute(text("SELECT max(number) FROM articles")).scalar())
        store.delete([id])
        store.erase([id])
    assert sorted(set(numbers)) == numbers


def test_a_result_kept_of_other_words_is_made_again(store: Store) -> None:
    first, second = store.save(COURIER).id, store.save(LEDGER).id
    store.analysis(first)
    with store.write() as connection:  # as an earlier version could leave it
        connection.execute(
            text(
                "UPDATE analyses SET article = (SELECT number FROM articles WHERE id = :id), "
                "content_hash = (SELECT content_hash FROM articles WHERE id = :id)"
            ),
            {"id": second},
        )
    assert store.analysis(second).article == store.article(second)


# ---------------------------------------------------------------- repeats


def test_repeats_are_found_across_the_library(store: Store) -> None:
    ids = {s.id: store.save(s).id for s in sample_articles()}
    [overlap] = find_repeats(store)
    assert {overlap.left, overlap.right} == {ids[COURIER.id], ids[WIRE.id]}
    assert find_repeats(store, ids[WIRE.id])[0].left == ids[WIRE.id]
    [span] = shared_spans([overlap], ids[WIRE.id])
    assert "We cannot gamble with lives" in span.of(WIRE.text)
    store.delete([ids[WIRE.id]])
    assert find_repeats(store) == []


def test_fingerprints_by_an_earlier_method_are_made_again(store: Store) -> None:
    store.save(COURIER)
    store.save(WIRE)
    with store.write() as connection:
        connection.execute(
            text("UPDATE fingerprints SET method = 'earlier', prints = :none"), {"none": b""}
        )
    assert len(find_repeats(store)) == 1
    assert len(find_repeats(store)) == 1


# ---------------------------------------------------------------- opening


def test_the_migrations_end_at_the_tables_of_the_schema(store: Store) -> None:
    with store.read() as connection:
        found = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {c["name"]: c["nullable"] for c in found.get_columns(table.name)}
            columns.pop("search", None)
            assert columns.keys() == {c.name for c in table.columns}, table.name
            for column in table.columns:
                if not column.primary_key:
                    assert columns[column.name] == column.nullable, column
        assert version_of(connection) == HEAD == len(STEPS)


@pytest.mark.parametrize("version", range(1, HEAD))
def test_an_old_library_is_brought_up_with_what_it_holds(url: str, version: int) -> None:
    made, _ = connect(url)
    assert migrate(writer_of(made), to=version) == 0
    with made.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO articles (id, content_hash, text, paragraphs, engine, words, saved) "
                "VALUES ('old1', 'h', 'The lighthouse burned.', '[]', '0.0', 3, '2025-01-01')"
            )
        )
    made.dispose()
    store = Store(url)
    if version == 1:  # from then on, saving makes an article findable
        assert [row.id for row in store.articles("lighthouse")] == ["old1"]
    assert store.article("old1").paragraphs[0].role == "body"
    assert find_repeats(store) == []
    store.close()


def test_a_library_of_a_newer_program_is_left_alone(url: str) -> None:
    store = Store(url)
    with store.write() as connection:
        connection.execute(text("INSERT INTO schema_version VALUES (99, '2030-01-01')"))
    store.close()
    with pytest.raises(StoreError, match="newer Hearsay"):
        Store(url)


def test_what_is_no_library_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.db").write_text("This is a note, not a database. " * 99)
    with pytest.raises(StoreError) as refusal:
        Store(f"sqlite:///{tmp_path}/note.db")
    assert str(refusal.value) == errors.DAMAGED
    for url, said in (
        ("nonsense", "not understood"),
        ("postgresql://localhost:9/none", "cannot be opened"),
    ):
        with pytest.raises(StoreError, match=said):
            Store(url)


def test_one_setting_says_where_the_library_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path / "deep" / "down"))
    assert database_url() == f"sqlite:///{tmp_path}/deep/down/hearsay.db"
    opened = open_store()
    assert opened is open_store()
    assert (tmp_path / "deep" / "down" / "hearsay.db").exists()
    opened.close()
    monkeypatch.setenv("HEARSAY_DATABASE_URL", "postgresql://somewhere/else")
    assert database_url() == "postgresql://somewhere/else"


def test_the_samples_are_articles_and_three_cover_one_event() -> None:
    assert len(sample_articles()) == 6
    assert len({s.outlet for s in sample_articles()}) == 6
    events = list(sample_events().values())
    assert max(events.count(e) for e in events) == 3
