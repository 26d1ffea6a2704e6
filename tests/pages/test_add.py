"""Adding articles: give, check, keep; nothing is lost and nothing is kept twice."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analysis import read_article
from analysis.intake import Draft
from library import Corrections
from library.store import open_store
from tests.app import inside, param
from tests.shared_data import ROOT
from ui.adding import drafts

WAIT = 120
TEXT = """Lighthouse at Sarn Point to be sold

By Edda Marrow

Published June 2, 2026 9:15AM (GMT)

The lighthouse at Sarn Point will be sold in the autumn, the harbour board said on Tuesday.

"It is a sad day for all of us," said keeper Tobin Hale. "But the lamp will stay."

Edda Marrow writes about the coast for the Sarn Gazette.
"""


def add_page() -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / "5_add.py"), default_timeout=WAIT).run()


def pasted(text: str) -> AppTest:
    app = add_page()
    app.text_area(key="pasted").set_value(text).run()
    return app.button(key="paste_check").click().run()


def field(app: AppTest, label: str) -> str:
    return next(t.value for t in app.text_input if t.label == label)


def test_an_empty_page_says_what_to_do() -> None:
    app = add_page()
    assert not app.exception
    assert any("paste a text or upload a file" in i.value for i in app.info)
    app.button(key="paste_check").click().run()
    assert any("nothing to check yet" in w.value for w in app.warning)


def test_a_pasted_article_is_understood_checked_and_kept_once() -> None:
    app = pasted(TEXT)
    assert not app.exception
    assert field(app, "Title") == "Lighthouse at Sarn Point to be sold"
    assert field(app, "Author") == "Edda Marrow"
    assert field(app, "Date") == "2 June 2026"
    assert any("2 body paragraphs" in m.value for m in app.markdown)
    app.button(key="keep_one").click().run()
    assert [s.value for s in app.success] == ["Saved 1 article."]
    kept = open_store().articles()
    assert [a.title for a in kept].count("Lighthouse at Sarn Point to be sold") == 1
    assert param(app, "article") == kept[0].id

    again = pasted(TEXT + "\n")
    again.button(key="keep_one").click().run()
    assert [s.value for s in again.success] == ["Saved 0 articles. 1 article was there already."]


def test_what_the_reader_corrects_is_what_is_kept() -> None:
    app = pasted(TEXT.replace("Sarn Point", "Carn Point"))
    title = next(t for t in app.text_input if t.label == "Title")
    title.set_value("A title of my own").run()
    assert field(app, "Title") == "A title of my own"
    app.button(key="keep_one").click().run()
    assert open_store().articles()[0].title == "A title of my own"


def test_a_date_that_cannot_be_read_is_pointed_out() -> None:
    app = pasted(TEXT.replace("Sarn", "Tarn"))
    date = next(t for t in app.text_input if t.label == "Date")
    date.set_value("last Tuesday").run()
    assert any("Write the date as 12 March 2026" in w.value for w in app.warning)
    date = next(t for t in app.text_input if t.label == "Date")
    date.set_value("March 12, 2026").run()
    assert not app.warning
    assert field(app, "Date") == "12 March 2026"
    assert "Found: 2 June 2026" in [c.value for c in app.caption]
    app.button(key="keep_one").click().run()
    assert open_store().articles()[0].published == "2026-03-12"


def test_nothing_looks_found_that_is_not() -> None:
    app = pasted(
        TEXT.replace("Sarn", "Warn").replace("Published June 2, 2026 9:15AM (GMT)\n\n", "")
    )
    empty = [t for t in app.text_input if t.label in ("Outlet", "Date")]
    assert [(t.value, t.placeholder) for t in empty] == [("", ""), ("", "")]
    assert [c.value for c in app.caption].count("Not found in the text.") == 2


def test_what_the_reader_changed_stands_against_what_was_found_and_can_be_undone() -> None:
    app = pasted(TEXT.replace("Sarn", "Yarn"))
    next(t for t in app.text_input if t.label == "Outlet").set_value("The Yarn Gazette").run()
    assert "Nothing was found." in [c.value for c in app.caption]
    app.button(key="undo_changes").click().run()
    assert field(app, "Outlet") == ""
    assert not [b for b in app.button if b.key == "undo_changes"]


def test_a_part_given_before_saving_can_be_undone_after_it() -> None:
    text = TEXT.replace("Sarn", "Barn")
    held = Draft(text, "pasted text")
    app = add_page()
    article = read_article(text)
    body = article.body[0].index
    app.text_area(key="pasted").set_value(text).run()
    app.button(key="paste_check").click().run()
    with inside(app):
        [draft] = drafts.held()
        assert draft.first == held
        drafts.change(draft.key, roles={body: "caption"})
    app.run()
    assert any("the part of 1 paragraph" in m.value for m in app.markdown)
    app.button(key="keep_one").click().run()
    kept = open_store().articles()[0].id
    assert open_store().article(kept).paragraphs[body].role == "caption"
    Corrections(open_store(), kept).undo()
    assert open_store().article(kept).paragraphs[body].role == "body"


def test_nothing_is_lost_by_looking_at_another_page() -> None:
    app = pasted(TEXT.replace("Sarn", "Varn"))
    app.switch_page(str(ROOT / "pages" / "1_overview.py")).run()
    app.switch_page(str(ROOT / "pages" / "5_add.py")).run()
    assert field(app, "Title") == "Lighthouse at Varn Point to be sold"


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 50])
def test_a_file_that_cannot_be_read_is_listed_with_its_reason(data: bytes) -> None:
    app = add_page()
    app.file_uploader[0].upload("broken.txt", data)
    app.run()
    assert not app.exception
    assert any("could not be read" in e.value for e in app.error)


def test_what_is_known_already_is_said_before_it_is_kept() -> None:
    body = "\n\n".join(f"{word} " + TEXT.split("\n\n")[3] for word in ("First", "Second"))
    kept = open_store().save(read_article(f"Lamp at Quorn Point\n\n{body}"))
    app = pasted(f"Lamp at Quorn  Point\n\n\n{body}\n")
    assert any("in your library already" in i.value for i in app.info)
    app = pasted(f"Another headline altogether\n\n{body}")
    assert any("stand in “Lamp at Quorn Point”" in i.value for i in app.info)
    open_store().delete([kept.id])
    app = pasted(f"Lamp at Quorn Point\n\n{body}")
    assert not any("in your library already" in i.value for i in app.info)


def test_a_page_is_fetched_only_where_that_is_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Fetch a page" not in [t.label for t in add_page().tabs]
    monkeypatch.setenv("HEARSAY_FETCH", "on")
    app = add_page()
    assert "Fetch a page" in [t.label for t in app.tabs]
    app.text_input(key="address").set_value("http://127.0.0.1/").run()
    app.button(key="fetch_check").click().run()
    assert any("lies in a private network" in e.value for e in app.error)


def test_a_table_waits_for_its_columns() -> None:
    app = add_page()
    rows = "kop,story\nFirst,The mayor spoke to the council.\nSecond,The river rose again.\n"
    app.file_uploader[0].upload("two.csv", rows.encode())
    app.run()
    assert not app.exception
    text = next(s for s in app.selectbox if s.label == "Text")
    assert text.value == "story"
    next(s for s in app.selectbox if s.label == "Title").select("kop").run()
    next(b for b in app.button if b.label == "Take 2 rows").click().run()
    assert next(s for s in app.selectbox if s.key == "draft_chosen").options == ["First", "Second"]
    app.button(key="keep_all").click().run()
    assert [s.value for s in app.success] == ["Saved 2 articles."]


INTERVIEW = """The diver of Sarn Point

By Edda Marrow

Juno Brack has dived under the pier for twenty years. We met her in the café.

Why do you still go down?

I like the quiet. My husband does not.

Are you never afraid?

I am, each time. That keeps me careful."""


def test_an_interview_asks_who_answers_and_keeps_what_is_said() -> None:
    app = pasted(INTERVIEW)
    assert any("2 answers carry no name" in w.value for w in app.warning)
    next(t for t in app.text_input if t.label == "Who answers").set_value("Juno Brack").run()
    assert not app.exception
    assert not any("carry no name" in w.value for w in app.warning)
    app.button(key="undo_changes").click().run()
    assert field(app, "Who answers") == ""
    next(t for t in app.text_input if t.label == "Who answers").set_value("Juno Brack").run()
    app.button(key="keep_one").click().run()
    id = next(a.id for a in open_store().articles() if a.title == "The diver of Sarn Point")
    kept = open_store().analysis(id)
    assert kept.article.answers == "Juno Brack"
    assert [(s.name, len(s.attributions)) for s in kept.sources] == [("Juno Brack", 2)]


def test_an_article_whose_speakers_have_names_asks_nothing() -> None:
    app = pasted(TEXT.replace("Sarn Point", "Tarn Point"))
    assert not any(t.label == "Who answers" for t in app.text_input)
