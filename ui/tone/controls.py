"""The Tone page's own controls: own words, both scorers, the figures, sentence cards."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import ToneWord
from analysis.tables import DEFINITIONS, count_tones, grouped, tone_columns, turning_point
from analysis.tables import tone as tables
from analysis.tone import describe_tone, read_word_list, tones_disagree
from ui import state
from ui.cache import once
from ui.kit import Figure, figure_row, tone_word
from ui.text import count, plain, signed

CARDS = 3
"""Strongest sentences shown of each sign."""
OWN = "tone_own_words"
SIDE = "tone_both_scorers"
_TYPED = "_tone_words_typed"
_BESIDE = "_tone_both_beside"
_EXAMPLE = "landslide 1.5\nbitter row −2"
Overrides = tuple[tuple[str, float], ...]


def more_of_tone() -> tuple[bool, Overrides]:
    """Behind "More": whether the other scorer is shown beside, and words of the reader's own."""
    box = st.expander("More: both scorers, your own words", key="tone_more", on_change="rerun")
    if not box.open:  # what is folded is not built, and stays as it was left
        kept: bool = st.session_state.get(_BESIDE, False)
        return kept, read_word_list(_typed(st.session_state.get(_TYPED)))[0]
    with box:
        st.session_state.setdefault(SIDE, st.session_state.get(_BESIDE, False))
        beside = st.toggle("Show plain VADER and news-tuned side by side", key=SIDE)
        st.session_state[_BESIDE] = beside
        return beside, own_words()


def own_words() -> Overrides:
    """The reader's own valences, typed or uploaded; they go before the scorer's."""
    with st.container(key="tone_own"):
        st.file_uploader(
            "Upload a word list (.txt or .csv: one word or phrase and a number a line)",
            type=["txt", "csv", "tsv"],
            key="tone_upload",
            on_change=_uploaded,
        )
        st.session_state.setdefault(OWN, st.session_state.get(_TYPED, ""))
        st.text_area(
            "One word or phrase a line, then its weight from −4 to 4; 0 silences it",
            key=OWN,
            placeholder=_EXAMPLE,
            height=120,
        )
        st.session_state[_TYPED] = st.session_state[OWN]
        text = _typed(st.session_state[OWN])
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


def _typed(given: object) -> str:
    return str(given or "").replace("−", "-")


def _uploaded() -> None:
    file = st.session_state.get("tone_upload")
    if file is not None:
        text = file.getvalue()[:200_000].decode("utf-8-sig", "replace")
        before = str(st.session_state.get(OWN) or "").rstrip()
        st.session_state[OWN] = f"{before}\n{text}".lstrip("\n")


def _reset() -> None:
    st.session_state[OWN] = ""


def summary(analysis: Analysis, sentences: pd.DataFrame, by: str, band: float) -> None:
    """The figures, headline beside body, and one sentence on where it turns."""
    tones = once(count_tones, sentences)
    headline = analysis.sentiment.headline
    figures = [
        _figure("Article", tones.article, band, tones.sentences, DEFINITIONS["tone"]),
        _figure("Writer", tones.writer, band, tones.writer_sentences),
        _figure("Quoted", tones.quoted, band, tones.quoted_sentences),
    ]
    if headline is not None:
        figures.append(Figure("Headline", signed(headline), tone_word(headline, band)))
    figure_row(figures, key="tone")
    if tones_disagree(headline, tones.article, band):
        st.warning("Headline and body disagree: one is positive, the other negative.")
    turn = once(_turn, analysis, sentences, band)
    if turn is None or abs(turn[1] - turn[2]) < 2 * band:
        st.markdown(f"By {by}, its tone stays much the same throughout.")
        return
    st.markdown(
        f"By {by}, it turns {'around' if grouped(analysis.article) else 'at'} "
        f"**paragraph {turn[0]}**: {describe_tone(turn[1])} before, "
        f"{describe_tone(turn[2])} from there on."
    )


def _turn(
    analysis: Analysis, sentences: pd.DataFrame, band: float
) -> tuple[int, float, float] | None:
    paragraphs = once(tables.tone_paragraphs, sentences, band=band)
    return turning_point(tone_columns(paragraphs, analysis.article, band=band))


def _figure(label: str, value: float | None, band: float, n: int, means: str = "") -> Figure:
    told = f"{tone_word(value, band)}, {count(n, 'sentence')}" if n else "no sentence"
    return Figure(label, signed(value), told, means)


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
            kwargs={"paragraph": paragraph, "show": f"sentences;id:{sentence}"},
        )


def marked(text: str, start: int, end: int, words: tuple[ToneWord, ...]) -> str:
    """The sentence as escaped Markdown, its tone words on a tint with what they counted."""
    parts, at = [], start
    for word in sorted(words, key=lambda w: w.span):
        if word.span.start < at or not word.counted:
            continue
        tint = "blue" if word.counted > 0 else "orange"
        value = signed(word.counted, 1)
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
