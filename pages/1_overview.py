"""Overview: the article in five figures, one picture and three cards."""

import streamlit as st

from analysis.tables import entity_table, source_table
from charts.overview import course, small_names, small_tone, small_voices
from ui.cache import made_once
from ui.frame import choose_article, columns, foot, full, open_link, page_guard, page_head
from ui.kit import (
    apart,
    body_paragraphs,
    figure,
    name_sentences,
    names_of,
    show,
    tone_name,
    tone_sentences,
    voice_sentences,
    voices_of,
)
from ui.reading import reading_view
from ui.text import count, plain, share, signed

page_guard()
analysis = choose_article()
page_head("What is this article like?", analysis, score=False)

tone, names, voices = analysis.sentiment, names_of(analysis), voices_of(analysis)
body = body_paragraphs(analysis)
with st.container(key="figures"), st.grid(5, min_column_width=150):
    figure(
        "Tone",
        signed(tone.article),
        tone_name(tone.article),
        "Mean VADER score of all body sentences, from −1 to +1; the line is its course.",
        line=course(body) if len(body) > 1 else None,
    )
    figure(
        "Writer · quoted",
        f"{signed(tone.writer)} · {signed(tone.quoted)}",
        apart(analysis),
        "Tone of the writer's own words, and of what is credited to others.",
    )
    figure(
        "People · places · bodies",
        f"{names.people} · {names.places} · {names.bodies}",
        count(names.total, "name"),
        "Different names in the body, each real person, place or body counted once.",
    )
    figure(
        "Voices",
        f"{voices.sources:,}",
        f"{share(voices.words, voices.body_words)} of words",
        "Sources that are credited with something, and their share of the body's words.",
    )
    figure(
        "Unnamed",
        f"{voices.unnamed} of {voices.sources}",
        f"{share(voices.unnamed_words, voices.words)} of their words",
        "Sources without a name or a post that tells who it is, and their share of all words "
        "credited to sources.",
    )

full(analysis)
left, right = columns(analysis)
with left:
    with st.container(border=True):
        st.subheader("How it sounds", anchor=False)
        st.markdown(plain(tone_sentences(analysis)))
        if len(body) > 1:
            show(
                small_tone(body),
                key="small_tone",
                table=body[["paragraph", "number", "compound", "words", "text"]],
                picks="paragraph",
                alt=tone_sentences(analysis),
                how="Mean VADER score of each paragraph's sentences.",
            )
        open_link("2_tone.py", "Open Tone")
    with st.container(border=True):
        st.subheader("Who it is about", anchor=False)
        st.markdown(plain(name_sentences(analysis)))
        if names.total:
            named = made_once(entity_table, analysis)
            show(
                small_names(named),
                key="small_names",
                table=named[["entity", "name", "type", "count", "forms"]],
                picks="entity",
                alt=name_sentences(analysis),
                how="Name mentions in the body, all ways of writing it together; the first five.",
            )
        open_link("3_entities.py", "Open Entities")
    with st.container(border=True):
        st.subheader("Who is speaking", anchor=False)
        st.markdown(plain(voice_sentences(analysis)))
        if voices.words:
            heard = made_once(source_table, analysis)
            show(
                small_voices(heard),
                key="small_voices",
                table=heard[["source", "name", "namedness", "attributions", "words", "share"]],
                picks="source",
                alt=voice_sentences(analysis),
                how="Body words credited to each source, the innermost speaker; the first five.",
            )
        open_link("4_sources.py", "Open Sources")
with right:
    reading_view(analysis)
foot(
    analysis,
    "Tone is VADER's, by sentence and averaged; names are merged so that each person, place or "
    "body counts once; every word of the body belongs to the writer or to exactly one source.",
)
