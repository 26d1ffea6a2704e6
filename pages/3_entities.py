"""Names: who and what the article is about, how often, and where."""

import streamlit as st

from analysis.tables import ranked_table
from ui import state
from ui.cache import once
from ui.entities import (
    correction_panel,
    figures,
    left_open,
    passages,
    quoted_or_named,
    ranked_names,
    together,
    tone_of_names,
    where,
)
from ui.filters import filter_bar
from ui.frame import choose_article, columns, foot, page_guard, page_head, sections
from ui.reading import reading_view

page_guard()
analysis = choose_article()
left, right = columns()
with left:
    page_head("Who is it about?", analysis)
    places = filter_bar(analysis, "names")
    ranked = once(ranked_table, analysis, places)
    if ranked.empty:
        st.info(
            "No name passes these filters. Take some of them away."
            if analysis.entities
            else "No person, place or body is named in this article."
        )
        correction_panel(analysis, None)
    else:
        figures(places)
        ranked_names(ranked)
        chosen = state.selection().entity
        if chosen in set(places["entity"]):
            passages(places[places["entity"] == chosen].reset_index(drop=True))
        correction_panel(analysis, chosen)
        sections(
            {
                "Where": lambda: where(analysis, places, ranked),
                "Together": lambda: together(places),
                "Quoted or named": lambda: quoted_or_named(analysis),
                "Tone": lambda: tone_of_names(places),
                "Left open": lambda: left_open(analysis),
            }
        )
    foot(
        analysis,
        "Names are found by the language model and lists together, and every way of naming one "
        "person, place or body is merged by rules that the table of passages names. A name that "
        "could be several stays by itself and is listed as left open.",
    )
with right:
    reading_view(analysis, layers=["names"])
