"""Library: what is kept, and what repeats."""

import streamlit as st

from library import sample_articles
from ui.articles import shelf
from ui.frame import choose_article, columns, open_link, page_guard, page_head
from ui.library import (
    actions,
    all_repeats,
    deleted_articles,
    filters,
    kept_rows,
    list_line,
    list_table,
    own_copy_filter,
    own_words,
    repeats_of,
    results,
    say,
    show_list,
    show_repeats,
    transfer_parts,
)
from ui.reading import reading_view

page_guard()
analysis = choose_article()
page_head("What do you have, and what repeats?", analysis)
say()
store = shelf.opened()
if trouble := shelf.trouble():
    st.warning(trouble)

everything = kept_rows(store)
titles = {a.id: a.title or "Untitled article" for a in sample_articles()}
titles |= {row.id: row.title or "Untitled article" for row in everything}
own = own_copy_filter()
if store and everything:
    rows = filters(store)
    repeats = all_repeats(store, everything)
    table = list_table(rows, repeats, own_words(store, everything) if own else None)
    st.caption(list_line(table, rows, everything))
    if table.empty:
        st.info("No article matches: search for other words, or choose another collection.")
    elif chosen := show_list(table):
        actions(store, chosen)
    results(store)
else:
    st.info("Your library is empty. The samples are not part of it.")
    open_link("5_add.py", "Add articles")

left, right = columns(analysis)
with left:
    marked = show_repeats(analysis, repeats_of(store, everything, analysis), titles, own)
    if store:
        transfer_parts(store)
        deleted_articles(store)
with right:
    reading_view(analysis, layers=(), highlight=marked)
