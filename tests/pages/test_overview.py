"""The Overview, the picker and the shared selection, without a browser."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from library.samples import sample_articles
from tests.app import param
from tests.shared_data import ROOT

WAIT = 120
BUDGET = 0.6
"""Processor seconds for a rerun; 0.2 where nothing else runs, more where much does."""


@pytest.fixture(scope="module", autouse=True)
def _empty_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Other tests of this run keep articles; these begin with none."""
    folder = tmp_path_factory.mktemp("overview")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARSAY_DATABASE_URL", f"sqlite:///{folder}/library.db")
        yield


def overview(**query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=WAIT)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


@pytest.fixture(scope="module")
def opened(_empty_library: None) -> AppTest:
    return overview()


def test_it_opens_on_a_sample_and_says_so(opened: AppTest) -> None:
    assert not opened.exception
    assert opened.title[0].value == "What is this article like?"
    assert "Sample article" in opened.markdown[0].value
    assert param(opened, "article") == sample_articles()[0].id


def test_it_shows_five_figures_the_score_and_three_cards(opened: AppTest) -> None:
    assert [m.label for m in opened.metric] == [
        "Tone",
        "Writer · quoted",
        "People · places · bodies",
        "Voices",
        "Unnamed",
    ]
    assert [h.value for h in opened.subheader] == [
        "How it sounds",
        "Who it is about",
        "Who is speaking",
    ]
    assert len(opened.get("vega_lite_chart")) >= 3


def test_a_link_shows_the_same_screen() -> None:
    article = sample_articles()[2]
    paragraph = article.body[1].index
    app = overview(article=article.id, paragraph=str(paragraph))
    assert app.radio(key="picked_article").value == article.id
    assert app.selectbox(key="chosen_paragraph").value == paragraph
    assert param(app, "paragraph") == str(paragraph)


def test_what_a_link_asks_for_and_the_article_lacks_is_dropped() -> None:
    app = overview(article="nothing", paragraph="999", entity="<b>", source="x")
    assert not app.exception
    assert "paragraph" not in app.query_params
    assert "entity" not in app.query_params
    assert any("not in your library" in note.value for note in app.info)


def test_a_box_shows_a_name_as_it_is_written(opened: AppTest) -> None:
    """Select boxes read no Markdown: an escaped apostrophe would show its backslash."""
    names = opened.selectbox(key="reading_name").options
    assert any("Southside Traders' Association" in name for name in names)


def test_choosing_is_remembered_and_another_article_forgets_it() -> None:
    app = overview()
    paragraph = sample_articles()[0].body[2].index
    app.selectbox(key="chosen_paragraph").select(paragraph).run()
    assert param(app, "paragraph") == str(paragraph)
    app.radio(key="picked_article").set_value(sample_articles()[1].id).run()
    assert param(app, "article") == sample_articles()[1].id
    assert "paragraph" not in app.query_params


def test_the_selection_goes_along_to_another_page() -> None:
    app = overview()
    paragraph = sample_articles()[0].body[2].index
    app.selectbox(key="chosen_paragraph").select(paragraph).run()
    app.switch_page(str(ROOT / "pages" / "4_sources.py")).run()
    assert not app.exception
    assert param(app, "paragraph") == str(paragraph)


def test_a_page_run_as_the_main_script_hands_over_to_the_router() -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "5_add.py"), default_timeout=WAIT).run()
    assert not app.exception
    assert app.title[0].value == "Add articles"


def test_the_layers_can_be_switched(opened: AppTest) -> None:
    pills = opened.get("button_group")
    assert pills, "the reading view offers its layers"


def test_a_rerun_stays_within_its_budget(opened: AppTest) -> None:
    times = []
    for _ in range(3):
        began = time.process_time()
        opened.run()
        times.append(time.process_time() - began)
    assert min(times) < BUDGET
