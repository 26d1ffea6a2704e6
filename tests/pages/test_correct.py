"""Correcting from the text itself: words chosen, what is wrong, and every page saying the same."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analysis import analyze, read_article
from analysis.records import Correction, Span
from analysis.tables import entity_table
from library import Corrections
from library.store import open_store
from tests.app import inside
from tests.pages.figures import figures_of
from tests.shared_data import ROOT
from ui.correcting import choose_words
from ui.correcting.words import set_aside, span_in

WAIT = 300
TEXT = """Ferry line to Brask reopens after storm

The ferry line between Ostrel and Brask reopened on Monday after an effort by the crew.

"We were afraid for the boats," said Captain Rolf Dannick. "The storm was terrible."

Nobody had warned the town, a shopkeeper told the council, and the pumps failed within minutes.

The harbour office said all sailings would run on time by Friday.
"""
ARTICLE = read_article(TEXT)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def kept() -> str:
    store = open_store()
    store.erase([ARTICLE.id]) if store.delete([ARTICLE.id]) else None
    return store.save(ARTICLE).id


def page(name: str, article: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=WAIT)
    app.query_params["article"] = article
    return app


def chosen(app: AppTest, article: str, words: str, **parts: Span) -> AppTest:
    """The words as the browser would tell them, and what was set aside before."""
    read = analyze(open_store().article(article))
    with inside(app):
        for part, place in parts.items():
            choose_words(read, {"start": place.start, "end": place.end})
            set_aside(read, part)
        choose_words(read, {"start": at(words).start, "end": at(words).end})
    return app.run().run()  # the first run of a page by itself goes through the router


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def made(article: str) -> tuple[Correction, ...]:
    return Corrections(open_store(), article).all()


def test_a_missed_name_is_added_from_the_text_and_every_page_counts_it(kept: str) -> None:
    app = chosen(page("1_overview", kept), kept, "storm")
    assert any("What is wrong with “**storm**”?" in m.value for m in app.markdown)
    app.selectbox(key=f"text_name_type_{at('storm').start}").select("event").run()
    press(app, "text_name")
    assert made(kept) == (Correction("name", at("storm"), value="EVENT"),)
    found = analyze(ARTICLE, corrections=made(kept))
    listed = entity_table(found)
    names = page("3_entities", kept).run()
    shown = figures_of(names)
    assert shown["Names"] == str(int((listed["count"] > 0).sum()))
    assert shown["Mentions"] == str(int(listed["count"].sum()))
    assert "storm" in set(listed["name"])
    assert any("1 correction by you" in m.value for m in names.markdown)


def test_a_missed_statement_is_put_together_from_choices_and_undone(kept: str) -> None:
    app = chosen(page("4_sources", kept), kept, "the pumps failed within minutes")
    before = figures_of(app)
    press(app, "text_part_content")
    app = chosen(app, kept, "the crew", content=at("the pumps failed within minutes"))
    press(app, "text_part_source")
    press(app, "text_add_statement")
    assert made(kept) == (
        Correction("statement", at("the pumps failed within minutes"), at("the crew")),
    )
    after = figures_of(app)
    assert int(after["Statements"]) == int(before["Statements"]) + 1
    assert int(after["Sources"]) == int(before["Sources"]) + 1
    app.session_state["correct_what"] = "Made"
    app.run()
    assert any("was added as a statement" in m.value for m in app.markdown)
    press(app, "undo_0")
    assert made(kept) == ()
    assert figures_of(app) == before


def test_title_and_part_of_a_paragraph_are_put_right_after_keeping(kept: str) -> None:
    app = chosen(page("1_overview", kept), kept, "Nobody had warned")
    app.session_state["correct_what"] = "Part"
    app.run()
    paragraph = ARTICLE.paragraph_at(at("Nobody").start)
    assert paragraph is not None
    app.selectbox(key=f"text_role_{paragraph.index}_body").select("caption").run()
    press(app, "text_set_role")
    app.session_state["correct_what"] = "Article"
    app.run()
    date = next(t for t in app.text_input if t.label == "Date (not known)")
    date.set_value("12 March 2026").run()
    press(app, "text_keep_facts")
    assert [(c.kind, c.value) for c in made(kept)] == [
        ("role", "caption"), ("published", "2026-03-12"),
    ]  # fmt: skip
    assert any("12 March 2026" in m.value for m in app.markdown)
    row = next(r for r in open_store().articles() if r.id == kept)
    assert row.published == "2026-03-12"


@pytest.mark.parametrize(
    "asked",
    [None, "x", {}, {"start": 4, "end": 4}, {"start": -1, "end": 4}, {"start": 0, "end": 10**9},
     {"start": True, "end": 4}, {"start": 0, "end": 60}, {"start": "0", "end": "4"}],
)  # fmt: skip
def test_whatever_the_browser_sends_only_words_of_one_paragraph_are_taken(asked: object) -> None:
    assert span_in(analyze(ARTICLE), asked) is None


def test_words_are_taken_without_the_blanks_around_them() -> None:
    analysis = analyze(ARTICLE)
    place = at(" line to ")
    assert span_in(analysis, {"start": place.start, "end": place.end}) == at("line to")
    choose_words(analysis, {"start": place.start, "end": place.end})
