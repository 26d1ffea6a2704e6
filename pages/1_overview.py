"""Overview: the article in three sentences and one picture, its words beside them."""

import streamlit as st

from ui.cache import once
from ui.filters import filter_bar
from ui.frame import choose_article, columns, foot, full, open_link, page_guard, page_head
from ui.kit import how_right, prose
from ui.overview import name_sentence, tone_sentence, voice_sentence
from ui.reading import reading_view

page_guard()
analysis = choose_article()
left, right = columns()
with left:
    page_head("What is this article like?", analysis, score=False)
    filter_bar(
        analysis, None, "The sentences and the picture are of the whole article; only the marks "
        "in the text obey filters here."
    )  # fmt: skip
    prose(
        [once(tell, analysis) for tell in (tone_sentence, name_sentence, voice_sentence)],
        key="sentences",
    )
    with st.container(horizontal=True, gap="small", key="how_right_sentences"):
        how_right("sentence_tone", "How right is the tone?")
        how_right("sentence_names", "The names?")
        how_right("sentence_sources", "The sources?")
    full(analysis)
    with st.container(horizontal=True):
        open_link("2_tone.py", "How it sounds")
        open_link("3_entities.py", "Who it is about")
        open_link("4_sources.py", "Who is speaking")
    foot(
        analysis,
        "Tone is scored sentence by sentence and averaged; names are merged so that each person, "
        "place or body counts once; every word of the body belongs to the writer or to exactly "
        "one source.",
    )
with right:
    reading_view(analysis)
