"""Check a sample: drawn, judged, told; the figures are those that the command prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.reliability import CHOICES, WHAT, Judgement
from library import Checks, Store, draw_sample, open_store, sample_articles, told_sample
from tests.app import param
from ui.checking.code import place_of
from ui.checking.draw import expected

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path))
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store()
    store.save(sample_articles()[0])
    yield store
    store.close()


def page(**params: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "8_check.py"), default_timeout=120)
    for name, value in params.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.info, at.success, at.error, at.warning, at.subheader)
    return " ".join(str(e.value) for kind in kinds for e in kind).replace("\\", "")


def test_drawing_says_the_interval_and_opens_the_sample(kept: Store) -> None:
    at = page()
    assert "50 items give a 95 % interval of about ± 11 points" in words(at)
    at.number_input(key="draw_size").set_value(5).run()
    at.button(key="draw").click().run()
    assert not at.exception
    [sample] = Checks(kept).all()
    assert sample.items == 5
    assert param(at, "sample") == sample.sample.id
    assert "Begin coding" in [b.label for b in at.button]


def test_the_figures_on_the_page_are_those_of_the_command(kept: Store) -> None:
    sample = draw_sample(kept, "statements", 12, by="confidence", seed=3)
    checks = Checks(kept)
    drawn = checks.drawn(sample.id)
    for coder, every in (("Ada", 4), ("Bo", 3)):
        checks.judge(
            Judgement(d.number, coder, "speaker" if i % every == 0 else "right")
            for i, d in enumerate(drawn)
        )
    at = page(sample=sample.id)
    said = words(at)
    lines = told_sample(sample, drawn, checks.judgements(sample.id), "Ada")
    shown = [line for line in lines if not re.match("(Mode|Type|Outlet) ", line)]
    assert len(shown) > 6
    for line in shown:
        assert line in said, line
    [differences] = [d.value for d in at.dataframe if "Ada" in d.value.columns]
    assert set(differences["Ada"]) | set(differences["Bo"]) == {"right", "speaker"}


@pytest.mark.parametrize("what", WHAT)
def test_every_kind_is_judged_to_the_end(kept: Store, what: str) -> None:
    sample = draw_sample(kept, what, 2, seed=3)  # type: ignore[arg-type]
    at = page(sample=sample.id, coder="Ada")
    if what == "tones":  # asked unseen: the program's answer would lead the coder
        assert not re.search("program", words(at))
    choice = CHOICES[sample.what][0]
    for _ in range(2):
        at.button(key=f"code_{choice.verdict}_{choice.value}").click().run()
        assert not at.exception
    assert "All items are judged." in words(at)
    assert Checks(kept).progress(sample.id, "Ada") == (2, 2)
    at.button(key="code_undo").click().run()
    assert Checks(kept).progress(sample.id, "Ada") == (1, 2)
    at.button(key="code_pause").click().run()
    assert "Ada judged 1 of 2" in words(at)


def test_what_is_missing_is_found_in_the_paragraph_or_said(kept: Store) -> None:
    article = sample_articles()[0]
    paragraph = article.body[0].span
    first = paragraph.of(article.text).split()[:3]
    span = place_of("  ".join(first).upper(), paragraph, article)
    assert span is not None
    assert span.of(article.text).split() == first
    assert place_of("no such words", paragraph, article) is None


def test_an_unknown_sample_is_said(kept: Store) -> None:
    assert "not in the library" in words(page(sample="gone"))


def test_whole_paragraphs_promise_no_interval() -> None:
    assert "depends on" in expected("missed names", 50, None)
    assert "weighted back" in expected("statements", 50, "mode")
