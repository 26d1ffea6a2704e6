"""The Tone page's own controls: scorer, neutral band, own words, filters, sentence cards."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Scorer, ToneWord
from analysis.tables import VOICE_WORDS, filter_sentences, turning_point
from analysis.tone import NEUTRAL_BAND, describe_tone, name_tone, read_word_list, tones_disagree
from ui import state
from ui.kit import figure_row, paragraph_range
from ui.text import count, plain, signed

SCORERS = {"plain": "Plain VADER", "news": "News-tuned"}
CARDS = 3
"""Strongest sentences shown of each sign."""
OWN = "tone_own_words"
_EXAMPLE = "landslide 1.5\nbitter row −2"
Overrides = tuple[tuple[str, float], ...]


def choose_scorer() -> tuple[Scorer, bool, float]:
    """Which scorer is on, whether the other is shown beside it, and the neutral band."""
    scorer, beside, band = st.columns([3, 2, 3], vertical_alignment="bottom")
    with scorer:
        st.session_state["tone_scorer"] = state.scorer()
        st.segmented_control(
            "Scorer",
            list(SCORERS),
            key="tone_scorer",
            format_func=SCORERS.__getitem__,
            required=True,
            on_change=_scorer_chosen,
            help="News-tuned passes over names and knows about 4,600 words of news English; "
            "plain VADER is the library as it is.",
        )
    with beside:
        both = st.toggle("Show both", key="tone_both_scorers", help="A chart of the two scorers")
    with band:
        width = st.slider(
            "Neutral up to ±",
            0.0,
            0.5,
            NEUTRAL_BAND,
            0.05,
            key="tone_band",
            help="A score nearer to 0 is called neutral. 0.05 is VADER's own cut.",
        )
    return state.scorer(), both, float(width)


def _scorer_chosen() -> None:
    chosen = st.session_state["tone_scorer"]
    if chosen in SCORERS:
        state.choose_scorer(chosen)


def own_words() -> Overrides:
    """The reader's own valences, typed or uploaded; they go before the scorer's."""
    with st.expander("Your own words", icon=":material/edit_note:", key="tone_own"):
        st.file_uploader(
            "Upload a word list (.txt or .csv: one word or phrase and a number a line)",
            type=["txt", "csv", "tsv"],
            key="tone_upload",
            on_change=_uploaded,
        )
        st.text_area(
            "One word or phrase a line, then its weight from −4 to 4; 0 silences it",
            key=OWN,
            placeholder=_EXAMPLE,
            height=120,
        )
        text = str(st.session_state.get(OWN) or "").replace("−", "-")
        words, wrong = read_word_list(text)
        if wrong:
            st.warning(
                f"{count(len(wrong), 'line')} not understood, such as: {plain(wrong[0][:60])}"
            )
        told, reset = st.columns([3, 1], vertical_alignment="center")
        told.caption(
            f"{count(len(words), 'word')} of your own in use on this page. They last as long as "
            "this visit; keep your list in a file."
        )
        reset.button("Reset", key="tone_reset", on_click=_reset, disabled=not text)
    return words


def _uploaded() -> None:
    file = st.session_state.get("tone_upload")
    if file is not None:
        text = file.getvalue()[:200_000].decode("utf-8-sig", "replace")
        before = str(st.session_state.get(OWN) or "").rstrip()
        st.session_state[OWN] = f"{before}\n{text}".lstrip("\n")


def _reset() -> None:
    st.session_state[OWN] = ""


def filtered(analysis: Analysis, table: pd.DataFrame) -> pd.DataFrame:
    """The sentences that pass the reader's filters, drawn folded above the charts."""
    sources = {s.id: s.name for s in analysis.sources if s.id in set(table["source"])}
    named = {i for ids in table["entities"] for i in str(ids).split()}
    entities = {e.id: e.name for e in analysis.entities if e.id in named}
    roles = list(dict.fromkeys(table["role"]))
    with st.expander("Filter the sentences", icon=":material/filter_list:", key="tone_filters"):
        first, second = st.columns(2)
        role = first.pills(
            "Part of the article",
            roles,
            selection_mode="multi",
            default=[r for r in roles if r == "body"],
            key="tone_role",
        )
        voice = second.pills("Voice", VOICE_WORDS, selection_mode="multi", key="tone_voice")
        source = first.multiselect(
            "Source", list(sources), format_func=sources.__getitem__, key="tone_source"
        )
        entity = second.multiselect(
            "Name", list(entities), format_func=entities.__getitem__, key="tone_entity"
        )
        low, high = first.slider("Score from … to", -1.0, 1.0, (-1.0, 1.0), 0.05, key="tone_range")
        with second:
            numbers = paragraph_range(table["number"], "tone_paragraphs")
    kept = filter_sentences(
        table, roles=role, voices=voice, sources=source, entities=entity, low=low, high=high
    )
    return kept if numbers is None else kept[kept["number"].between(*numbers)]


def summary(analysis: Analysis, paragraphs: pd.DataFrame, by: str, band: float) -> None:
    """The figures, headline beside body, and one sentence on where it turns."""
    tone = analysis.sentiment
    parts = {"Article": tone.article, "Writer": tone.writer, "Attributed": tone.quoted}
    if tone.headline is not None:
        parts["Headline"] = tone.headline
    figure_row([(label, *_said(value, band)) for label, value in parts.items()])
    if tones_disagree(tone.headline, tone.article, band):
        st.warning("Headline and body disagree: one is positive, the other negative.")
    turn = turning_point(paragraphs[paragraphs["number"] > 0])
    if turn is None or abs(turn[1] - turn[2]) < 2 * band:
        st.markdown(f"By {by}, its tone stays much the same throughout.")
        return
    st.markdown(
        f"By {by}, it turns at **paragraph {turn[0]}**: {describe_tone(turn[1])} before, "
        f"{describe_tone(turn[2])} from there on."
    )


def _said(value: float | None, band: float) -> tuple[str, str]:
    if value is None:
        return "–", "no words"
    return signed(value), name_tone(value, band)


def sentence_cards(analysis: Analysis, sentences: pd.DataFrame) -> None:
    """The most negative and the most positive sentences, their words marked."""
    ranked = sentences.sort_values("compound", kind="stable")
    low = ranked[ranked["compound"] < 0].head(CARDS)
    high = ranked[ranked["compound"] > 0].iloc[::-1].head(CARDS)
    for title, rows in (("Most negative", low), ("Most positive", high)):
        if rows.empty:
            st.caption(f"{title}: no such sentence.")
            continue
        st.markdown(f"**{title}**")
        for row in rows.itertuples(index=False):
            _card(analysis, row)


def _card(analysis: Analysis, row: Any) -> None:
    sentence, paragraph = int(row.sentence), int(row.paragraph)
    tones = {t.sentence: t for t in analysis.sentiment.sentences}
    number = int(row.number)
    place = f"paragraph {number}" if number else str(row.role)
    with st.container(border=True, key=f"tone_card_{sentence}"):
        span = analysis.tagged.sentences[sentence].span
        st.markdown(marked(analysis.article.text, span.start, span.end, tones[sentence].words))
        st.caption(f"{describe_tone(float(row.compound))} · {place} · {plain(str(row.because))}")
        st.button(
            f"Show {place} in the text",
            key=f"tone_show_{sentence}",
            type="tertiary",
            on_click=state.select,
            kwargs={"paragraph": paragraph},
        )


def marked(text: str, start: int, end: int, words: tuple[ToneWord, ...]) -> str:
    """The sentence as escaped Markdown, its tone words on a tint with what they counted."""
    parts, at = [], start
    for word in sorted(words, key=lambda w: w.span):
        if word.span.start < at or not word.counted:
            continue
        tint = "blue" if word.counted > 0 else "orange"
        value = f"{word.counted:+.1f}".replace("-", "−")
        parts.append(_escaped(text[at : word.span.start]))
        parts.append(f":{tint}-background[{plain(word.span.of(text))} {plain(value)}]")
        at = word.span.end
    parts.append(_escaped(text[at:end]))
    return "".join(parts).strip()


def _escaped(text: str) -> str:
    """Escaped, but keeping the blanks at both ends that ``plain`` strips."""
    inner = plain(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return f"{before}{inner}{after}"
