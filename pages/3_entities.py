"""Entities: who and what the article is about, how often, and where."""

import streamlit as st

from analysis.records import Span
from analysis.tables import ranked_table
from ui.entities import (
    choose_entity,
    correction_panel,
    figures,
    filtered,
    left_open,
    passages,
    quoted_or_named,
    ranked_names,
    together,
    tone_of_names,
    where,
)
from ui.frame import choose_article, columns, foot, page_guard, page_head, sections
from ui.reading import reading_view

page_guard()
analysis = choose_article()
page_head("Who is it about?", analysis)

left, right = columns(analysis)
marked: list[Span] = []
with left:
    places = filtered(analysis)
    ranked = ranked_table(analysis, places)
    if ranked.empty:
        st.info(
            "No name passes these filters. Choose more types or parts of the article."
            if analysis.entities
            else "No person, place or body is named in this article."
        )
        correction_panel(analysis, None)
    else:
        figures(ranked)
        ranked_names(ranked)
        chosen = choose_entity(ranked)
        if chosen:
            marked = passages(places[places["entity"] == chosen].reset_index(drop=True))
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
    reading_view(analysis, layers=["names"], highlight=marked)
