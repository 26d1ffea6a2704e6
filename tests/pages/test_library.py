"""The Library page: find, label, delete and undo, what repeats, out and in again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from analysis import Article, read_article
from analysis.repeats.passages import Overlap, compare
from analysis.tables.library import PASSAGES, REPEATS, passage_table, repeat_table
from charts.library import shared_words
from library.background import refresher
from library.exchange import export_library
from library.repeats import Pair, compare_kept, find_repeats
from library.samples import sample_articles
from library.store import Store, open_store
from tests.app import inside
from ui.kit import progress
from ui.kit.progress import progress_text
from ui.library import repeats, transfer

ROOT = Path(__file__).resolve().parents[2]
COURIER, LEDGER, WIRE, *_ = sample_articles()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path))
    monkeypatch.setattr(transfer, "AT_ONCE", False)
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store()
    yield store
    store.close()


def page() -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "6_library.py"), default_timeout=120).run()
    assert not at.exception
    return at


def wire_copy() -> Article:
    """The wire story as another outlet printed it: its own headline, not a word of its own."""
    return read_article(
        "Bridge in Port Ellery shut\n\n" + "\n\n".join(p.span.of(WIRE.text) for p in WIRE.body)
    )


def words(at: AppTest) -> str:
    """What the page says, without the escapes that keep text from being Markdown."""
    kinds = (at.markdown, at.info, at.caption, at.success)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def tick(at: AppTest, *rows: int) -> AppTest:
    at.session_state["library_list"] = {"selection": {"rows": list(rows), "columns": []}}
    return at.run()


def test_an_empty_library_says_what_to_do_and_is_about_the_library(kept: Store) -> None:
    at = page()
    assert at.title[0].value == "What do you have, and what repeats?"
    assert "Your library is empty" in words(at)
    assert "Port Ellery" not in words(at)  # the last article is no part of it
    assert not at.get("vega_lite_chart")


def test_articles_are_listed_searched_and_counted(kept: Store) -> None:
    for sample in (COURIER, LEDGER, WIRE):
        kept.save(sample)
    at = page()
    assert "3 of 3 articles in your library" in words(at)
    assert set(at.dataframe[0].value["title"]) == {COURIER.title, LEDGER.title, WIRE.title}
    assert sorted(at.dataframe[0].value["repeats"]) == [0, 1, 1]
    at.text_input(key="library_search").set_value("gamble").run()
    assert "2 of 3 articles" in words(at)
    at.text_input(key="library_search").set_value("xylophone").run()
    assert "No article matches" in words(at)


def test_deleting_can_be_undone_at_once(kept: Store) -> None:
    for sample in (COURIER, LEDGER):
        kept.save(sample)
    at = tick(page(), 0)
    at.button(key="library_delete").click().run()
    assert "1 article deleted." in words(at)
    assert len(kept.articles()) == 1
    at.button(key="library_undo").click().run()
    assert "1 article restored." in words(at)
    assert len(kept.articles()) == 2


def test_ticked_articles_get_a_tag(kept: Store) -> None:
    kept.label([kept.save(COURIER).id], tag="bridge")
    kept.save(LEDGER)  # the newest is the first row; AppTest cannot type a name that is new
    at = tick(page(), 0)
    at.selectbox(key="new_tag").select("bridge")
    at.button(key="add_tag").click().run()
    assert "1 article added to the tag “bridge”" in words(at)
    assert len(kept.articles(tag="bridge")) == 2


def test_results_are_made_in_the_background(kept: Store) -> None:
    kept.save(COURIER)
    kept.save(LEDGER)  # the newest is the one that is open: its result is kept on opening it
    at = page()
    assert "1 article still to be read by this version" in words(at)
    at.button(key="results_start").click().run()
    assert refresher(kept.url).wait(120).done == 1
    assert "results of all articles are up to date" in words(at.run())


def test_a_new_server_begins_with_what_is_missing_by_itself(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save(COURIER)
    kept.save(LEDGER)
    monkeypatch.setattr(transfer, "AT_ONCE", True)
    page()
    assert refresher(kept.url).wait(120).done == 1
    assert kept.outdated() == []


def test_own_copy_marks_the_rest(kept: Store) -> None:
    for article in (WIRE, wire_copy(), COURIER):  # the newest is the one that is open
        kept.save(article)
    at = page()
    before = at.dataframe[0].value
    at.toggle(key="own_copy").set_value(True).run()
    assert not at.exception
    assert "1 of 3 articles in your library; 2 left out, with no copy of their own" in words(at)
    [row] = at.dataframe[0].value.itertuples()
    full = dict(zip(before["title"], before["words"], strict=True))
    assert (row.title, full[row.title] - row.words) == (COURIER.title, 17)
    assert "In its own copy: 379 words" in words(at)


def test_looking_for_repeats_shows_how_far_it_is(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in (WIRE, wire_copy(), COURIER, LEDGER):
        kept.save(article)
    said: list[str] = []

    def spy(done: int, total: int, seconds: float, one: str) -> str:
        said.append(progress_text(done, total, seconds, one))
        return said[-1]

    monkeypatch.setattr(progress, "progress_text", spy)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    at = page()
    at.toggle(key="own_copy").set_value(True).run()
    assert not at.exception
    pairs = len(find_repeats(kept))
    assert any(line.startswith(f"1 of {pairs} pairs, ") for line in said)
    assert any(line.startswith("1 of 3 articles, ") for line in said), said
    before = len(said)
    at.run()
    assert len(said) == before  # looked for once


def test_looking_for_repeats_can_be_stopped_and_goes_on_from_there(
    kept: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in (WIRE, wire_copy(), COURIER, LEDGER):
        kept.save(article)

    def stopped_at_once(
        items: list[Pair], total: int, one: str, key: str, on_stop: Callable[[int], object]
    ) -> Iterator[Pair]:
        yield items[0]
        on_stop(1)
        st.rerun()  # what a click on the button does

    with monkeypatch.context() as patch:
        patch.setattr(repeats, "with_progress", stopped_at_once)
        at = page()
    pairs = len(find_repeats(kept))
    assert f"Stopped after 1 of {pairs} pairs: repeats may be missing." in words(at)
    assert sorted(at.dataframe[0].value["repeats"]) == [0, 0, 1, 1]
    compared: list[Pair] = []

    def counting(read: Callable[[str], Article], pair: Pair) -> Overlap:
        compared.append(pair)
        return compare_kept(read, pair)

    monkeypatch.setattr(repeats, "compare_kept", counting)
    at.button(key="library_repeats_on").click().run()
    assert len(compared) == pairs - 1
    assert sum(at.dataframe[0].value["repeats"]) == 2 * pairs


def test_a_library_is_imported_from_a_file(kept: Store, tmp_path: Path) -> None:
    other = Store(f"sqlite:///{tmp_path}/other.db")
    other.save(COURIER)
    file = b"".join(export_library(other))
    at = page()
    at.session_state["library_transfer"] = True
    at.run()
    at.file_uploader(key="library_file").upload("library.jsonl", file).run()
    at.button(key="library_import").click().run()
    assert "1 article added, 0 already in your library." in words(at)
    assert len(kept.articles()) == 1


def test_tables_and_chart_agree_also_when_nothing_repeats() -> None:
    overlap = compare(COURIER, WIRE)
    table = repeat_table([overlap], {WIRE.id: "Wire"})
    assert dict(table.dtypes.astype(str)) == REPEATS
    assert list(table["words"]) == [17]
    passages = passage_table(overlap, COURIER)
    [row] = passages.itertuples()
    assert COURIER.text[row.start : row.end] == row.text
    assert dict(passages.dtypes.astype(str)) == PASSAGES
    for one in (table, repeat_table([], {})):
        spec = shared_words(one).to_dict()
        fields = {e["field"] for e in spec["encoding"].values() if "field" in e}
        assert fields <= set(one.columns)


def test_an_export_names_the_articles_that_damage_keeps_out_of_it(kept: Store) -> None:
    ids = [kept.save(a).id for a in (COURIER, LEDGER)]
    with kept.write() as connection:
        connection.execute(
            text("UPDATE articles SET text = 'other words' WHERE id = :id"), {"id": ids[0]}
        )
    at = page()
    assert not at.warning
    with inside(at):
        lost = transfer.left_out()
    assert transfer.whole_library(kept, lost).count(b"\n") == 3  # head, one article, end
    assert lost == ids[:1]
    at.session_state["library_transfer"] = True
    at.run()
    assert ids[0] in at.warning[0].value
    with kept.write() as connection:
        connection.execute(text("DELETE FROM articles WHERE id = :id"), {"id": ids[0]})
    transfer.whole_library(kept, lost)
    assert lost == []
