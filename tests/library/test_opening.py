"""A library is opened, brought up to date, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from library import errors
from library.database import connect, database_url, writer_of
from library.errors import StoreError
from library.migrations import HEAD, STEPS, migrate, version_of
from library.repeats import find_repeats
from library.samples import sample_articles, sample_events
from library.schema import metadata
from library.store import Store, open_store

pytest_plugins = ("tests.library.databases",)
ODD = (
    "mysql://localhost/x",
    "sqlite://",
    "sqlite:///:memory:",
    "sqlite+aiosqlite:///x",
    "oracle:x",
)
ODD += ("postgresql://localhost:port/x", "nonsense", "://", "sqlite:///file:x?mode=ro")


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


@pytest.mark.parametrize(
    "url",
    ODD,
)
def test_an_odd_address_gives_a_sentence(url: str) -> None:
    with pytest.raises(StoreError) as refusal:
        Store(url)
    assert "HEARSAY_DATABASE_URL" in str(refusal.value)


def test_a_wrong_login_is_not_a_server_that_does_not_run(postgres: str) -> None:
    for wrong in (
        postgres.replace("hearsay@", "nobody-here@"),
        postgres.replace("/postgres?", "/none?"),
    ):
        with pytest.raises(StoreError) as refusal:
            Store(wrong)
        assert str(refusal.value) == errors.WRONG_LOGIN


def test_a_version_of_tables_that_cannot_be_is_damage(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/library.db"
    store = Store(url)
    with store.write() as connection:
        connection.execute(text("DELETE FROM schema_version"))
        connection.execute(text("INSERT INTO schema_version VALUES (-1, '2030-01-01')"))
    store.close()
    with pytest.raises(StoreError) as refusal:
        Store(url)
    assert str(refusal.value) == errors.DAMAGED
