"""Compare: the same story in two to six articles."""

import streamlit as st

from report import about
from ui.articles import said_joins
from ui.compare import (
    beside,
    choose,
    labels_of,
    names_part,
    passages_part,
    sources_part,
    statement_rows,
    tone_part,
)
from ui.frame import choose_article, page_guard, page_head, sections
from ui.kit import cite, take_data, take_report

page_guard()
current = choose_article()
page_head("How do they tell it?")
analyses = choose(current)
if len(analyses) < 2:
    st.info("Choose at least two articles; two reports of one event tell most.")
    st.stop()

cite(analyses)
labels = labels_of(analyses)
edits = said_joins()
shown = beside(analyses, labels, edits)
sections(
    {
        "Statements": lambda: statement_rows(shown.reports(), analyses, labels),
        "Tone": lambda: tone_part(shown),
        "Names": lambda: names_part(shown, edits),
        "Sources": lambda: sources_part(shown),
        "Passages": lambda: passages_part(analyses, labels),
    }
)
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    take_report(lambda: analyses, about(analyses), "compare")
    take_data(lambda: analyses, about(analyses), "compare", many=True)
