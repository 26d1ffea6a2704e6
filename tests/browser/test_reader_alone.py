"""The script of the reading view without a server: moving a choice is as good as drawing anew."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from analysis import analyze
from library.samples import sample_articles
from ui.reading.reader import FOLDER, SCRIPTS, reader_data
from ui.reading.runs import LAYERS
from ui.state import Selection

pytestmark = pytest.mark.browser
LOAD = """source => {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return import(address).then((module) => {
    window.draw = (id, data) => {
      let parentElement = document.getElementById(id);
      if (!parentElement) {
        parentElement = document.body.appendChild(document.createElement("div"));
        parentElement.id = id;
      }
      module.default({ data, parentElement, setTriggerValue: () => {} });
      return parentElement.innerHTML.replaceAll(/(top|height): [^;]+;/g, ""); // by hairs apart
    };
  });
}"""


@pytest.fixture
def alone(browser: Browser) -> Page:
    page = browser.new_page()
    page.evaluate(LOAD, "\n".join((FOLDER / f).read_text() for f in SCRIPTS))
    return page


def drawn(page: Page, place: str, data: dict[str, Any]) -> list[tuple[list[str], str]]:
    """Each tag's attributes, in no order, and the text after it."""
    html: str = page.evaluate("([id, data]) => draw(id, data)", [place, data])
    tags = [tag.rpartition(">") for tag in html.split("<")]
    return [(sorted(re.findall(r'[\w-]+="[^"]*"', tag)), text) for tag, _, text in tags]


def test_a_choice_moved_looks_as_if_drawn_anew(alone: Page) -> None:
    analysis = analyze(sample_articles()[0])
    entity, source = analysis.entities[0].id, analysis.sources[0].id
    choices = [
        Selection(),
        Selection(paragraph=4),
        Selection(paragraph=5, entity=entity),
        Selection(source=source),
        Selection(),
    ]
    for n, chosen in enumerate(choices):
        data = reader_data(analysis, LAYERS, (), chosen) | {"choosing": True, "words": []}
        moved, anew = drawn(alone, "moved", data), drawn(alone, f"anew{n}", data)
        assert moved == anew, chosen
        alone.evaluate("document.querySelector('#moved article').kept = true")
    assert alone.evaluate("document.querySelector('#moved article').kept")
    data = reader_data(analysis, ("names",), (), Selection()) | {"choosing": True, "words": []}
    assert drawn(alone, "moved", data) == drawn(alone, "other", data)
    assert not alone.evaluate("Boolean(document.querySelector('#moved article').kept)")


PRESS = """([key, datum]) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const mark = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  const box = document.body.appendChild(document.createElement("div"));
  box.className = "stElementContainer st-key-" + key;
  box.appendChild(svg);
  mark.__data__ = { datum };
  mark.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const on = document.querySelector("#text .p.on");
  const named = document.querySelector("#text .m.on");
  return [on && Number(on.dataset.index), named && named.dataset.entity];
}"""


def test_a_mark_s_click_shows_in_the_text_before_the_server_answers(alone: Page) -> None:
    analysis = analyze(sample_articles()[0])
    entity = analysis.entities[0].id
    data = reader_data(analysis, LAYERS, (), Selection())
    picks = {"score": ["paragraph", "source", "entity"], "ranked": ["entity"]}
    drawn(alone, "text", data | {"picks": picks})

    def press(key: str, datum: dict[str, Any]) -> list[int | str | None]:
        seen: list[int | str | None] = alone.evaluate(PRESS, [key, datum])
        return seen

    assert press("other", {"paragraph": 3}) == [None, None]  # this page did not say what it picks
    assert press("score-2", {"paragraph": 3, "source": "", "entity": ""}) == [3, None]
    assert press("ranked", {"paragraph": 5, "entity": entity}) == [None, entity]
    assert press("score", {"paragraph": -1, "entity": ""}) == [None, entity]
