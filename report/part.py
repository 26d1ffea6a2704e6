"""An article on its way into a report, and what its sections have in common."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import Analysis
from analysis.text import count
from report.markup import Html, tag
from report.rows import Rows

MOST_ROWS = 300
"""Of one table; a page of print holds about 30. The workbook has all."""


@dataclass(frozen=True, slots=True)
class Part:
    """An article on its way into a report: ``id`` begins the names of all places in it."""

    analysis: Analysis
    rows: Rows
    id: str
    level: int
    lang: str
    """The language of the article, "" for English or unknown."""

    def head(self, title: str, below: int = 1) -> Html:
        """A heading, ``below`` levels under the article's own."""
        return tag(f"h{self.level + below}", title)


def short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def more(whole: int, one: str) -> Html:
    """What a bounded table leaves out, said under it."""
    if whole <= MOST_ROWS:
        return Html("")
    return tag("p", f"{count(whole - MOST_ROWS, one)} more are in the workbook.", class_="note")
