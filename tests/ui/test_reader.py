"""What the reading view is given, and what it may send back."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.shared_data import ROOT
from tests.ui.factory import small
from ui.reading.reader import reader_data, validated
from ui.reading.runs import LAYERS
from ui.state import Selection


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "paragraph",
        {},
        {"kind": "paragraph", "id": "1"},
        {"kind": "paragraph", "id": True},
        {"kind": "paragraph", "id": 99},
        {"kind": "paragraph", "id": -1},
        {"kind": "entity", "id": "nobody"},
        {"kind": "source", "id": ["s1"]},
        {"kind": "article", "id": "small"},
    ],
)
def test_what_the_article_does_not_have_is_not_believed(sent: object) -> None:
    assert validated(sent, small()) is None


def test_what_the_article_has_is_accepted() -> None:
    assert validated({"kind": "paragraph", "id": 2}, small()) == ("paragraph", 2)
    assert validated({"kind": "entity", "id": "e1"}, small()) == ("entity", "e1")
    assert validated({"kind": "source", "id": "s2"}, small()) == ("source", "s2")


def test_body_paragraphs_are_numbered_and_others_say_what_they_are() -> None:
    data = reader_data(small(), LAYERS, (), Selection())
    assert [p["number"] for p in data["paragraphs"]] == [None, 1, 2, 3]
    assert [p["label"] for p in data["paragraphs"]][:2] == ["headline", ""]


def test_a_choice_leaves_the_text_as_it_is_and_a_layer_does_not() -> None:
    first = reader_data(small(), LAYERS, (), Selection())
    chosen = reader_data(small(), LAYERS, (), Selection(paragraph=2, entity="e1", source="s1"))
    assert chosen["made"] == first["made"]
    assert chosen["chosen"] != first["chosen"]
    assert reader_data(small(), ("names",), (), Selection())["made"] != first["made"]
    lit = reader_data(small(), LAYERS, (small().article.body[0].span,), Selection())
    assert lit["made"] != first["made"]


def test_speakers_are_named_by_attribution() -> None:
    speakers = reader_data(small(), LAYERS, (), Selection())["speakers"]
    assert {k: s["name"] for k, s in speakers.items()} == {
        "a1": "Ann Bree",
        "a2": "Ann Bree",
        "a3": "the firm",
    }
    assert speakers["a3"]["depth"] == 1
    assert reader_data(small(), ("names",), (), Selection())["speakers"] == {}


def test_no_text_is_ever_parsed_as_html() -> None:
    """The one place where article text meets a page is built from text nodes."""
    script = (ROOT / "ui" / "reading" / "reader.js").read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)
    for folder in ("ui", "pages"):
        for path in (ROOT / folder).glob("*.py"):
            code = path.read_text(encoding="utf-8")
            assert "unsafe_allow_html" not in code, path
            assert "unsafe_allow_javascript" not in code, path
            assert "components.v1" not in code, path


def test_what_is_chosen_explains_itself() -> None:
    app = AppTest.from_function(_why_app, default_timeout=60)
    app.session_state["wanted"] = {"entity": "e1"}
    assert not app.run().dataframe  # made when the button is opened
    app.session_state["why_open"] = True
    table = app.run().dataframe[0].value
    assert set(table["About"]) >= {"entity"}
    assert table["By"].tolist()[0]
    assert table["¶"].notna().any()


def _why_app() -> None:
    from unittest.mock import patch

    import streamlit as st

    from tests.ui.factory import small
    from ui import state
    from ui.reading.why import why_button

    with patch.object(state, "selection", lambda: state.Selection(**st.session_state["wanted"])):
        why_button(small())
