"""A short tour: offered on the first start, called again from the foot of the sidebar."""

from __future__ import annotations

import streamlit as st

from ui.preferences import prefer, preference

SEEN = "tour_seen"
_STEP = "_tour_step"
STEPS = (
    (
        "Sentences first",
        "Three sentences say how the article sounds, who it is about and who speaks. Click a "
        "figure in them: the words behind it light up in the text.",
    ),
    (
        "One picture",
        "Each column of the picture is a paragraph. From the top: its tone, who speaks in it, and "
        "who is named. Click anything: the text goes there. Back takes you back.",
    ),
    (
        "Three pages more",
        "Tone, Names and Sources ask one question each. “Filter” narrows figures, charts and "
        "marks; what is on stands above the figures until you take it away.",
    ),
    (
        "Put it right",
        "Drag over words in the text, or go there by arrow keys with Shift, and say what is wrong: "
        "a name or statement missed, who says it, where it ends. Every correction can be undone.",
    ),
    (
        "Your own articles",
        "“Add your own” takes text, files or a folder. Nothing leaves this machine, and nothing "
        "is kept before you say so.",
    ),
)


def tour(*, offer: bool) -> None:
    """The step the reader is at, on whatever page; where asked, the offer on the first start."""
    step = st.session_state.get(_STEP)
    if step is None:
        if not offer or preference(SEEN) or "_tour_declined" in st.session_state:
            return
        with st.container(key="tour", horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.markdown("New here?", width="content")
            st.button("Take the tour", key="tour_start", on_click=start_tour)
            st.button("Not now", key="tour_decline", type="tertiary", on_click=_end)
        return
    title, text = STEPS[step]
    with st.container(key="tour", border=True):
        st.markdown(f"**{step + 1} of {len(STEPS)}: {title}.** {text}")
        with st.container(horizontal=True):
            if step:
                st.button("Back", key="tour_back", on_click=_go, args=(step - 1,))
            if step + 1 < len(STEPS):
                st.button("Next", key="tour_next", on_click=_go, args=(step + 1,))
            st.button("End the tour", key="tour_end", type="tertiary", on_click=_end)


def start_tour() -> None:
    """Begin the tour, from wherever it is called."""
    _go(0)


def _go(step: int) -> None:
    st.session_state[_STEP] = step


def _end() -> None:
    st.session_state[_STEP] = None
    st.session_state["_tour_declined"] = True
    prefer(SEEN, True)
