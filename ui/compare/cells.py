"""What a mark on Compare stands for: passages of an article; choosing it shows them in place.

A mark carries in its column ``cell`` the article and what names the passages there, as a figure
on any page does ("ARTICLE statements;said_by:s3"); a row about several articles has one of each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Span
from analysis.text import signed
from ui import link, state
from ui.compare.places import in_place
from ui.filters import Things, naming, passages, passing, show_words
from ui.frame import pages
from ui.text import plain

SHOWN = 5
"""Passages shown of each article; the others are marked where the article is read."""
BETWEEN = "|"
VOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "whole article": {},
    "the writer": {"voice": ("writer",)},
    "those quoted": {"voice": ("attributed",)},
    "headline": {"part": ("headline",)},
}
UNNAMED = ("role_only", "anonymous", "collective_unnamed", "implicit")
READ_ON = {"names": "3_entities.py", "statements": "4_sources.py", "sentences": "2_tone.py"}


def voice_cells(tones: pd.DataFrame) -> pd.DataFrame:
    """The table of voices; a mark stands for the sentences it is the mean of."""
    told = zip(tones["article"], tones["voice"], strict=True)
    return tones.assign(cell=[_cell(a, "sentences", VOICES[v]) for a, v in told])


def name_cells(people: pd.DataFrame) -> pd.DataFrame:
    """The table of people and bodies; a cell stands for the mentions in its article."""
    told = zip(people["article"], people["entity"], strict=True)
    return people.assign(cell=[_cell(a, "names", {"about": (e,)}) if e else "" for a, e in told])


def source_cells(people: pd.DataFrame) -> pd.DataFrame:
    """The same table; a cell stands for the statements credited to somebody in its article."""
    told = zip(people["article"], people["source"], strict=True)
    cells = [_cell(a, "statements", {"said_by": (s,)}) if s else "" for a, s in told]
    return people.assign(cell=cells)


def unnamed_cells(unnamed: pd.DataFrame) -> pd.DataFrame:
    """The table of unnamed shares; a bar stands for the statements of sources without a name."""
    cells = [_cell(a, "statements", {"named": UNNAMED}) for a in unnamed["article"]]
    return unnamed.assign(cell=cells)


def apart_cells(apart: pd.DataFrame, heard: pd.DataFrame) -> pd.DataFrame:
    """The table of who is heard where; a row stands for all that is credited to that one."""
    of = heard[heard["cell"] != ""].groupby(["name", "type"])["cell"].agg(BETWEEN.join)
    told = zip(apart["name"], apart["type"], strict=True)
    return apart.assign(cell=[of.get(who, "") for who in told])


def behind(table: pd.DataFrame, analyses: Sequence[Analysis], labels: Mapping[str, str]) -> None:
    """The words of the mark that is chosen, where it is one of this table."""
    chosen = str(state.chosen("cell") or "")
    if not chosen or chosen not in set(table["cell"]):
        return
    by_id = {a.article.id: a for a in analyses}
    places = [place.split(" ", 1) for place in chosen.split(BETWEEN)]
    with st.container(border=True, key="cell_words"):
        for column, (id, show) in zip(st.columns(len(places)), places, strict=True):
            with column:
                _words_of(by_id[id], labels[id], show)
        st.button("Let go", key="cell_off", on_click=state.put, args=("cell", None))


def _cell(article: str, things: Things, on: Mapping[str, tuple[str, ...]]) -> str:
    return f"{article} {naming(things, on)}"


def _words_of(analysis: Analysis, label: str, show: str) -> None:
    """An article's passages in their place, and the way there."""
    st.markdown(f"**{plain(label)}**")
    st.caption(plain(show_words(analysis, show)))
    find = _strongest if show.startswith("sentences") else _in_order
    found = find(analysis, show)
    for span, told in found[:SHOWN]:
        st.markdown(in_place(analysis, span.start, span.end))
        if told:
            st.caption(plain(told))
    if len(found) > SHOWN:
        st.caption(f"{len(found) - SHOWN:,} more are marked in the article.")
    id = analysis.article.id
    if st.button("Read them there", key=f"cell_{id}", on_click=_open, args=(id, show)):
        st.switch_page(pages()[READ_ON[show.partition(";")[0]]])


def _in_order(analysis: Analysis, show: str) -> list[tuple[Span, str]]:
    return [(span, "") for span in passages(analysis, show)]


def _strongest(analysis: Analysis, show: str) -> list[tuple[Span, str]]:
    """Sentences by how far from neutral they are, each with its score and what made it."""
    rows = passing(analysis, "sentences", link.conditions(show.partition(";")[2]))
    rows = rows.sort_values("compound", key=abs, ascending=False, kind="stable")
    return [
        (Span(r["start"], r["end"]), f"{signed(r['compound'])}: {r['because'] or 'no tone words'}")
        for r in rows.to_dict("records")
    ]


def _open(article: str, show: str) -> None:
    state.select(article=article)
    state.select(show=show)
