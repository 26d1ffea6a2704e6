"""How right is it?: the file's figures to the digit, the line one came from, the codebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.records import Correction, Span
from analysis.reliability import Judgement, measured
from analysis.reliability.measured import FILE
from library import Checks, Corrections, draw_sample, sample_articles
from library.store import Store, open_store
from ui.kit import TASKS, UNMEASURED
from ui.trust.measured import figures_table, line_caption

ROOT = Path(__file__).resolve().parents[2]
TOLD = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.delenv("HEARSAY_DATABASE_URL", raising=False)
    monkeypatch.setenv("HEARSAY_DATA", str(tmp_path))
    st.cache_data.clear()
    st.cache_resource.clear()
    store = open_store()
    yield store
    store.close()


def page(line: str = "", part: str = "") -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "7_trust.py"), default_timeout=120)
    if line:
        at.query_params["line"] = line
    if part:
        at.query_params["part"] = part
    at.run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.info, at.subheader)
    return " ".join(str(e.value) for kind in kinds for e in kind).replace("\\", "")


def figure(value: float) -> str:
    """.905 of 0.90493."""
    return f"{value:.3f}".removeprefix("0")


def test_every_figure_of_the_file_stands_on_the_page_to_the_digit(kept: Store) -> None:
    said = words(page())
    for task in TOLD["tasks"]:
        assert f"Hearsay {figure(task['value'])}" in said, task["id"]
        assert f"{task['n']:,} {task['of']}, {task['data']}." in said, task["id"]
        for name, value in task["others"].items():
            assert f"{name} {figure(value)}" in said
        if task["people"] is not None:
            assert f"people {figure(task['people'])}" in said
    for level in TOLD["confidence"]:
        assert f"{level['right']:,} of {level['of']:,} right" in said
    for error in TOLD["errors"]:
        assert error["text"] in said
    for line in TOLD["not_measured"]:
        assert line in said


def test_the_table_holds_the_files_own_numbers() -> None:
    found = measured()
    assert found is not None
    table = figures_table(found)
    assert list(table["hearsay"]) == [t["value"] for t in TOLD["tasks"]]
    assert list(table["n"]) == [t["n"] for t in TOLD["tasks"]]


def test_sentences_say_what_the_figures_say() -> None:
    found = measured()
    assert found is not None
    direct = found.task("direct")
    assert direct is not None
    assert direct.sentence == (
        f"Of 100 direct quotations about {100 * direct.value:.0f} have the right words and "
        "speaker; people manage 98."
    )
    assert line_caption(direct).startswith(f"Hearsay .{direct.value * 1000:.0f}, people .978")
    assert "{" not in "".join(t.sentence for t in found.tasks)


def test_the_line_one_came_from_stands_first(kept: Store) -> None:
    at = page("counts")
    assert "The figure you came from" in words(at)
    title = next(t["title"] for t in TOLD["tasks"] if t["id"] == "counts")
    assert sum(title in str(m.value) for m in at.markdown) == 2
    assert "Not measured." in words(page(UNMEASURED))
    assert "The figure you came from" not in words(page("no such line"))


def test_every_link_to_a_line_leads_to_one() -> None:
    ids = {t["id"] for t in TOLD["tasks"]} | {UNMEASURED, "", "all", "tone_news"}
    assert set(TASKS.values()) <= ids
    assert "tone_news" in {t["id"] for t in TOLD["tasks"]}


def test_the_overview_links_each_figure_to_its_line() -> None:
    at = AppTest.from_file(str(ROOT / "pages" / "1_overview.py"), default_timeout=120).run()
    assert not at.exception
    asked = [e.proto.query_string for e in at.get("page_link")]
    for task in ("tone", "types", "words", "all"):
        assert any(f"line={task}" in q for q in asked), task


def test_a_missing_file_is_said(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.trust.measured.measured", lambda: None)
    assert "Nothing was measured here" in words(page())


def test_corrections_are_counted_apart(kept: Store) -> None:
    at = page(part="Corrections")
    assert "no random sample" in words(at)
    assert "No article in your library was corrected yet." in words(at)
    article = sample_articles()[0]
    saved = kept.save(article)
    Corrections(kept, saved.id).add(Correction("not quotation", Span(10, 20)))
    total = kept.articles()[0].words
    assert f"1 correction in {total:,} words: {1000 / total:.2f} per 1,000" in words(
        page(part="Corrections")
    )


def test_what_the_reader_checked_stands_beside(kept: Store) -> None:
    assert "Nothing of yours was checked yet." in words(page(part="Measured by you"))
    kept.save(sample_articles()[0])
    sample = draw_sample(kept, "names", 4, seed=1)
    checks = Checks(kept)
    checks.judge(
        Judgement(d.number, "Ada", "right" if i else "type")
        for i, d in enumerate(checks.drawn(sample.id))
    )
    assert "Ada, 4 of 4: right 75 % (95 % interval" in words(page(part="Measured by you"))


def test_the_codebook_stands_on_the_page_with_its_version(kept: Store) -> None:
    assert "Version 1.0" in words(page(part="Codebook"))
