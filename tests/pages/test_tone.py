"""The Tone page: it opens on a sample, switches scorers, takes own words, survives filters."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.reading import read_article
from analysis.tables import course, tone_who
from analysis.tables import tone as tables
from analysis.tables.base import frame
from charts import tone as charts
from library.samples import sample_articles
from tests.pages.figures import figures_of
from tests.specs import drawn_on, fields, titles

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600


@pytest.fixture(scope="module")
def opened() -> AppTest:
    at = AppTest.from_file(str(ROOT / "pages" / "2_tone.py"), default_timeout=PATIENCE)
    at.query_params["article"] = sample_articles()[0].id  # other tests keep articles of their own
    at.run()
    assert not at.exception
    return at


def words(at: AppTest) -> str:
    kinds = (at.markdown, at.caption, at.info, at.warning)
    return " ".join(e.value for kind in kinds for e in kind)


def test_it_opens_on_a_sample_with_figures_charts_and_the_strongest_sentences(
    opened: AppTest,
) -> None:
    assert opened.title[0].value == "How does it sound, and where does it turn?"
    assert list(figures_of(opened)) == [
        "Article",
        "Writer",
        "Quoted",
        "Headline",
    ]
    assert "news-tuned scorer" in words(opened)
    for part, drawn in (("Course", 3), ("Whose tone", 4), ("Toward names", 2)):
        opened.query_params["part"] = part
        opened.run()
        assert len(opened.get("vega_lite_chart")) == drawn, part
    opened.query_params["part"] = "Strongest sentences"
    opened.run()
    assert "Most negative" in words(opened)


def test_scorer_own_words_and_filters_change_what_is_shown(opened: AppTest) -> None:
    at = opened
    at.segmented_control(key="scorer").set_value("plain").run()
    assert "plain VADER" in words(at)
    assert not at.text_area  # what is folded is not built
    at.session_state["tone_more"] = True
    at.run()
    at.text_area(key="tone_own_words").set_value("the 0\nnonsense").run()
    assert "1 word of your own" in words(at)
    assert "1 line not understood, such as: nonsense" in words(at)
    at.session_state["tone_more"] = False
    at.run()
    assert "plain VADER with 1 word of your own" in words(at)  # and counts as it was left
    at.session_state["tone_more"] = True
    at.run()
    assert at.text_area(key="tone_own_words").value == "the 0\nnonsense"
    at.button(key="tone_reset").click().run()
    assert "0 words of your own" in words(at)
    at.toggle(key="tone_both_scorers").set_value(True).run()
    charts_with_both = len(at.get("vega_lite_chart"))
    at.session_state["filters"] = True
    at.run()
    at.slider(key="filter_score").set_value((0.95, 1.0)).run()
    assert not at.exception
    assert "0 of 24 sentences" in words(at)
    assert "No sentence passes" in words(at)
    assert len(at.get("vega_lite_chart")) < charts_with_both
    at.button(key="filters_reset").click().run()
    at.segmented_control(key="scorer").set_value("news").run()


EMPTY = {
    "arc": (charts.tone_arc, course.ARC),
    "distribution": (charts.tone_distribution, course.SPREAD),
    "voices": (charts.writer_and_attributed, tables.VOICES | {"label": "str"}),
    "headline": (charts.headline_and_body, tables.POINTS),
    "sources": (charts.tone_of_sources, tone_who.SOURCES),
    "targets": (charts.tone_toward, tone_who.TARGETS),
    "scorers": (charts.two_scorers, tables.BOTH | {"label": "str"}),
}


MADE_BY_CHARTS = {"sign", "scored", "strength", "written", "said", "zero"}


@pytest.mark.parametrize("name", EMPTY)
def test_a_chart_of_an_empty_table_is_valid(name: str) -> None:
    draw, columns = EMPTY[name]
    spec = draw(frame([], columns)).to_dict()
    assert titles(spec)
    assert fields(spec) <= {*columns, *MADE_BY_CHARTS}
    assert spec["params"][0]["name"] == "pick"


AXES = {
    "arc": ({"order"}, {"smooth", "compound", "zero"}),
    "distribution": ({"low"}, {"sentences"}),
    "headline": ({"compound", "zero"}, {"part"}),
    "sources": ({"compound"}, {"name"}),
    "targets": ({"compound", "toward"}, {"name"}),
    "scorers": ({"label"}, {"compound", "zero"}),
}


@pytest.mark.parametrize("name", AXES)
def test_each_mark_stands_by_the_figure_its_axis_names(name: str) -> None:
    draw, columns = EMPTY[name]
    spec = draw(frame([], columns)).to_dict()
    assert (drawn_on(spec, "x"), drawn_on(spec, "y")) == AXES[name]


def test_the_bars_of_an_empty_article_are_valid() -> None:
    sentences = frame([], tables.SENTENCES).assign(label="")
    spec = charts.tone_bars(frame([], course.COLUMNS), sentences).to_dict()
    assert "pick" in str(spec["params"])
    assert (drawn_on(spec, "x"), drawn_on(spec, "y")) == ({"label"}, {"compound", "zero"})


def paragraphs(*scores: float) -> pd.DataFrame:
    rows = [
        {
            "paragraph": i,
            "number": i + 1,
            "compound": score,
            "tone": "",
            "sentences": 1,
            "words": 1,
            "start": i,
            "end": i + 1,
            "text": "",
        }
        for i, score in enumerate(scores)
    ]
    return frame(rows, tables.PARAGRAPHS)


def test_paragraphs_stand_in_the_order_of_the_text() -> None:
    bars = paragraphs(0.5, -0.5, 0.1).assign(label=["1", "2", "3"], number=[3, 1, 2])
    sentences = frame([], tables.SENTENCES).assign(label="")
    spec = charts.tone_bars(bars, sentences).to_dict()
    assert spec["layer"][0]["encoding"]["x"]["sort"] == ["2", "3", "1"]


def test_it_turns_where_the_two_sides_differ_most() -> None:
    turn = course.turning_point(paragraphs(0.5, 0.4, 0.6, -0.3, -0.5))
    assert turn == (4, pytest.approx(0.5), pytest.approx(-0.4))
    assert course.turning_point(paragraphs(0.5, -0.5, 0.1)) is None


SENTENCE = {
    "sentence": 0,
    "order": 1,
    "paragraph": 0,
    "number": 1,
    "role": "body",
    "voice": "writer",
    "source": "",
    "name": "",
    "entities": "",
    "words": 3,
    "compound": 0.25,
    "tone": "mildly positive",
    "because": "",
    "start": 0,
    "end": 3,
    "text": "abc",
}


def test_a_smoothed_arc_of_level_scores_is_level() -> None:
    arc = course.tone_arc(frame([SENTENCE] * 9, tables.SENTENCES))
    assert list(arc["smooth"]) == pytest.approx([0.25] * 9)
    assert list(arc["order"]) == list(range(1, 10))


def test_a_long_article_is_drawn_in_columns_that_lose_no_sentence() -> None:
    text = "A long day\n\n" + "\n\n".join(f"The train to Elm {n} left late." for n in range(400))
    article = read_article(text)
    rows = [
        {**SENTENCE, "paragraph": p.index, "number": n + 1, "compound": 0.5 if n < 200 else -0.5}
        for n, p in enumerate(article.body)
    ]
    arc = course.tone_arc(frame(rows, tables.SENTENCES))
    drawn = course.arc_columns(arc, article)
    assert len(arc) == len(article.body) > 390
    assert len(drawn) <= 60
    assert drawn["sentences"].sum() == len(arc)
    assert list(drawn["order"]) == sorted(drawn["order"])
    assert drawn["compound"].iloc[0] == 0.5
    assert drawn["compound"].iloc[-1] == -0.5


def test_no_sentence_gives_no_arc() -> None:
    assert course.tone_arc(frame([], tables.SENTENCES)).empty


def test_the_rows_of_voices_stand_over_their_paragraphs() -> None:
    rows = [
        {"paragraph": n, "number": n, "voice": "writer", "compound": 0.12, "tone": "positive",
         "label": str(n)} for n in (1, 2, 3)
    ]  # fmt: skip
    told = charts.writer_and_attributed(frame(rows, tables.VOICES | {"label": "str"})).to_dict()
    assert {layer["encoding"]["x"]["field"] for layer in told["layer"]} == {"label"}
    drawn = next(iter(told["datasets"].values()))
    assert [row["label"] for row in drawn] == ["1", "2", "3"]
    assert {row["written"] for row in drawn} == {"+0.1"}
