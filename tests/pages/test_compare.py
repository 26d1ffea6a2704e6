"""The Compare page: the samples of one event beside each other."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from library.samples import sample_articles

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path))
    st.cache_data.clear()
    st.cache_resource.clear()


def page(**asked: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "9_compare.py"), default_timeout=120)
    for name, value in asked.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def test_the_three_outlets_of_one_event_are_compared_at_first() -> None:
    at = page()
    assert at.multiselect(key="compared").value == [a.id for a in sample_articles()[:3]]
    rows = at.dataframe[0].value
    said = " ".join(m.value for m in at.markdown).replace("\\", "")
    assert "are reported by more than one of these 3 articles" in said
    assert "We cannot gamble with lives" in said
    assert "Capital Wire" in rows.columns


@pytest.mark.parametrize(
    ("part", "show"),
    [
        ("Tone", "sentences;voice:writer"),
        ("Sources", "statements;named:role_only,anonymous,collective_unnamed,implicit"),
    ],
)
def test_a_cell_in_the_link_shows_its_words_in_place(part: str, show: str) -> None:
    article = sample_articles()[0]
    at = page(part=part, cell=f"{article.id} {show}")
    quoted = [m.value for m in at.markdown if m.value.startswith("> ")]
    assert 0 < len(quoted) <= 5
    assert all("**" in q for q in quoted)
    assert f"cell_{article.id}" in [b.key for b in at.button]


def test_a_cell_that_is_none_of_these_articles_shows_nothing() -> None:
    at = page(part="Names", cell="elsewhere names;about:e0")
    assert "cell_off" not in [b.key for b in at.button]


def test_one_article_alone_asks_for_another() -> None:
    at = page()
    at.multiselect(key="compared").set_value([sample_articles()[0].id]).run()
    assert not at.exception
    assert "at least two" in at.info[0].value
