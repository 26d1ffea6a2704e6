"""Follow, Person and the search of the Library, on a library of fifteen articles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from library.store import Store, open_store
from tests.app import param
from tests.pages.figures import detailed
from tests.pages.library_of import ISSUES, filled
from ui.follow import rows
from ui.library import transfer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "hearsay.db"
    store = Store(f"sqlite:///{path}")
    filled(store)
    store.close()
    return path


@pytest.fixture
def kept(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    for part in file.parent.glob("hearsay.db*"):
        shutil.copy(part, tmp_path)
    yield from opened(tmp_path, monkeypatch)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    yield from opened(tmp_path, monkeypatch)


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(folder))
    monkeypatch.setattr(transfer, "AT_ONCE", False)
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store()
    yield store
    store.close()


def page(name: str, **asked: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / name), default_timeout=200)
    for key, value in asked.items():
        at.query_params[key] = value
    at.run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.info, at.caption, at.success, at.subheader)
    return " ".join(e.value for kind in kinds for e in kind).replace("\\", "")


def buttons(at: AppTest, begin: str) -> list[str]:
    return [b.key for b in at.button if (b.key or "").startswith(begin)]


@pytest.mark.parametrize("name", ["10_follow.py", "11_person.py"])
def test_an_empty_library_says_what_to_do(empty: Store, name: str) -> None:
    at = page(name)
    assert "keep articles in your library first" in words(at)
    assert not at.get("vega_lite_chart")


def test_time_says_what_is_too_small_and_a_link_filters(kept: Store) -> None:
    at = page("10_follow.py")
    assert at.title[0].value == "What changes over time?"
    at.selectbox(key="follow_every").set_value("month").run()
    said = words(at)
    assert "Mean tone of the articles" in said
    assert "in 95 of 100 such collections" in said
    assert not [name for name in ("Cochran", "Student", "Wilson") if name in said]
    assert "fewer than 5 articles with a figure: March 2026" in said  # 3 of them
    at = page("10_follow.py", within="outlet:Capital Wire")
    assert f"{ISSUES} of 15 articles" in words(at)
    assert "The figures are of the 5 articles of 15 that pass the filters" in words(at)
    at.button(key="scope_reset").click().run()
    assert param(at, "within") is None


def test_groups_and_the_articles_behind_a_mark(kept: Store) -> None:
    at = page("10_follow.py", part="By group", group="outlet:Capital Wire")
    assert at.get("vega_lite_chart")
    assert "5 articles behind the mark" in words(at)
    behind = next(d.value for d in at.dataframe if "statements" in d.value.columns)
    assert set(behind["outlet"]) == {"Capital Wire"}
    at.button(key="group_off").click().run()
    assert "behind the mark" not in words(at)


def test_a_collection_too_small_is_named_not_drawn(kept: Store) -> None:
    at = page("10_follow.py", part="By group", within="outlet:Capital Wire")
    at.selectbox(key="follow_by").set_value("collection").run()
    assert not at.exception
    assert "No collection has 5 articles with a figure" in words(at)
    assert "Bridge (2)" in words(at)


@pytest.mark.parametrize("part", ["Verbs", "Network"])
def test_verbs_and_networks_are_drawn(kept: Store, part: str) -> None:
    at = page("10_follow.py", part=part)
    assert at.get("vega_lite_chart")
    if part == "Network":
        at.number_input(key="follow_least_together").set_value(16).run()
        assert "No two names share a paragraph in 16 articles or more" in words(at)


def test_a_person_is_named_heard_and_quoted(kept: Store) -> None:
    at = page("11_person.py", who="judith castellane")
    assert at.selectbox(key="person").value == "judith castellane"
    assert at.subheader[0].value == "Judith Castellane"
    figures = detailed(at)
    assert figures["Named"] == ("25", "in 15 articles")
    statements = at.dataframe[0].value
    assert figures["Heard"][0] == str(len(statements))
    days = [datetime.strptime(day, "%d %B %Y") for day in statements["date"]]
    assert len(set(days)) > 1
    assert days == sorted(days)


def test_a_row_opens_its_words_in_the_text(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table is a canvas, so a button does what a click on its fourth row does."""

    def with_button(shown: pd.DataFrame, *, key: str, on_select: Any, **_: object) -> None:
        st.session_state[key] = {"selection": {"rows": [3], "columns": []}}
        st.button(shown["text"].iloc[3], key=f"{key}_fourth", on_click=on_select)

    monkeypatch.setattr(rows, "show_rows", with_button)
    at = page("11_person.py", who="judith castellane")
    fourth = at.button(key="person_heard_fourth")
    before, text = param(at, "article"), fourth.label
    fourth.click().run()
    assert not at.exception
    id, (things, _, statement) = str(param(at, "article")), str(param(at, "show")).partition(";id:")
    opened = kept.analysis(id)
    said = next(a for a in opened.attributions if a.id == statement)
    assert (things, id != before) == ("statements", True)
    assert text == " ".join(said.span.of(opened.article.text).split())


PARTS = {
    "Passages": "names it, in order",
    "With whom": "both are named in one paragraph",
    "Through whom": "No relay is stated",
    "Why one": "rules are those of Compare",
}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_person_is_there(kept: Store, part: str) -> None:
    at = page("11_person.py", who="judith castellane", part=part)
    assert PARTS[part] in words(at)


def test_a_search_shows_its_words_and_leads_there(kept: Store) -> None:
    at = page("6_library.py", within="words:gamble;outlet:Capital Wire")
    assert f"{ISSUES} of 15 articles" in words(at)
    hits = buttons(at, "hit_")
    assert len(hits) == ISSUES
    assert "**gamble**" in at.button(key=hits[0]).label
    at.button(key=hits[0]).click().run()
    assert not at.exception
    opened_article = hits[0].split("_")[1]
    assert param(at, "article") == opened_article
    assert param(at, "paragraph") is not None


def test_what_is_found_becomes_a_collection(kept: Store) -> None:
    at = page("6_library.py", within="source:judith castellane;stance:deny")
    found = int(words(at).split(" of 15 articles in your library")[0].split()[-1])
    assert 0 < found < 15
    at.text_input(key="found_name").set_value("Denials").run()
    at.button(key="found_keep").click().run()
    assert len(kept.articles(collection="Denials")) == found
