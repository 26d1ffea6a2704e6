"""One item to be checked, its words marked in their place in the text."""

from __future__ import annotations

from collections.abc import Iterable

from analysis import Article
from analysis.records import Span
from ui import state
from ui.cache import once
from ui.reading.reader import _component, _unread, reader_data


def item_view(
    article: Article, marked: Iterable[Span], *, height: int, paragraph: int | None = None
) -> None:
    """The text with these stretches marked, the first of them in sight; nothing is clicked.

    ``paragraph`` is the index of one that is asked about as a whole.
    """
    chosen = state.Selection(paragraph=paragraph)
    data = reader_data(once(_unread, article), (), tuple(marked), chosen)
    _component(key="item_reader", data=data, height=height)
