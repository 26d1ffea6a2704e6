"""Tone: how the article sounds, where it turns, whose tone it is, and the words behind it."""

import streamlit as st

from analysis.tables import tone as tables
from ui import state
from ui.cache import once
from ui.filters import band_of, every, filter_bar
from ui.frame import choose_article, columns, foot, page_guard, page_head, sections
from ui.reading import reading_view
from ui.tone import (
    both_scorers,
    course,
    more_of_tone,
    paragraph_bars,
    scored_by,
    sentence_cards,
    summary,
    toward_names,
    whose_tone,
    with_own_words,
)

page_guard()
analysis = choose_article()
left, right = columns()
with left:
    page_head("How does it sound, and where does it turn?", analysis, score=False)
    bar = st.container()
    told = st.container()
    beside, words = more_of_tone()
    scorer, band = state.scorer(), band_of(state.filters())
    analysis, by = with_own_words(analysis, scorer, words), scored_by(scorer, words)
    with bar:
        sentences = filter_bar(analysis, "sentences")
    if every(analysis, "sentences", {}).empty:
        st.info("This article has no sentence that can be scored. Add its text on Add articles.")
    elif sentences.empty:
        st.info("No sentence passes these filters. Take some of them away.")
    else:
        with told:
            summary(analysis, sentences, by, band)
            paragraphs = once(tables.tone_paragraphs, sentences, band=band)
            paragraph_bars(analysis, paragraphs, sentences, by)
        if beside:
            both_scorers(analysis, scorer, words)
        sections(
            {
                "Course": lambda: course(analysis, sentences, band),
                "Whose tone": lambda: whose_tone(analysis, band),
                "Toward names": lambda: toward_names(analysis, band),
                "Strongest sentences": lambda: sentence_cards(analysis, sentences),
            }
        )
    foot(
        analysis,
        f"Tone: {by}, sentence by sentence, averaged per paragraph; −1 is most negative, +1 most "
        f"positive, within ±{band:.2f} neutral. Scores count words, not meaning: irony, "
        "reported crimes and quoted praise mislead them.",
    )
with right:
    reading_view(analysis, layers=["tone"])
