"""The script of the reading view without a server: moving a choice is as good as drawing anew."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from analysis import analyze
from library.samples import sample_articles
from ui.reading.reader import FOLDER, reader_data
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
    page.evaluate(LOAD, "\n".join((FOLDER / f).read_text() for f in ("reader.js", "words.js")))
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
