"""What the reader has chosen, shared by all pages and held in the link.

The truth lives in the session; the link (``ui.link``) is its mirror, so it shows the same screen
and Back undoes a choice. Chart selections and widget values die on a page switch, so they only
ever report here.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Literal

import streamlit as st

from analysis.records import Scorer
from analysis.tone import NEUTRAL_BAND
from ui.preferences import prefer, preference

Kind = Literal["paragraph", "entity", "source", "show", "who", "group", "cell"]
"""What a mark can choose: the first four in the article, the others in several."""
ASIDE: tuple[Kind, ...] = ("who", "group", "cell")
"""Chosen in the library or in articles compared: another article leaves them alone."""
Filters = dict[str, tuple[str, ...]]
"""What each filter that is on lets through, by the filter's name; ``ui.filters`` knows them."""
SCORERS: tuple[Scorer, ...] = ("news", "plain")
"""The first is on until the reader chooses the other."""
_STATE = "_selection"
_SCORER = "_scorer"
_FILTERS = "_filters"
_CHANGED = "_changed_here"
_ASIDE = "_aside"
_WITHIN = "_within"
_SHEET = "_text_on_top"
_PART = "_open_part"
_PICKS = "_charts_that_pick"
_drawing: ContextVar[bool] = ContextVar("drawing", default=False)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen: ``paragraph`` is a paragraph index, ``entity`` and ``source`` are ids.

    ``show`` names passages to point at, such as the statements of unnamed people
    ("statements;named:anonymous"), as ``ui.filters`` writes them.
    """

    article: str | None = None
    paragraph: int | None = None
    entity: str | None = None
    source: str | None = None
    show: str | None = None


class _Keep:
    """Stands for "leave as it is", so that None can mean "choose nothing"."""


KEEP = _Keep()


def selection() -> Selection:
    """What is chosen now."""
    found = st.session_state.get(_STATE)
    return found if isinstance(found, Selection) else Selection()


def started() -> bool:
    """Whether this visit has chosen anything yet, were it only an article."""
    return _STATE in st.session_state


def select(
    *,
    article: str | _Keep | None = KEEP,
    paragraph: int | _Keep | None = KEEP,
    entity: str | _Keep | None = KEEP,
    source: str | _Keep | None = KEEP,
    show: str | _Keep | None = KEEP,
) -> None:
    """Choose; None clears. In a callback it records, in a page's body it also reruns.

    Another article clears the rest, which belongs to the old one.
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
    if not isinstance(show, _Keep):
        after = replace(after, show=show)
    if after == before:
        return
    if after.article == before.article:
        st.session_state[_SHEET] = after != Selection(after.article)
    _change(_STATE, after)


def put(kind: Kind, value: object) -> None:
    """Choose a paragraph, entity, source, passages or group by their kind; None lets go."""
    if kind in ASIDE:
        held = dict(st.session_state.get(_ASIDE, {}))
        if held.get(kind) != value:
            _change(_ASIDE, {**held, kind: None if value is None else str(value)})
    elif kind == "paragraph":
        select(paragraph=None if value is None else int(str(value)))
    elif kind == "entity":
        select(entity=None if value is None else str(value))
    elif kind == "source":
        select(source=None if value is None else str(value))
    else:
        select(show=None if value is None else str(value))


def chosen(kind: Kind) -> int | str | None:
    """What is chosen of this kind."""
    if kind in ASIDE:
        held: dict[str, str | None] = st.session_state.get(_ASIDE, {})
        return held.get(kind)
    found: int | str | None = getattr(selection(), kind)
    return found


def settle_aside(wanted: Mapping[str, str | None]) -> None:
    """Take whom and which group a link asks for, without a rerun."""
    st.session_state[_ASIDE] = {kind: wanted.get(kind) for kind in ASIDE}


def toggle(kind: Kind, value: str | int) -> None:
    """Choose it, or let go of it when it is chosen already."""
    put(kind, None if chosen(kind) == value else value)


def settle(chosen: Selection) -> None:
    """Take this as what is chosen, without a rerun: it came from the link, or was cleaned."""
    st.session_state[_STATE] = chosen


def chart_picks(key: str, *kinds: Kind) -> None:
    """Say what a click on a mark of this chart chooses, so that the text can show it at once."""
    st.session_state[_PICKS] = charts_that_pick() | {key: list(kinds)}


def charts_that_pick() -> dict[str, list[str]]:
    """By the key of each chart drawn in this visit: what its marks choose."""
    found: dict[str, list[str]] = st.session_state.get(_PICKS, {})
    return found


def sheet() -> bool:
    """Whether a narrow screen shows the text over the page: something was just chosen."""
    return bool(st.session_state.get(_SHEET))


def open_sheet(on: bool) -> None:
    """Put the text over the page on a narrow screen, or take it away."""
    st.session_state[_SHEET] = on


def part() -> str | None:
    """The name of the tab that was opened last; a page without it shows its first."""
    found = st.session_state.get(_PART)
    return str(found) if found else None


def open_part(name: str | None) -> None:
    """Open this tab; rules as for ``select``."""
    if name != part():
        _change(_PART, name)


def settle_part(name: str | None) -> None:
    """Take the tab a link asks for, without a rerun."""
    st.session_state[_PART] = name


# ---------------------------------------------------------------- the scorer


def scorer() -> Scorer:
    """Which tone scorer is on: "news" (news-tuned, the first choice) or "plain"."""
    found = st.session_state.get(_SCORER)
    if found not in SCORERS:
        found = st.session_state[_SCORER] = preference("scorer", SCORERS[0])
    return found if found in SCORERS else SCORERS[0]


def choose_scorer(value: Scorer) -> None:
    """Switch the tone scorer for every page and every later visit; rules as for ``select``."""
    if value != scorer():
        prefer("scorer", value)
        _change(_SCORER, value)


def settle_scorer(value: str | None) -> None:
    """Take the scorer a link asks for, for this visit only."""
    if value in SCORERS:
        st.session_state[_SCORER] = value


# ---------------------------------------------------------------- filters


def filters() -> Filters:
    """The filters that are on, by name."""
    found: Filters = st.session_state.get(_FILTERS, {})
    return dict(found)


def band_of(wanted: Mapping[str, tuple[str, ...]]) -> float:
    """How near to 0 a score is called neutral: VADER's own 0.05 until the reader says otherwise."""
    try:
        return min(0.5, max(0.0, float(wanted["band"][0])))
    except (KeyError, IndexError, ValueError):
        return NEUTRAL_BAND


def set_filter(name: str, values: tuple[str, ...]) -> None:
    """Let only these values of one filter through; none switches it off."""
    set_filters({**filters(), name: values})


def set_filters(wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Put these filters on and all others off; rules as for ``select``."""
    on = {name: values for name, values in wanted.items() if values}
    if on != filters():
        _change(_FILTERS, on)


def settle_filters(wanted: Filters) -> None:
    """Take the filters a link asks for, without a rerun."""
    st.session_state[_FILTERS] = wanted


# ---------------------------------------------------------------- the part of the library


def within() -> Filters:
    """The conditions on articles of the library, by name; ``ui.follow`` knows them."""
    found: Filters = st.session_state.get(_WITHIN, {})
    return dict(found)


def set_within(name: str, values: tuple[str, ...]) -> None:
    """Let only articles with these values through; none switches the condition off."""
    on = {n: v for n, v in {**within(), name: values}.items() if v}
    if on != within():
        _change(_WITHIN, on)


def clear_within() -> None:
    """Take all conditions on articles away."""
    if within():
        _change(_WITHIN, {})


def settle_within(wanted: Filters) -> None:
    """Take the conditions a link asks for, without a rerun."""
    st.session_state[_WITHIN] = wanted


# ---------------------------------------------------------------- drawing


def drawing(on: bool) -> None:
    """Mark whether a page's body is running (between runs, callbacks are)."""
    _drawing.set(on)


def changed_here() -> bool:
    """Whether the reader has chosen something since this was last asked: then the link is older."""
    return bool(st.session_state.pop(_CHANGED, False))


def _change(key: str, value: object) -> None:
    st.session_state[key] = value
    st.session_state[_CHANGED] = True
    if _drawing.get():
        st.rerun()
