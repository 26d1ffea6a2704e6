"""The link of the screen: what is chosen, filtered and scored, as query parameters.

Each parameter has a form; what does not fit it is left alone, and said in one line. Paragraphs
stand in the link as they are numbered on the screen: "4" is the fourth of the body, "part-2" the
second piece of the whole text where that is not body, such as the standfirst.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import streamlit as st

from analysis import Analysis
from ui import state
from ui.state import Filters, Selection

FORMS = {
    "article": re.compile(r"[\w.:-]{1,200}"),
    "paragraph": re.compile(r"(?:part-)?[0-9]{1,6}"),
    "entity": re.compile(r"[\w.:-]{1,60}"),
    "source": re.compile(r"[\w.:-]{1,60}"),
    "show": re.compile(r"[^\x00-\x1f]{1,1500}"),
    "part": re.compile(r"[A-Za-z ]{1,40}"),
    "scorer": re.compile("|".join(state.SCORERS)),
    "filter": re.compile(r"[^\x00-\x1f]{1,1000}"),
    "within": re.compile(r"[^\x00-\x1f]{1,1000}"),
    "who": re.compile(r"[^\x00-\x1f]{1,200}"),
    "group": re.compile(r"[^\x00-\x1f]{1,500}"),
    "cell": re.compile(r"[^\x00-\x1f]{1,1500}"),
}
_PAIR = re.compile(r"([a-z_]{1,30}):(.{1,300})")
_WRITTEN = "_links_written"
_BODY = "_body_of_link"
_ASKED = "_asked_paragraph"
_REMEMBERED = 20
LAG = 1.0
"""Seconds in which the browser may still send the link it had before the last change."""


@dataclass(frozen=True, slots=True)
class Written:
    """A link this session wrote, and when."""

    link: dict[str, str]
    at: float


def restore() -> Selection:
    """Take up the link where it says something new: a visit begins, or Back was pressed."""
    asked = _asked()
    changed = state.changed_here()
    if not state.started() or (asked and not changed and asked != link() and not _late(asked)):
        _adopt(asked)
    return state.selection()


def keep_valid(analysis: Analysis) -> None:
    """Drop from the selection what this article does not have, and write the link."""
    now, article = state.selection(), analysis.article
    body = tuple(p.index for p in article.body)
    st.session_state[_BODY] = (article.id, body)
    place = now.paragraph
    if asked := st.session_state.pop(_ASKED, None):
        place = index_of(asked, body)
    kept = Selection(
        article.id,
        place if place is not None and place < len(article.paragraphs) else None,
        now.entity if any(e.id == now.entity for e in analysis.entities) else None,
        now.source if any(s.id == now.source for s in analysis.sources) else None,
        now.show,
    )
    state.settle(kept)
    write()


def write() -> None:
    """Make the browser's address say what is chosen; one entry in its history for each change."""
    wanted, now = link(), st.query_params.to_dict()
    if wanted == {k: v for k, v in now.items() if k in FORMS}:
        return
    st.query_params.from_dict({k: v for k, v in now.items() if k not in FORMS} | wanted)
    _remember(wanted)


def link(
    *, filters: Mapping[str, tuple[str, ...]] | None = None, **instead: str | None
) -> dict[str, str]:
    """What is chosen as query parameters; ``instead`` puts others in their place."""
    now = state.selection()
    on = state.filters() if filters is None else filters
    made: dict[str, str | None] = {
        "article": now.article,
        "paragraph": _number(now),
        "entity": now.entity,
        "source": now.source,
        "show": now.show,
        "part": state.part(),
        "scorer": None if state.scorer() == state.SCORERS[0] else state.scorer(),
        "filter": written(on) or None,
        "within": written(state.within()) or None,
        "who": _text(state.chosen("who")),
        "group": _text(state.chosen("group")),
        "cell": _text(state.chosen("cell")),
    }
    return {name: value for name, value in (made | instead).items() if value}


def written(conditions: Mapping[str, tuple[str, ...]]) -> str:
    """Conditions in one parameter: "mode:direct,mixed;paragraphs:2..5"."""
    return ";".join(
        f"{name}:{','.join(_safe(v) for v in values)}"
        for name, values in sorted(conditions.items())
    )


def conditions(text: str) -> Filters:
    """The conditions of ``written``; pieces that are no condition are left out."""
    found = (_PAIR.fullmatch(piece) for piece in text.split(";"))
    return {m[1]: tuple(unquote(v) for v in m[2].split(",") if v) for m in found if m}


def _safe(value: str) -> str:
    """A value without the marks that part conditions and values."""
    return "".join(f"%{ord(c):02X}" if c in "%,;" else c for c in value)


def index_of(number: str, body: tuple[int, ...]) -> int | None:
    """The index of the paragraph a link calls "4" (of the body) or "part-2" (of all)."""
    place = int(number.removeprefix("part-")) - 1
    if number.startswith("part-"):
        return place if place >= 0 else None
    return body[place] if 0 <= place < len(body) else None


def _text(value: int | str | None) -> str | None:
    return None if value is None else str(value)


def _number(now: Selection) -> str | None:
    if now.paragraph is None:
        return None
    article, body = st.session_state.get(_BODY, (None, ()))
    if article == now.article and now.paragraph in body:
        return str(body.index(now.paragraph) + 1)
    return f"part-{now.paragraph + 1}"


def _adopt(asked: Mapping[str, str]) -> None:
    state.settle(
        Selection(
            asked.get("article"), None, asked.get("entity"), asked.get("source"), asked.get("show")
        )
    )
    if "paragraph" in asked:
        st.session_state[_ASKED] = asked["paragraph"]
    chosen = state.selection() != Selection(asked.get("article"))
    state.open_sheet(chosen or "paragraph" in asked)
    state.settle_part(asked.get("part"))
    if "scorer" in asked:
        state.settle_scorer(asked["scorer"])
    state.settle_filters(conditions(asked.get("filter", "")))
    state.settle_within(conditions(asked.get("within", "")))
    state.settle_aside(asked)


def _asked() -> dict[str, str]:
    """What the address asks for, in the forms we know; what does not fit is told once."""
    found, wrong = {}, []
    for name, form in FORMS.items():
        value = st.query_params.get(name)
        if value is None:
            continue
        if form.fullmatch(value):
            found[name] = value
        else:
            wrong.append(name)
    if wrong:
        st.info(f"This link says something that is not understood: {', '.join(wrong)}.")
    return found


def _late(asked: Mapping[str, str]) -> bool:
    """Whether the browser sent a link that this session has only just replaced."""
    before: list[Written] = st.session_state.get(_WRITTEN, [])
    if not before or time.monotonic() - before[-1].at > LAG:
        return False
    return any(w.link == asked for w in before)


def _remember(wanted: dict[str, str]) -> None:
    before: list[Written] = st.session_state.get(_WRITTEN, [])
    st.session_state[_WRITTEN] = [*before, Written(wanted, time.monotonic())][-_REMEMBERED:]
