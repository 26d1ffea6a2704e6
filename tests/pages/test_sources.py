"""The Sources page: what a reader sees, filters, chooses and downloads."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.records import Analysis, Correction, Span
from benchmarks.gold.given import analysis
from library.samples import sample_articles
from tests.app import inside, param
from tests.pages.figures import figures_of
from ui.articles import correct
from ui.filters import BY_NAME, every, fields_of

ROOT = Path(__file__).resolve().parents[2]
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
    monkeypatch.setattr("ui.frame.pick.analysis_of", lambda *a, **k: made)
    return AppTest.from_file(PAGE, default_timeout=60).run()


def figures(page: AppTest) -> dict[str, str]:
    return figures_of(page)


FIRST = ["Words credited to each source", "Named against unnamed, by statements"]
PARTS = {
    "Statements": [],
    "Where": ["Where each voice stands"],
    "How they came": ["How the words reached the reader"],
    "Verbs": ["Reporting verbs, by what they imply"],
    "Heard or named": ["Quoted or merely mentioned"],
    "Tone": ["Tone of each source"],
    "Audit": [],
}


def charts(page: AppTest) -> list[str]:
    """The titles of this page's own charts, in order; the slim score above them has none."""
    specs = [json.loads(c.proto.spec) for c in page.get("vega_lite_chart")]
    return [s["title"] for s in specs if isinstance(s.get("title"), str)]


def turn_to(page: AppTest, part: str) -> AppTest:
    """Open one of the page's tabs."""
    page.query_params["part"] = part
    return page.run()


def test_it_opens_on_figures_and_charts(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "Who is speaking?"
    assert figures(page) == {
        "Sources": "4",
        "Statements": "6",
        "Words": "18",
        "Unnamed sources": "1",
    }
    assert charts(page) == FIRST
    assert [t.label for t in page.tabs] == list(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_each_part_draws_what_it_promises(page: AppTest, part: str) -> None:
    turn_to(page, part)
    assert not page.exception
    assert charts(page) == FIRST + PARTS[part]


def open_filters(page: AppTest) -> AppTest:
    """The panel of filters, as a click on its button opens it."""
    page.session_state["filters"] = True
    return page.run()


def test_every_filter_is_offered_and_narrows_the_statements(page: AppTest) -> None:
    all_of_them = len(statements(open_filters(page)))
    for name in (f.name for f in fields_of("statements", ("choice",)) if f.words):
        offered = f"filter_{name}" in [p.key for p in page.pills]
        assert offered != statements_alike(name), name
    for name, value in (("source_type", "media"), ("mode", "direct")):
        page.pills(key=f"filter_{name}").set_value([value]).run()
        assert 0 < len(statements(page)) < all_of_them, name
        page.pills(key=f"filter_{name}").set_value([]).run()


def statements_alike(name: str) -> bool:
    """Whether there is nothing to choose: all statements have one value."""
    made = analysis(TEXT, "Ines Farrow; Mary Holt", "ORG Harbour Courier")
    column = every(made, "statements", {})[BY_NAME[name].columns["statements"]]
    return int(column.nunique()) < 2


def statements(page: AppTest) -> pd.DataFrame:
    return next(d.value for d in page.dataframe if "What is said" in d.value.columns)


def test_depth_and_paragraphs_narrow_the_statements(page: AppTest) -> None:
    open_filters(page)
    page.pills(key="filter_depth").set_value(["1"]).run()
    assert list(statements(page)["What is said"]) == ["a long closure"]
    page.pills(key="filter_depth").set_value([]).run()
    page.slider(key="filter_paragraphs").set_value((2, 2)).run()
    assert set(statements(page)["Paragraph"]) == {"2"}


def test_a_filter_that_is_on_is_seen_above_the_figures_and_taken_away_there(page: AppTest) -> None:
    open_filters(page).pills(key="filter_mode").set_value(["direct"]).run()
    page.session_state["filters"] = False
    page.run()
    left = len(statements(page))
    assert f"{left} of 6 statements" in words(page)
    assert param(page, "filter") == "mode:direct"
    page.button(key="chip_mode").click().run()
    assert len(statements(page)) == 6
    assert param(page, "filter") is None
    assert "of 6 statements" not in words(page)


def words(page: AppTest) -> str:
    return " ".join(m.value for m in page.markdown).replace("\\", "")


def test_a_set_of_filters_is_kept_under_a_name(page: AppTest) -> None:
    open_filters(page).pills(key="filter_mode").set_value(["direct"]).run()
    page.text_input(key="filters_name").set_value("Quoted only").run()
    page.button(key="filters_keep").click().run()
    page.button(key="filters_reset").click().run()
    assert len(statements(page)) == 6
    page.selectbox(key="filters_kept").set_value("Quoted only").run()
    assert param(page, "filter") == "mode:direct"
    page.button(key="filters_forget").click().run()
    assert "filters_kept" not in [s.key for s in page.selectbox]


def test_filters_narrow_every_figure(page: AppTest) -> None:
    open_filters(page).pills(key="filter_named").set_value(["collective_unnamed"]).run()
    assert not page.exception
    assert figures(page)["Sources"] == "1"
    assert figures(page)["Words"] == "3"


def test_a_filter_that_leaves_nothing_says_so(page: AppTest) -> None:
    open_filters(page).pills(key="filter_named").set_value(["implicit"]).run()
    assert not page.exception
    assert any("No statement with a source" in i.value for i in page.info)
    assert charts(page) == []


def test_a_chosen_source_leaves_only_its_statements(page: AppTest) -> None:
    page.selectbox(key="find_in_text").set_value("source:s1").run()
    assert not page.exception
    assert param(page, "source") == "s1"
    assert statements(page)["Source"].nunique() == 1


def test_words_inside_anothers_words_can_count_for_whoever_passed_them_on(page: AppTest) -> None:
    open_filters(page).pills(key="filter_credit").set_value(["outermost"]).run()
    assert not page.exception
    assert figures(page)["Words"] == "18"
    counted = dict(zip(statements(page)["Source"], statements(page)["Words"], strict=True))
    assert counted["Mary Holt"] == 0


def test_the_audit_counts_what_rests_on_unnamed_sources(page: AppTest) -> None:
    turn_to(page, "Audit")
    text = words(page)
    assert "3 of 18 attributed words" in text
    assert "described as “Officials”" in text
    assert "A plural quoted with one voice: 1" in text
    assert "Download the audit (CSV files)" in [b.label for b in page.get("download_button")]


def test_an_article_without_statements_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(monkeypatch, analysis("It rained.\nIt stopped."))
    assert not page.exception
    assert any("Nothing in this article is attributed" in i.value for i in page.info)
    assert charts(page) == []
    assert any("there is nothing to audit" in m.value for m in page.markdown)
    assert not any("most-heard" in m.value for m in page.markdown)


def test_a_statement_gets_another_speaker_and_is_no_quotation_and_both_are_undone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.articles.shelf.opened", lambda: None)
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params["article"] = sample_articles()[0].id
    page.run()
    before = len(statements(page))
    made = page.selectbox(key="statement_None")
    at = next(i for i, label in enumerate(made.options) if "gamble with lives" in label)
    made.select_index(at).run()
    chosen = page.session_state["statement_None"]
    page.selectbox(key=f"speaker_{chosen}").set_value("Brannock Hale").run()
    page.button(key="do_speaker").click().run()
    assert not page.exception
    shown = statements(page)
    said = shown["What is said"].str.contains("gamble with lives")
    assert list(shown.loc[said, "Source"]) == ["Brannock Hale"]
    assert "1 correction by you" in page.markdown[0].value
    page.button(key="do_not_quotation").click().run()
    assert not statements(page)["What is said"].str.contains("gamble with lives").any()
    assert "2 corrections by you" in page.markdown[0].value
    page.button(key="undo_correction").click().run()
    page.button(key="undo_correction").click().run()
    assert len(statements(page)) == before
    assert "by you" not in page.markdown[0].value


def test_a_correction_that_no_longer_applies_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.articles.shelf.opened", lambda: None)
    article = sample_articles()[0]
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params["article"] = article.id
    with inside(page):
        correct(article.id, Correction("not quotation", Span(0, 1)))  # nothing is said there
    page.run()
    assert not page.exception
    assert "1 correction no longer applies to this text." in [w.value for w in page.warning]
    made = next(d.value for d in page.dataframe if "applies" in d.value.columns)
    assert list(made["applies"]) == ["no longer applies"]
    page.button(key="undo_correction").click().run()
    assert not page.warning
