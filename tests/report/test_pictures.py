"""Charts cut out of the program: what they are of stands on them, and nothing is fetched."""

from __future__ import annotations

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pandas as pd
import pytest

from analysis import analyze
from analysis.tables import (
    manner_table,
    score_columns,
    score_names,
    score_voices,
    source_table,
    statement_table,
)
from charts.score import score, score_key
from charts.sources import words_by_source
from charts.spec import spec_of
from charts.theme import source_colours
from library.samples import sample_articles
from report import About, as_json, as_png, as_svg, standalone, title_of
from report.svg import inline

OF = About("pier", "The <pier> & the ferry · Skerry Post", "Filtered: 5 of 22 statements", "Made")


@pytest.fixture(scope="module")
def specs() -> dict[str, dict[str, Any]]:
    made = analyze(sample_articles()[0])
    stated = statement_table(made)
    colours = source_colours(source_table(made)["source"])
    tables = score_columns(made), score_voices(made), score_names(made)
    return {
        "bars": spec_of(words_by_source(manner_table(stated[stated["source"] != ""]), colours)),
        "score": spec_of(score(*tables)),
    }


@pytest.mark.parametrize("name", ["bars", "score"])
def test_a_picture_says_what_it_is_of(specs: dict[str, dict[str, Any]], name: str) -> None:
    key = [("#D55E00", "negative"), ("#0072B2", "positive")] if name == "score" else ()
    how = "Full colour: quoted; pale: paraphrased."
    titled = title_of(specs[name]) or "The score"
    whole = standalone(specs[name], OF, title=titled, how=how, key=key)
    drawn = as_svg(whole)
    words = "".join(ElementTree.fromstring(drawn).itertext())
    for line in (*OF.lines, titled, how, *(w for _, w in key)):
        assert line in words
    assert as_png(whole).startswith(b"\x89PNG")


def test_a_specification_holds_all_it_needs(specs: dict[str, dict[str, Any]]) -> None:
    read = json.loads(as_json(standalone(specs["bars"], OF)))
    assert "vega-lite" in read["$schema"]
    assert read["datasets"]
    assert all(isinstance(rows, list) and rows for rows in read["datasets"].values())
    assert read["title"]["subtitle"] == OF.lines
    assert isinstance(specs["bars"]["datasets"]["table0"], pd.DataFrame)  # as it was


def test_the_key_of_a_score_has_the_kinds_that_occur() -> None:
    names = pd.DataFrame({"type": ["PERSON", "PERSON"]})
    assert [words for _, words in score_key(names)] == [
        "negative", "positive", "the writer", "people",
    ]  # fmt: skip


def test_nothing_is_fetched() -> None:
    asked: list[str] = []

    class Listens(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Listens)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=5):
        pass  # it does listen
    outside = {
        "layer": [
            {"data": {"url": f"{address}/data.json"}, "mark": "bar", "encoding": {}},
            {"data": {"values": [{"u": f"{address}/one.png"}]},
             "mark": {"type": "image", "width": 9, "height": 9},
             "encoding": {"url": {"field": "u", "type": "nominal"}}},
        ]
    }  # fmt: skip
    try:
        as_png(outside)
    except ValueError:
        pass  # refused, which is as good as drawn without it
    finally:
        server.shutdown()
        server.server_close()
    assert not asked


def test_a_drawing_inside_a_page_has_one_name_and_no_other() -> None:
    svg = "http://www.w3.org/2000/svg"
    drawn = (
        f'<svg xmlns="{svg}" width="9.123" height="9" viewBox="0 0 9 9" onload="x()">'
        '<defs><clipPath id="c"><rect width="1.239"/></clipPath></defs>'
        '<g clip-path="url(#c)" aria-label="mark" role="x"><text>1.239 &lt;b&gt;</text></g>'
        '<path opacity="0"/><script>x()</script><image href="http://x/"/></svg>'
    )
    made = inline(drawn, 'Said "so"', "a1")
    root = ElementTree.fromstring(made)
    assert root.attrib == {
        "viewBox": "0 0 9 9", "role": "img", "aria-label": 'Said "so"',
        "preserveAspectRatio": "xMinYMin meet",
    }  # fmt: skip
    tags = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert tags == {"svg", "defs", "clipPath", "rect", "g", "text"}
    assert 'id="a1-c"' in made
    assert 'clip-path="url(#a1-c)"' in made
    assert "1.239 &lt;b&gt;" in made
    assert 'width="1.2"' in made
    assert made.count("aria-label") == 1


def test_a_title_in_lines_for_a_phone_is_one_line_again_in_a_picture() -> None:
    long = "How often statements were right, by the confidence “stated” beside them"
    table = pd.DataFrame({"a": [1], "b": ["x"]})
    spec = spec_of(alt.Chart(table, title=long).mark_bar().encode(x="a:Q", y="b:N"))
    assert "containerSize" in spec["title"]["text"]["expr"]
    assert title_of(spec) == long
    assert spec_of(alt.Chart(table, title="Short").mark_bar())["title"] == "Short"
