"""The score as a figure inside a page."""

from __future__ import annotations

from analysis import Analysis
from analysis.tables import grouped, score_columns, score_names, score_voices
from analysis.text import count, signed
from charts.score import score, score_key
from charts.spec import spec_of
from report.markup import Html, join, tag
from report.naming import About
from report.pictures import as_svg, standalone
from report.svg import inline

WIDE = 600
"""Pixels: with the labels beside it about as wide as a page of print."""


def score_figure(analysis: Analysis, prefix: str) -> Html:
    """The picture with its key and the line that says how it is read."""
    columns, voices, names = (make(analysis) for make in (score_columns, score_voices, score_names))
    spec = standalone(spec_of(score(columns, voices, names)), About("score"), wide=WIDE)
    drawn = inline(as_svg(spec), _finding(analysis), prefix)
    key = [
        tag("li", tag("span", style=f"background:{colour}", class_="swatch", aria_hidden="true"),
            words) for colour, words in score_key(names)
    ]  # fmt: skip
    text = (
        "Each column is a body paragraph, as wide as its share of the words. Who speaks is the "
        "share of its words by voice, in the colours of the voices below it; a dot is larger the "
        "more often the name stands there."
    )
    if grouped(analysis.article):
        text += " There are too many paragraphs to show each: a column is an equal share of words."
    # on a phone it is scrolled sideways rather than shrunk; a keyboard must reach it to do so
    picture = tag("div", Html(drawn), class_="picture", tabindex="0", role="group",
                  aria_label="The score, from left to right")  # fmt: skip
    return tag("figure", picture, tag("ul", join(key), class_="key"), tag("figcaption", text))


def _finding(analysis: Analysis) -> str:
    return (
        f"The score: tone {signed(analysis.sentiment.article)} over "
        f"{count(len(analysis.article.body), 'paragraph')}, "
        f"{count(len(analysis.sources), 'voice')}; the tables below have its numbers"
    )
