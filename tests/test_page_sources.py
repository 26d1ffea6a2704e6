"""The Sources page: what a reader sees, filters, chooses and downloads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.records import Analysis
from tests.marked_sources import analysis

ROOT = Path(__file__).resolve().parent.parent
PAGE = str(ROOT / "pages" / "4_sources.py")

TEXT = (
    "{1.source Mayor Ines Farrow} {1.cue said} {1.content “the bridge is safe”}. "
    "{2.source She} {2.cue insisted} {2.content that it would open}.\n"
    "{3.source Officials} {3.cue claimed} {3.content “nobody was told”}. "
    "{4.content “All is well,”} ran a poster.\n"
    "{5.source The Harbour Courier} {5.cue reported} {5.content that {6.source Mary Holt} "
    "{6.cue feared} {6.content a long closure}}. It rained all day."
)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    return open_page(monkeypatch, analysis(TEXT, "Ines Farrow; Mary Holt", "ORG Harbour Courier"))


def open_page(monkeypatch: pytest.MonkeyPatch, made: Analysis) -> AppTest:
    """The page on this analysis, whatever article the picker chose."""
    monkeypatch.setattr("ui.pick.analysis_of", lambda *a, **k: made)
    return AppTest.from_file(PAGE, default_timeout=60).run()


def figures(page: AppTest) -> dict[str, str]:
    return {m.label: m.value for m in page.metric}


TITLES = [
    "Words credited to each source",
    "Named against unnamed, by statements",
    "Where each voice stands",
    "How the words reached the reader",
    "Reporting verbs by stance",
    "Quoted or merely mentioned",
    "Tone of each source",
]


def charts(page: AppTest) -> list[str]:
    """The titles of this page's own charts, in order; the slim score above them is not ours."""
    specs = [json.loads(c.proto.spec) for c in page.get("vega_lite_chart")]
    titles = [s["title"] if isinstance(s.get("title"), str) else "" for s in specs]
    return [t for t in titles if t in TITLES]


def test_it_opens_on_figures_and_charts(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "Who is speaking?"
    assert figures(page) == {
        "Sources": "4",
        "Words attributed": "18",
        "By named sources": "4",
        "Unattributed": "1",
    }
    assert charts(page) == TITLES


def test_filters_narrow_every_figure(page: AppTest) -> None:
    page.pills(key="filter_namedness").set_value(["collective_unnamed"]).run()
    assert not page.exception
    assert figures(page)["Sources"] == "1"
    assert figures(page)["Words attributed"] == "3"


def test_a_filter_that_leaves_nothing_says_so(page: AppTest) -> None:
    page.pills(key="filter_namedness").set_value(["implicit"]).run()
    assert not page.exception
    assert any("No statement with a source" in i.value for i in page.info)
    assert charts(page) == []


def test_the_box_of_sources_is_the_keyboard_twin_of_a_click(page: AppTest) -> None:
    assert len(page.selectbox(key="chosen_source").options) == 4
    page.selectbox(key="chosen_source").set_value("s1").run()
    assert not page.exception
    assert page.query_params["source"] == "s1"
    passages = next(d for d in page.dataframe if "What is said" in d.value.columns)
    assert passages.value["Source"].nunique() == 1


def test_outermost_moves_words_to_the_relay(page: AppTest) -> None:
    page.segmented_control(key="credit_words_to").set_value("Outermost speaker").run()
    assert not page.exception
    assert figures(page)["Words attributed"] == "18"
    passages = next(d for d in page.dataframe if "What is said" in d.value.columns)
    words = dict(zip(passages.value["Source"], passages.value["Words"], strict=True))
    assert words["Mary Holt"] == 0


def test_the_audit_counts_what_rests_on_unnamed_sources(page: AppTest) -> None:
    text = " ".join(m.value for m in page.markdown)
    assert "3 of 18 attributed words" in text
    assert "described as “Officials”" in text
    assert "A plural quoted with one voice: 1" in text
    assert len(page.get("download_button")) == 2


def test_an_article_without_statements_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(monkeypatch, analysis("It rained.\nIt stopped."))
    assert not page.exception
    assert any("Nothing in this article is attributed" in i.value for i in page.info)
    assert charts(page) == []
