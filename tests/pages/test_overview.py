"""The Overview, the picker and the shared selection, without a browser."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from library.samples import sample_articles
from tests.app import param
from tests.pages.figures import figures_of
from tests.shared_data import ROOT
from ui import link

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
    assert any("Sample article" in m.value for m in opened.markdown[:5])
    assert param(opened, "article") == sample_articles()[0].id


def test_sentences_and_one_picture_stand_first_and_nothing_twice(opened: AppTest) -> None:
    assert len(opened.get("vega_lite_chart")) == 1
    assert not figures_of(opened)


def test_a_link_shows_the_same_screen() -> None:
    article = sample_articles()[2]
    app = overview(article=article.id, paragraph="2", scorer="plain", filter="mode:direct")
    assert app.radio(key="picked_article").value == article.id
    assert app.segmented_control(key="scorer").value == "plain"
    assert app.button(key="chip_mode").label == "Reported as\\: quoted"
    assert {n: param(app, n) for n in ("paragraph", "scorer", "filter")} == {
        "paragraph": "2",
        "scorer": "plain",
        "filter": "mode:direct",
    }


@pytest.mark.parametrize("wrong", [{"paragraph": "9" * 5000}, {"scorer": "loud"}, {"part": "<b>"}])
def test_what_is_no_link_of_ours_is_left_alone_in_one_line(wrong: dict[str, str]) -> None:
    app = overview(article=sample_articles()[0].id, **wrong)
    assert not app.exception
    assert [i.value for i in app.info] == [
        f"This link says something that is not understood: {', '.join(wrong)}."
    ]


def test_what_a_link_asks_for_and_the_article_lacks_is_dropped() -> None:
    app = overview(article="nothing", paragraph="999", entity="<b>", source="x")
    assert not app.exception
    assert "paragraph" not in app.query_params
    assert "entity" not in app.query_params
    assert any("not in your library" in note.value for note in app.info)


def test_the_box_shows_a_name_as_it_is_written(opened: AppTest) -> None:
    """Select boxes read no Markdown: an escaped apostrophe would show its backslash."""
    names = opened.selectbox(key="find_in_text").options
    assert any("Southside Traders' Association" in name for name in names)


def choose_paragraph(app: AppTest, number: int) -> AppTest:
    """What the keyboard twin of a click does."""
    index = sample_articles()[0].body[number - 1].index
    return app.selectbox(key="find_in_text").set_value(f"paragraph:{index}").run()


def test_choosing_is_remembered_and_another_article_forgets_it() -> None:
    app = choose_paragraph(overview(), 3)
    assert param(app, "paragraph") == "3"
    app.radio(key="picked_article").set_value(sample_articles()[1].id).run()
    assert param(app, "article") == sample_articles()[1].id
    assert "paragraph" not in app.query_params


def test_back_undoes_a_choice() -> None:
    app = choose_paragraph(overview(), 3)
    before = sample_articles()[0].id
    time.sleep(link.LAG)
    del app.query_params["paragraph"]
    app.query_params["article"] = before
    app.run()
    assert "paragraph" not in app.query_params  # what is chosen is written into the link


def test_the_selection_goes_along_to_another_page() -> None:
    app = choose_paragraph(overview(), 3)
    app.switch_page(str(ROOT / "pages" / "4_sources.py")).run()
    assert not app.exception
    assert param(app, "paragraph") == "3"


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


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("paragraph", "9" * 5_000),
        ("paragraph", "-1"),
        ("paragraph", "²"),
        ("entity", "<b>x</b>"),
        ("source", "s" * 9_000),
        ("scorer", "loud"),
        ("article", "../../etc"),
        ("article", "a\x00b"),
    ],
)
def test_a_parameter_without_its_form_is_ignored_with_one_line(name: str, value: str) -> None:
    app = overview(**{name: value})
    assert not app.exception
    assert [i.value for i in app.info] == [
        f"This link says something that is not understood: {name}."
    ]
    assert param(app, name) != value
