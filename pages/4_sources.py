"""Sources: who is speaking, in what manner, and how the words reached the reader."""

import streamlit as st

from ui import state
from ui.cache import once
from ui.entities import quoted_or_named
from ui.filters import every, filter_bar
from ui.frame import choose_article, columns, foot, page_guard, page_head, sections
from ui.reading import reading_view
from ui.sources import (
    audit_card,
    colours_of,
    correct_statement,
    every_statement,
    figures,
    routes,
    tone_of_words,
    verbs,
    where,
    with_source,
    words_of_each,
)

page_guard()
analysis = choose_article()
left, right = columns()
with left:
    page_head("Who is speaking?", analysis)
    everything = every(analysis, "statements", state.filters())
    if everything.empty:
        st.info(
            "Nothing in this article is attributed to anybody. Its words are all the writer's own."
        )
        correct_statement(analysis, everything, [])
        audit_card(analysis)
    else:
        statements = filter_bar(analysis, "statements")
        stated = once(with_source, statements)
        figures(analysis, statements)
        colours = once(colours_of, analysis)
        outermost = "outermost" in state.filters().get("credit", ())
        if stated.empty:
            st.info("No statement with a source passes these filters. Take some of them away.")
        else:
            words_of_each(statements, stated, colours)
        source = state.selection().source
        sections(
            {
                "Statements": lambda: every_statement(analysis, statements, source),
                "Where": lambda: where(analysis, statements, colours, outermost=outermost),
                "How they came": lambda: routes(stated, colours),
                "Verbs": lambda: verbs(stated, colours),
                "Heard or named": lambda: quoted_or_named(analysis),
                "Tone": lambda: tone_of_words(analysis, stated),
                "Audit": lambda: audit_card(analysis),
            }
        )
    foot(
        analysis,
        "Every word of the body belongs to the writer or to exactly one source. Statements are "
        "found by the language model and rules together, and words such as “she” or “the "
        "spokesman” are followed back to who they mean where one candidate remains.",
    )
with right:
    reading_view(analysis, layers=["quotations"])
