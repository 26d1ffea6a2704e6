"""The words a reader has chosen in the text, and what they are to be in a missed statement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from analysis import Analysis
from analysis.records import Correction, Span
from ui.articles import correct

_WORDS = "_words_chosen"
_OPEN = "_correcting"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of one article; the parts of a statement that were set aside from earlier choices."""

    article: str = ""
    span: Span | None = None
    content: Span | None = None
    source: Span | None = None
    cue: Span | None = None


def chosen_words(analysis: Analysis) -> Chosen:
    """What is chosen in this article; nothing once another is open."""
    found = st.session_state.get(_WORDS)
    mine = isinstance(found, Chosen) and found.article == analysis.article.id
    return found if mine else Chosen(analysis.article.id)  # type: ignore[return-value]


def choose_words(analysis: Analysis, asked: object) -> None:
    """Take what the browser says was chosen, which may be anything; None lets go."""
    now = chosen_words(analysis)
    if asked is None:
        st.session_state[_WORDS] = replace(now, span=None)
    elif (span := span_in(analysis, asked)) is not None:
        st.session_state[_WORDS] = replace(now, span=span)
        st.session_state[_OPEN] = True


def span_in(analysis: Analysis, asked: object) -> Span | None:
    """A stretch of one paragraph, without the blanks at its ends; None for anything else."""
    if not isinstance(asked, dict):
        return None
    start, end = asked.get("start"), asked.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return None
    paragraph = analysis.article.paragraph_at(start)
    if paragraph is None or end > paragraph.span.end:
        return None
    words = analysis.article.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def set_aside(analysis: Analysis, part: str) -> None:
    """Let the chosen words be this part of a statement: "content", "source" or "cue"."""
    now = chosen_words(analysis)
    aside: dict[str, Any] = {part: now.span}
    st.session_state[_WORDS] = replace(now, span=None, **aside)


def forget(analysis: Analysis) -> None:
    """Let go of the words and of what was set aside."""
    st.session_state[_WORDS] = Chosen(analysis.article.id)


def is_open() -> bool:
    """Whether the reader is correcting: the panel stands above the text."""
    return bool(st.session_state.get(_OPEN))


def open_panel(on: bool) -> None:
    """Put the panel above the text, or take it away."""
    st.session_state[_OPEN] = on


def spans_of(analysis: Analysis) -> tuple[Span, ...]:
    """The stretches to mark in the text: the words chosen and the parts set aside."""
    now = chosen_words(analysis)
    return tuple(sorted(s for s in (now.span, now.content, now.source, now.cue) if s))


def fix(
    analysis: Analysis,
    label: str,
    correction: Correction | None,
    *,
    key: str,
    primary: bool = False,
) -> None:
    """A button that makes this correction and lets go of the words; None: nothing to make yet."""
    st.button(
        label,
        key=key,
        type="primary" if primary else "secondary",
        disabled=correction is None,
        on_click=partial(_made, analysis, correction) if correction else None,
    )


def _made(analysis: Analysis, correction: Correction) -> None:
    correct(analysis.article.id, correction)
    forget(analysis)
