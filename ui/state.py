"""One selection, shared by all pages and held in the URL.

The truth lives in the session; the URL is its mirror, so a link shows the same screen.
Chart selections and widget values die on a page switch, so they only ever report here.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from analysis import Analysis
from analysis.records import Scorer

Kind = Literal["paragraph", "entity", "source"]
_STATE = "_selection"
_SCORER = "_scorer"
_WRITTEN = "_written_urls"
_REMEMBERED = 50
_drawing: ContextVar[bool] = ContextVar("drawing", default=False)


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has chosen; ``paragraph`` is a paragraph index, the others are ids."""

    article: str | None = None
    paragraph: int | None = None
    entity: str | None = None
    source: str | None = None


class _Keep:
    """Stands for "leave as it is", so that None can mean "choose nothing"."""


KEEP = _Keep()


def selection() -> Selection:
    """What is chosen now."""
    found = st.session_state.get(_STATE)
    return found if isinstance(found, Selection) else Selection()


def scorer() -> Scorer:
    """Which tone scorer is on: "plain" or "news"."""
    return "news" if st.session_state.get(_SCORER) == "news" else "plain"


def select(
    *,
    article: str | _Keep | None = KEEP,
    paragraph: int | _Keep | None = KEEP,
    entity: str | _Keep | None = KEEP,
    source: str | _Keep | None = KEEP,
) -> None:
    """Choose; None clears. In a callback it records, in a page's body it also reruns.

    Another article clears the other three, which belong to the old one.
    """
    before = selection()
    after = before
    if not isinstance(article, _Keep) and article != before.article:
        after = Selection(article)
    if not isinstance(paragraph, _Keep):
        after = replace(after, paragraph=paragraph)
    if not isinstance(entity, _Keep):
        after = replace(after, entity=entity)
    if not isinstance(source, _Keep):
        after = replace(after, source=source)
    if after == before:
        return
    st.session_state[_STATE] = after
    if _drawing.get():
        st.rerun()


def put(kind: Kind, value: object) -> None:
    """Choose a paragraph, entity or source by its kind; None lets go."""
    if kind == "paragraph":
        select(paragraph=None if value is None else int(str(value)))
    elif kind == "entity":
        select(entity=None if value is None else str(value))
    else:
        select(source=None if value is None else str(value))


def toggle(kind: Kind, value: str | int) -> None:
    """Choose it, or let go of it when it is chosen already."""
    put(kind, None if getattr(selection(), kind) == value else value)


def choose_scorer(value: Scorer) -> None:
    """Switch the tone scorer for every page; same rules as ``select``."""
    if value != scorer():
        st.session_state[_SCORER] = value
        if _drawing.get():
            st.rerun()


def drawing(on: bool) -> None:
    """Mark whether a page's body is running (between runs, callbacks are)."""
    _drawing.set(on)


def restore() -> Selection:
    """Read the URL where it says something new, then make it say what is chosen."""
    asked = _from_url()
    known = st.session_state.get(_WRITTEN, [])
    if _STATE not in st.session_state or (any(asked.values()) and asked not in known):
        number = asked["paragraph"]
        st.session_state[_STATE] = Selection(
            asked["article"],
            int(number) if number and number.isdecimal() else None,
            asked["entity"],
            asked["source"],
        )
        if asked["scorer"] in ("plain", "news"):
            st.session_state[_SCORER] = asked["scorer"]
    mirror()
    return selection()


def keep_valid(analysis: Analysis) -> None:
    """Drop from the selection what this article does not have."""
    now = selection()
    paragraphs = len(analysis.article.paragraphs)
    kept = Selection(
        analysis.article.id,
        now.paragraph if now.paragraph is not None and now.paragraph < paragraphs else None,
        now.entity if any(e.id == now.entity for e in analysis.entities) else None,
        now.source if any(s.id == now.source for s in analysis.sources) else None,
    )
    if kept != now:
        st.session_state[_STATE] = kept
    mirror()


def mirror() -> None:
    """Write the selection into the URL, touching only our own parameters."""
    wanted = _as_url()
    for name, value in wanted.items():
        if value is None:
            if name in st.query_params:
                del st.query_params[name]
        elif st.query_params.get(name) != value:
            st.query_params[name] = value
    known = [w for w in st.session_state.get(_WRITTEN, []) if w != wanted]
    st.session_state[_WRITTEN] = [*known, wanted][-_REMEMBERED:]


def link() -> dict[str, str]:
    """The selection as query parameters, for a link to another page."""
    return {k: v for k, v in _as_url().items() if v is not None}


def _as_url() -> dict[str, str | None]:
    now = selection()
    return {
        "article": now.article,
        "paragraph": None if now.paragraph is None else str(now.paragraph),
        "entity": now.entity,
        "source": now.source,
        "scorer": "news" if scorer() == "news" else None,
    }


def _from_url() -> dict[str, str | None]:
    return {name: st.query_params.get(name) for name in _as_url()}
