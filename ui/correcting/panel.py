"""The panel above the text in which the words chosen are put right, and what was put right."""

from __future__ import annotations

from functools import partial

import streamlit as st

from analysis import Analysis
from analysis.corrections import correction_log
from analysis.records import Paragraph
from ui import state
from ui.articles import said_last, shelf, take_back
from ui.correcting.article import facts_panel, paragraph_panel
from ui.correcting.names import name_panel
from ui.correcting.statements import statement_panel, statements_at
from ui.correcting.words import Chosen, chosen_words, forget, is_open, open_panel
from ui.text import count, plain

WHAT = ("Name", "Statement", "Part", "Article", "Made")
KEY = "correct_what"
_ABOUT = "_correct_about"
SHOWN = 20
"""Corrections told at once, the latest first."""
HOW = (
    "Drag over words in the text. By keys: go into the text, move with the arrow keys, hold Shift "
    "to choose more, press Enter."
)


def correct_button() -> None:
    """Opens the panel, or closes it."""
    st.button(
        "Correct",
        key="correct_open",
        icon=":material/edit:",
        on_click=partial(open_panel, not is_open()),
        help="Choose words in the text and say what is wrong with them",
    )


def correction_panel(analysis: Analysis) -> None:
    """What was chosen, what can be wrong with it, and the corrections made; nothing if closed."""
    if not is_open():
        return
    chosen = chosen_words(analysis)
    with st.container(key="correcting", border=True, gap="small"):
        _head(analysis, chosen)
        if said := said_last():
            st.caption(plain(said))
        made = len(analysis.corrections)
        what = _what(analysis, chosen, made)
        if what == "Made":
            _made(analysis)
        elif what == "Article":
            facts_panel(analysis)
        elif what == "Part":
            paragraph_panel(analysis, _paragraph(analysis, chosen))
        elif what == "Statement":
            statement_panel(analysis, chosen)
        elif chosen.span:
            name_panel(analysis, chosen.span)
        else:
            st.caption(HOW)


def _head(analysis: Analysis, chosen: Chosen) -> None:
    with st.container(
        key="correct_head", horizontal=True, vertical_alignment="center", gap="small"
    ):
        if chosen.span:
            words = " ".join(chosen.span.of(analysis.article.text).split())
            short = words if len(words) <= 40 else words[:39] + "…"
            st.markdown(f"What is wrong with “**{plain(short)}**”?", width="stretch")
        else:
            st.markdown("**What is wrong?**", width="stretch")
        st.button("Close", key="correct_close", type="tertiary", on_click=_close, args=(analysis,))


def _close(analysis: Analysis) -> None:
    forget(analysis)
    open_panel(False)


def _what(analysis: Analysis, chosen: Chosen, made: int) -> str:
    """What the reader wants to put right; new words set it to what they most likely are."""
    about = (chosen.article, chosen.span)
    if st.session_state.get(_ABOUT) != about or st.session_state.get(KEY) not in WHAT:
        st.session_state[_ABOUT] = about
        if chosen.span:
            st.session_state[KEY] = _likely(analysis, chosen)
        elif st.session_state.get(KEY) not in WHAT:
            st.session_state[KEY] = "Made" if made else "Name"
    found = st.segmented_control(
        "About",
        WHAT,
        key=KEY,
        format_func=lambda w: f"Made ({made})" if w == "Made" else w,
        required=True,
        label_visibility="collapsed",
    )
    return str(found)


def _likely(analysis: Analysis, chosen: Chosen) -> str:
    assert chosen.span is not None  # asked for new words only
    if chosen.content or chosen.source or chosen.cue:
        return "Statement"
    names = any(m.span.overlaps(chosen.span) for e in analysis.entities for m in e.mentions)
    words = len(chosen.span.of(analysis.article.text).split())
    said = statements_at(analysis, chosen.span)
    return "Statement" if words > 4 or (said and not names) else "Name"


def _paragraph(analysis: Analysis, chosen: Chosen) -> Paragraph | None:
    if chosen.span:
        return analysis.article.paragraph_at(chosen.span.start)
    index = state.selection().paragraph
    return None if index is None else analysis.article.paragraphs[index]


def _made(analysis: Analysis) -> None:
    """Each correction as a sentence, with its undo."""
    log = list(zip(analysis.corrections, correction_log(analysis), strict=True))
    if not log:
        st.caption("Nothing was corrected in this article yet.")
        return
    if not _kept_for_good(analysis):
        st.caption("Kept for this session: save the article to keep it for good.")
    for number, (correction, said) in list(enumerate(log))[::-1][:SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(plain(said), width="stretch")
            st.button(
                "Undo",
                key=f"undo_{number}",
                help=f"Take this back: {said}",
                on_click=partial(take_back, analysis.article.id, correction),
            )
    if len(log) > SHOWN:
        st.caption(f"The latest {SHOWN} of {count(len(log), 'correction')}.")


def _kept_for_good(analysis: Analysis) -> bool:
    return any(e.id == analysis.article.id and not e.sample for e in shelf.entries())
