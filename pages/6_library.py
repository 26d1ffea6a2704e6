"""Library: what is kept, and what repeats."""

import streamlit as st

from analysis.text import heading
from library import all_marks, sample_articles
from ui.articles import shelf
from ui.compare import ticked
from ui.follow import followed, found_rows, scope_bar
from ui.frame import choose_article, columns, head_line, open_link, page_guard, page_head
from ui.library import (
    actions,
    all_repeats,
    deleted_articles,
    files_of,
    keep_as_collection,
    kept_rows,
    list_line,
    list_table,
    own_copy_filter,
    own_words,
    repeats_of,
    results,
    say,
    search_box,
    show_hits,
    show_list,
    show_repeats,
    transfer_parts,
)
from ui.reading import reading_view
from ui.state import within

page_guard()
analysis = choose_article()
store = shelf.opened()
everything = kept_rows(store)
titles = {a.id: heading(a.title, a.text) for a in sample_articles()}
titles |= {row.id: heading(row.title, row.begins) for row in everything}

if not store or not everything:
    page_head("What do you have, and what repeats?")
    say()
    if trouble := shelf.trouble():
        st.warning(trouble)
    st.info(
        "Your library is empty. Articles you add and keep are listed here, with what they have in "
        "common; the samples are not part of it."
    )
    open_link("5_add.py", "Add articles")
    if store:
        transfer_parts(store)
        deleted_articles(store)
    st.stop()

page_head("What do you have, and what repeats?")
say()
if trouble := shelf.trouble():
    st.warning(trouble)
own = own_copy_filter()
words = search_box()
rows = found_rows(store, store.articles(words))
scope_bar(lambda: followed(store).frames, len(rows), len(everything))
if within():
    st.caption("Speaker, verb and unnamed source must hold of one statement together.")
repeats = all_repeats(store, everything)
table = list_table(rows, repeats, own_words(store, everything) if own else None)
st.caption(list_line(table, rows, everything))
if table.empty:
    st.info("No article matches: search for other words, or choose another collection.")
else:
    if chosen := show_list(table):
        actions(store, chosen)
        if len(chosen) > 1:
            ticked(chosen)
            open_link("9_compare.py", "Compare the ticked articles")
    files_of(store, chosen, list(table["id"]))
if within() and rows and store.writable:
    keep_as_collection(store, [row.id for row in rows])
results(store)

left, right = columns()
with left:
    show_hits(store, rows, words)
    st.markdown(head_line(analysis))
    marked = show_repeats(analysis, repeats_of(store, everything, analysis), titles, own)
    transfer_parts(store)
    deleted_articles(store)
if words and not own:
    marked = list(all_marks(analysis.article.text, words))
with right:
    reading_view(analysis, layers=(), highlight=marked)
