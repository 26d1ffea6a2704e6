"""The Entities page, its tables and charts: what a reader sees, filters, chooses and corrects."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.corrections import NAMES
from analysis.entities.entities import link_entities
from analysis.names.mentions import find_mentions
from analysis.records import Analysis, Correction, Score, SentenceTone, Sentiment, Span
from analysis.tables.entities import (
    cell_table,
    correction_table,
    named_tone_table,
    network_tables,
    open_table,
    place_table,
    ranked_table,
)
from analysis.tables.score import column_labels, in_columns
from analysis.text import article_quotations
from charts import entities as charts
from tests.app import inside
from tests.entities.test_entities import read
from tests.pages.figures import figures_of
from ui.articles import session_corrections
from ui.filters import passing

ROOT = Path(__file__).resolve().parents[2]
PAGE = str(ROOT / "pages" / "3_entities.py")
TEXT = (
    "Ann Bree met Carl Holt in Norway. The Norwegian minister smiled.\n"
    "Bree praised the Harbour Party. She left Norway.\n"
    "Holt did not. Mary Holt agreed with Bree, he said."
)


def analysis(text: str = TEXT, *corrections: Correction) -> Analysis:
    """An analysis of names alone, each sentence with a tone of its own."""
    article, tagged = read(text)
    mentions = find_mentions(article, tagged)
    entities, dropped = link_entities(
        article, tagged, mentions, article_quotations(article), corrections
    )
    tones = tuple(SentenceTone(i, Score(0.1 * i - 0.2)) for i in range(len(tagged.sentences)))
    sentiment = Sentiment("plain", tones, (), None, None, None, None)
    return Analysis(
        article, tagged, entities, (), (), (), (), sentiment, tuple(corrections), dropped
    )


def test_switches_say_what_is_counted() -> None:
    made = analysis()
    names = place_table(made)
    assert set(names["kind"]) == {"name"}
    assert len(place_table(made, references=True)) > len(names)
    assert set(place_table(made, adjectives=True)["kind"]) == {"name", "adjective"}


def test_the_ranking_adds_up_to_the_places_counted() -> None:
    made = analysis()
    places = place_table(made)
    ranked = ranked_table(made, places)
    assert ranked["count"].sum() == len(places)
    lead = ranked.iloc[0]
    assert (lead["name"], lead["count"], lead["first"], lead["last"]) == ("Ann Bree", 3, 1, 3)
    assert lead["share"] == 1.0
    assert cell_table(places, list(ranked["entity"]))["count"].sum() == len(places)


def test_filters_narrow_by_type_part_and_count() -> None:
    made = analysis()
    assert set(passing(made, "names", {"type": ("GPE",)})["name"]) == {"Norway"}
    assert passing(made, "names", {"part": ("caption",)}).empty
    assert set(passing(made, "names", {"least": ("3..9",)})["name"]) == {"Ann Bree"}


def test_the_network_needs_four_names() -> None:
    nodes, links = network_tables(place_table(analysis()))
    assert len(nodes) >= 4
    assert set(links["name"]) <= set(nodes["name"])
    few = analysis("Ann Bree met Carl Holt.")
    assert [t.empty for t in network_tables(place_table(few))] == [True, True]


def test_a_sentence_counts_once_for_the_tone_of_a_name() -> None:
    made = analysis("Ann Bree is Ann Bree.")
    assert list(named_tone_table(place_table(made))["sentences"]) == [1]


@pytest.mark.parametrize("text", [TEXT, "It rained all day."])
def test_every_chart_is_valid_also_without_names(text: str) -> None:
    made = analysis(text)
    places = place_table(made)
    ranked = ranked_table(made, places)
    cells = in_columns(cell_table(places, list(ranked["entity"])), made.article)
    for chart in (
        charts.ranked_bars(ranked),
        charts.heatmap(cells, list(ranked["name"]), column_labels(made.article)),
        charts.spans(ranked),
        charts.network(*network_tables(places)),
        charts.tone_of_sentences(named_tone_table(places)),
    ):
        made_of = chart.to_dict()
        assert any("title" in layer for layer in (made_of, *made_of["layer"]))


def test_corrections_are_listed_and_say_whether_they_apply() -> None:
    made = analysis(
        TEXT, Correction("rename", Span(0, 8), value="A. Bree"), Correction("hide", Span(56, 62))
    )
    assert list(correction_table(made, NAMES)["applies"]) == [True, False]


def open_page(monkeypatch: pytest.MonkeyPatch, made: Analysis) -> AppTest:
    """The page on this analysis, whatever article the picker chose."""
    text = made.article.text
    monkeypatch.setattr(
        "ui.frame.pick.analysis_of", lambda _, __, mine, *_rest: analysis(text, *mine)
    )
    monkeypatch.setattr(
        "ui.frame.pick.session_corrections", lambda _: session_corrections(made.article.id)
    )
    monkeypatch.setattr("ui.articles.shelf.opened", lambda: None)
    return AppTest.from_file(PAGE, default_timeout=120).run()


def figures(page: AppTest) -> dict[str, str]:
    return figures_of(page)


def test_the_page_answers_filters_and_corrects(monkeypatch: pytest.MonkeyPatch) -> None:
    made = analysis()
    page = open_page(monkeypatch, made)
    assert not page.exception
    assert page.title[0].value == "Who is it about?"
    before = figures(page)
    assert before["Names"] == str(len({e.id for e in made.entities}))
    page.session_state["filters"] = True
    page.run()
    page.pills(key="filter_type").set_value(["GPE"]).run()
    assert figures(page)["Names"] == "1"
    page.pills(key="filter_type").set_value([]).run()
    bree = next(e for e in made.entities if e.name == "Ann Bree")
    page.selectbox(key="find_in_text").set_value(f"entity:{bree.id}").run()
    assert not page.exception
    page.button(key="do_hide").click().run()
    assert not page.exception
    assert figures(page)["Names"] == str(int(before["Names"]) - 1)
    assert "1 correction by you" in page.markdown[0].value
    page.button(key="undo_correction").click().run()
    assert figures(page) == before


def test_names_are_merged_split_renamed_retyped_and_restored(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = analysis()
    page = open_page(monkeypatch, made)
    ids = {e.name: e.id for e in made.entities}
    page.selectbox(key="find_in_text").set_value(f"entity:{ids['Ann Bree']}").run()
    page.text_input(key=f"rename_to_{ids['Ann Bree']}").set_value("A. Bree").run()
    page.button(key="do_rename").click().run()
    page.selectbox(key=f"retype_to_{ids['Ann Bree']}").set_value("ORG").run()
    page.button(key="do_retype").click().run()
    page.selectbox(key=f"split_off_{ids['Ann Bree']}").set_value("Bree").run()
    page.button(key="do_split").click().run()
    assert not page.exception
    shown = next(d.value for d in page.dataframe if "Joined by" in d.value.columns)
    assert list(shown["Written"]) == ["Ann Bree"]
    assert "3 corrections by you" in page.markdown[0].value
    page.selectbox(key=f"merge_into_{ids['Ann Bree']}").set_value(ids["Norway"]).run()
    page.button(key="do_merge").click().run()
    assert "4 corrections by you" in page.markdown[0].value
    page.session_state["corrections_made"] = {"selection": {"rows": [1], "columns": []}}
    page.run()
    page.button(key="restore").click().run()
    assert not page.exception
    with inside(page):
        made_now = session_corrections(made.article.id)
    assert [c.kind for c in made_now] == ["rename", "split", "merge"]


def test_paragraphs_and_least_count_narrow_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(monkeypatch, analysis())
    every = int(figures(page)["Names"])
    page.session_state["filters"] = True
    page.run()
    page.slider(key="filter_paragraphs").set_value((3, 3)).run()
    assert 0 < int(figures(page)["Names"]) < every
    page.slider(key="filter_paragraphs").set_value((1, 3)).run()
    page.slider(key="filter_least").set_value((3, 3)).run()
    assert figures(page)["Names"] == "1"


@pytest.mark.parametrize(
    ("part", "why_not"),
    [
        ("Where", "one body paragraph only"),
        ("Together", "Fewer than four names"),
        ("Quoted or named", ""),
        ("Tone", ""),
        ("Left open", "Nothing was left open"),
    ],
)
def test_each_part_draws_or_says_why_not(
    monkeypatch: pytest.MonkeyPatch, part: str, why_not: str
) -> None:
    page = open_page(monkeypatch, analysis("Ann Bree met Carl Holt."))
    page.query_params["part"] = part
    page.run()
    assert not page.exception
    assert (len(page.get("vega_lite_chart")) > 1) == (not why_not)
    assert any(why_not in i.value for i in page.info)


def test_an_article_without_names_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(monkeypatch, analysis("It rained all day."))
    assert not page.exception
    assert any("No person, place or body" in i.value for i in page.info)


def test_names_left_open_are_listed_with_their_reason() -> None:
    made = analysis("Ann Bree met Carl Bree on Monday. Bree was pleased.")
    assert list(open_table(made)["reason"]) == ["“Bree” could be Ann Bree or Carl Bree"]
