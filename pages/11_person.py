"""Person: one person, place or body across the library."""

import streamlit as st

from ui.articles import shelf
from ui.follow import (
    choose_person,
    company_of,
    figures_of,
    followed,
    heard_part,
    joins_part,
    passages_part,
    relays_part,
    scoped,
    somebody_chosen,
)
from ui.frame import choose_article, columns, head_line, open_link, page_guard, page_head, sections
from ui.reading import reading_view
from ui.text import plain

page_guard()
analysis = choose_article()
store = shelf.opened()
library = followed(store)
left, right = columns()
with left:
    page_head("Who is this?")
    if not library.articles:
        st.info(
            "Nobody to look up yet: keep articles in your library first. The samples are no part "
            "of it."
        )
        open_link("5_add.py", "Add articles")
    else:
        shown = scoped(store, library)
        who = choose_person(shown)
        if who is None:
            st.info("No article passes these filters, or none of them names anybody.")
        else:
            key: str = who
            st.subheader(plain(somebody_chosen(shown, key)), anchor=False)
            figures_of(shown, key)
            sections(
                {
                    "Statements": lambda: heard_part(shown, store, key),
                    "Passages": lambda: passages_part(shown, store, key),
                    "With whom": lambda: company_of(shown, key),
                    "Through whom": lambda: relays_part(shown, store, key),
                    "Why one": lambda: joins_part(shown, key),
                }
            )
with right:
    st.markdown(head_line(analysis))
    reading_view(analysis)
