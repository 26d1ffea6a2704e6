"""The score on a page: in full on the Overview, slim at the top of the others."""

from __future__ import annotations

from typing import Any

import streamlit as st

from analysis import Analysis
from analysis.tables import grouped, score_columns, score_names, score_table, score_voices
from analysis.tone import NEUTRAL_BAND
from charts.score import highlight, score, score_key, slim_score
from ui import state
from ui.cache import once
from ui.kit import handed, how_right, legend, show_table, spec_of, take_chart
from ui.text import count, signed


def full(analysis: Analysis) -> None:
    """The whole score; a click on a column, passage, dot or label selects it everywhere."""
    if not analysis.article.body:
        st.info("This article has no body text: change the part of a paragraph on Add articles.")
        return
    band = state.band_of(state.filters())
    _draw(once(_full, analysis, band), "score", _alt(analysis))
    key = score_key(once(score_names, analysis))
    legend(key, "score")
    st.caption(_how(analysis))
    table = once(score_table, analysis)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="score_ways"):
        how_right("score")
        take_chart("score", lambda: once(_full, analysis, band), table=table, keyed=key)
    show_table(table, key="score", label=_alt(analysis), picks="paragraph")


def prepare(analysis: Analysis) -> None:
    """Make what the score is drawn from, so that a first visit finds it made."""
    if analysis.article.body:
        once(_full, analysis, NEUTRAL_BAND)


def slim(analysis: Analysis) -> None:
    """A thin map of the article: tone by paragraph, the chosen one marked."""
    _draw(once(_slim, analysis, state.band_of(state.filters())), "slim_score", _alt(analysis))


def _full(analysis: Analysis, band: float) -> dict[str, Any]:
    tables = score_columns(analysis, band=band), score_voices(analysis), score_names(analysis)
    return spec_of(score(*tables))


def _slim(analysis: Analysis, band: float) -> dict[str, Any]:
    return spec_of(slim_score(score_columns(analysis, band=band)))


def _draw(spec: dict[str, Any], key: str, label: str) -> None:
    now = state.selection()
    marked = once(
        highlight, spec["datasets"], paragraph=now.paragraph, source=now.source, entity=now.entity
    )
    state.chart_picks(key, "paragraph", "source", "entity")
    st.vega_lite_chart(
        None,
        handed(once(_with_tables, spec, marked)),
        key=key,
        on_select=lambda: _clicked(key),
        selection_mode="pick",
        alt=label,
    )


def _with_tables(spec: dict[str, Any], tables: dict[str, Any]) -> dict[str, Any]:
    return {**spec, "datasets": tables}


def _clicked(key: str) -> None:
    """Act on the one mark whose being picked has changed since the last click."""
    event = st.session_state.get(key) or {}
    points = [_point(p) for p in event.get("selection", {}).get("pick") or []]
    before = st.session_state.get(f"_{key}_points", [])
    st.session_state[f"_{key}_points"] = points
    changed = [p for p in points if p not in before] or [p for p in before if p not in points]
    if len(changed) == 1:
        _select(*changed[0])


def _point(point: dict[str, Any]) -> tuple[int | None, str | None, str | None]:
    number = int(point.get("paragraph", -1))
    return (
        number if number >= 0 else None,
        point.get("source") or None,
        point.get("entity") or None,
    )


def _select(paragraph: int | None, source: str | None, entity: str | None) -> None:
    now = state.selection()
    if source:
        state.select(source=None if now.source == source and paragraph is None else source)
    if entity:
        state.select(entity=None if now.entity == entity and paragraph is None else entity)
    if paragraph is not None:
        same = now.paragraph == paragraph and not source and not entity
        state.select(paragraph=None if same else paragraph)


def _alt(analysis: Analysis) -> str:
    body = len(analysis.article.body)
    return (
        f"The score: tone {signed(analysis.sentiment.article)} over {count(body, 'paragraph')}, "
        f"{count(len(analysis.sources), 'voice')}"
    )


def _how(analysis: Analysis) -> str:
    text = (
        "Each column is a body paragraph, as wide as its share of the words. Tone is the mean "
        "score of its sentences, −1 to +1. Who speaks is the share of its words by voice, the "
        "voices below have a colour each; a dot is larger the more often the name stands there. "
        "Click a column, a lane or its label to find it in the text."
    )
    if grouped(analysis.article):
        text += " There are too many paragraphs to show each: a column is an equal share of words."
    return text
