"""HTML made of text: everything is escaped here, and nowhere is text put in unescaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_UNPRINTABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


SHORT = 10
"""Rows of a table that stays on one page of print."""


class Html(str):
    """Text that is HTML already, made by this module."""

    __slots__ = ()


def said(text: object) -> Html:
    """The text as HTML; markup in it stays text, what no page may hold becomes U+FFFD."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(_UNPRINTABLE.sub("\ufffd", str(text))))


def tag(name: str, *inside: object, **attributes: object) -> Html:
    """An element; attributes that are None or "" are left out, ``class_`` is ``class``."""
    put = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{said(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return Html(f"<{name}{put}>{join(inside)}</{name}>")


def join(parts: Iterable[object], between: str = "") -> Html:
    """The parts one after the other, those that are plain text escaped."""
    return Html(said(between).join(said(p) for p in parts))


def words(text: object, lang: str = "") -> Html:
    """Words of an article: their own direction, so that none turns the line around them."""
    return tag("bdi", text, lang=lang)


def quoted(text: str, lang: str = "") -> Html:
    """A passage of an article, its line breaks as spaces."""
    return tag("q", " ".join(text.split()), lang=lang, dir="auto")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading and a cell for each row."""

    head: str
    cells: Sequence[object]
    number: bool = False
    """Whether it holds figures, which stand at the right."""


def table(caption: str, columns: Sequence[Column], ids: Sequence[str] = ()) -> Html:
    """A table with a caption; the first cell of a row is its heading, ``ids`` name the rows.

    Each cell knows its column's heading, which stands before it where a screen is narrow.
    """
    kinds = ["n" if c.number else "" for c in columns]
    heads = [c.head for c in columns]
    head = [tag("th", c.head, scope="col", class_=k) for c, k in zip(columns, kinds, strict=True)]
    rows = []
    for i, cells in enumerate(zip(*(c.cells for c in columns), strict=True)):
        first = tag("th", cells[0], scope="row", class_=kinds[0], data_head=heads[0])
        rest = [
            tag("td", cell, class_=kind, data_head=head)
            for cell, kind, head in zip(cells[1:], kinds[1:], heads[1:], strict=True)
        ]
        rows.append(tag("tr", first, *rest, id=ids[i] if ids else None))
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head)),
        tag("tbody", *rows),
        class_="short" if len(rows) <= SHORT else None,
    )


def facts(pairs: Iterable[tuple[str, object]]) -> Html:
    """Names with what they mean, as a list; pairs without a value are left out."""
    given = [(name, value) for name, value in pairs if value not in ("", None)]
    if not given:
        return Html("")
    return tag("dl", *(tag("div", tag("dt", n), tag("dd", v)) for n, v in given))


def items(lines: Iterable[object]) -> Html:
    """The lines as a list."""
    return tag("ul", *(tag("li", line) for line in lines))
