"""The Entities page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import (
    DEFINITIONS,
    cell_table,
    column_labels,
    count_names,
    heard_table,
    in_columns,
    named_tone_table,
    network_tables,
    open_table,
)
from charts import entities as charts
from charts.sources import heard_or_named
from charts.theme import Layered
from ui import state
from ui.cache import once
from ui.kit import Figure, figure_row, show, show_rows
from ui.text import count


def figures(places: pd.DataFrame) -> None:
    """How many names there are, of each kind, and how often they stand."""
    names = once(count_names, places)
    figure_row(
        [
            Figure("Names", names.total, None, DEFINITIONS["names"]),
            Figure("People", names.people),
            Figure("Places", names.places),
            Figure("Bodies", names.bodies),
            *([Figure("Others", names.others)] if names.others else []),
            Figure("Mentions", names.mentions, None, DEFINITIONS["mentions"]),
        ],
        key="names",
    )


def ranked_names(ranked: pd.DataFrame) -> None:
    """A bar for each of the most-named."""
    lead = ranked.iloc[0]
    show(
        once(charts.ranked_bars, ranked),
        key="chart_ranked",
        table=ranked,
        picks="entity",
        alt=f"{lead['name']} is named most, {count(int(lead['count']), 'time')}.",
        how="Mentions, every way of naming one together. A diamond marks names that are also in "
        "the headline. The twelve most named are drawn.",
    )


def where(analysis: Analysis, places: pd.DataFrame, ranked: pd.DataFrame) -> None:
    """In which body paragraphs the most-named stand, and from where to where."""
    cells = once(_cells, analysis, places, ranked)
    labels = once(column_labels, analysis.article)
    if cells.empty or len(labels) < 2:
        st.info("There is one body paragraph only, so there is no course to draw.")
        return
    show(
        once(_heatmap, cells, ranked, labels),
        key="chart_cells",
        table=cells,
        picks="paragraph",
        alt="Where in the body each of the most-named stands.",
        how="Mentions in each body paragraph; in equal shares of the words where there are many.",
    )
    show(
        once(charts.spans, ranked),
        key="chart_spans",
        table=ranked[["entity", "name", "first", "last", "paragraphs", "share"]],
        picks="entity",
        alt="First and last paragraph that names each.",
        how="Body paragraphs, numbered from 1; the share is of all of them.",
    )


def _cells(analysis: Analysis, places: pd.DataFrame, ranked: pd.DataFrame) -> pd.DataFrame:
    """How often each of the most-named stands in each column of the body."""
    top = list(ranked["entity"].head(charts.SHOWN))
    cells = in_columns(cell_table(places, top), analysis.article)
    cells = cells.groupby(
        ["entity", "name", "column_paragraph", "label"], sort=False, as_index=False
    ).agg(count=("count", "sum"), text=("text", "first"))
    return cells.rename(columns={"column_paragraph": "paragraph"})


def _heatmap(cells: pd.DataFrame, ranked: pd.DataFrame, labels: list[str]) -> Layered:
    return charts.heatmap(cells, list(ranked["name"].head(charts.SHOWN)), labels)


def together(places: pd.DataFrame) -> None:
    """Which names share paragraphs."""
    nodes, links = once(network_tables, places)
    if nodes.empty:
        st.info("Fewer than four names share paragraphs: there is no network to draw.")
        return
    show(
        once(charts.network, nodes, links),
        key="chart_network",
        table=links[["entity", "name", "other", "paragraphs"]],
        picks="entity",
        alt=f"{count(len(links), 'pair')} of names share a paragraph.",
        how="A line joins two names in one body paragraph, wider for more of them.",
    )


def quoted_or_named(analysis: Analysis) -> None:
    """Who is heard and who is only talked about."""
    heard = once(heard_table, analysis)
    if heard.empty:
        st.info("No person or body is named in the body.")
        return
    show(
        once(heard_or_named, heard),
        key="chart_heard",
        table=heard,
        picks="entity",
        alt="People and bodies by how often they are named and how much they say.",
        how="A ring far from its dot is somebody talked about but not heard, or "
        "heard but seldom named. The filters above do not apply here.",
    )


def tone_of_names(places: pd.DataFrame) -> None:
    """The tone of the sentences that name each."""
    tones = once(named_tone_table, places, band=state.band_of(state.filters()))
    if tones.empty:
        st.info("No sentence that names somebody can be scored.")
        return
    show(
        once(charts.tone_of_sentences, tones),
        key="chart_tones",
        table=tones,
        picks="entity",
        alt="Mean tone of the sentences that name each.",
        how="Mean score of the sentences that name each, every sentence once. It is the tone of "
        "the sentence, not an opinion of whoever is named.",
    )


def left_open(analysis: Analysis) -> None:
    """The names that could be more than one person or body, with the reason."""
    unsure = open_table(analysis)
    if unsure.empty:
        st.info("Nothing was left open: every name leads to one person, place or body.")
        return
    said = f"{count(len(unsure), 'name')} could be more than one person or body."
    st.caption(said)
    show_rows(
        unsure[["name", "reason", "places"]],
        key="left_open",
        label=said,
        picks="entity",
        values=list(unsure["entity"]),
        config={"name": "Name", "reason": "Why", "places": "Mentions"},
    )
