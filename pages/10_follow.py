"""Follow: the library over time, by outlet, author and collection, and as a network."""

import streamlit as st

from ui.articles import shelf
from ui.follow import (
    followed,
    groups_part,
    network_part,
    scoped,
    time_part,
    verbs_part,
)
from ui.frame import choose_article, columns, head_line, open_link, page_guard, page_head, sections
from ui.library import results
from ui.reading import reading_view

page_guard()
analysis = choose_article()
store = shelf.opened()
library = followed(store)
left, right = columns()
with left:
    page_head("What changes over time?")
    if not library.articles:
        st.info(
            "Nothing to follow yet: keep articles in your library first, from five of one outlet "
            "or month on. The samples are no part of it."
        )
        open_link("5_add.py", "Add articles")
    if library.waiting and store:
        results(store)
    if library.articles:
        shown = scoped(store, library)
        if not shown.articles:
            st.info("No article passes these filters.")
        else:
            sections(
                {
                    "Over time": lambda: time_part(shown),
                    "By group": lambda: groups_part(shown),
                    "Verbs": lambda: verbs_part(shown),
                    "Network": lambda: network_part(shown),
                }
            )
with right:
    st.markdown(head_line(analysis))
    reading_view(analysis)
