"""Library: what is kept, and what repeats."""

import streamlit as st

from library.samples import sample_articles
from ui import columns, shelf
from ui.kept import (
    actions,
    deleted_articles,
    filters,
    kept_rows,
    list_line,
    list_table,
    say,
    show_list,
)
from ui.pick import choose_article
from ui.reader import reading_view
from ui.repeats import all_repeats, own_copy_filter, own_words, repeats_of, show_repeats
from ui.shell import open_link, page_guard, page_head
from ui.transfer import results, transfer

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
        transfer(store)
        deleted_articles(store)
with right:
    reading_view(analysis, layers=(), highlight=marked)
