"""The Entities page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import cell_table, heard_table, named_tone_table, network_tables, open_table
from charts import entities as charts
from charts.sources import heard_or_named
from ui.kit import figure_row, show
from ui.text import count

PLACES = ("GPE", "LOC", "FAC")


def figures(ranked: pd.DataFrame) -> None:
    """How many names there are, and how many of each kind."""
    of_type = ranked["type"].value_counts()
    figure_row(
        [
            ("Names", len(ranked), None),
            ("People", int(of_type.get("PERSON", 0)), None),
            ("Bodies", int(of_type.get("ORG", 0)), None),
            ("Places", int(of_type.reindex(PLACES).fillna(0).sum()), None),
        ]
    )


def ranked_names(ranked: pd.DataFrame) -> None:
    """A bar for each of the most-named."""
    lead = ranked.iloc[0]
    show(
        charts.ranked_bars(ranked),
        key="chart_ranked",
        table=ranked,
        picks="entity",
        alt=f"{lead['name']} is named most, {count(int(lead['count']), 'time')}.",
        how="Places in the text, every way of naming one thing together. A diamond marks "
        "names that are also in the headline.",
    )


def where(analysis: Analysis, places: pd.DataFrame, ranked: pd.DataFrame) -> None:
    """In which body paragraphs the most-named stand, and from where to where."""
    top = ranked.head(charts.SHOWN)
    cells = cell_table(places, list(top["entity"]))
    numbered = len(analysis.article.body)
    if cells.empty or numbered < 2:
        st.info("There is one body paragraph only, so there is no course to draw.")
        return
    show(
        charts.heatmap(cells, list(top["name"]), numbered),
        key="chart_cells",
        table=cells,
        picks="paragraph",
        alt="Where in the body each of the most-named stands.",
        how="Times named in each body paragraph. Click a square to open it.",
    )
    show(
        charts.spans(ranked),
        key="chart_spans",
        table=ranked[["entity", "name", "first", "last", "paragraphs", "share"]],
        picks="entity",
        alt="First and last paragraph that names each.",
        how="Body paragraphs, numbered from 1; the share is of all of them.",
    )


def together(places: pd.DataFrame) -> None:
    """Which names share paragraphs."""
    nodes, links = network_tables(places)
    if nodes.empty:
        st.info("Fewer than four names share paragraphs: there is no network to draw.")
        return
    show(
        charts.network(nodes, links),
        key="chart_network",
        table=links[["entity", "name", "other", "paragraphs"]],
        picks="entity",
        alt=f"{count(len(links), 'pair')} of names share a paragraph.",
        how="A line joins two names in one body paragraph, wider for more of them.",
    )


def quoted_or_named(analysis: Analysis) -> None:
    """Who is heard and who is only talked about."""
    heard = heard_table(analysis)
    if heard.empty:
        st.info("No person or body is named in the body.")
        return
    show(
        heard_or_named(heard),
        key="chart_heard",
        table=heard,
        picks="entity",
        alt="People and bodies by how often they are named and how much they say.",
        how="A ring far from its dot is somebody talked about but not heard, or "
        "heard but seldom named. The filters above do not apply here.",
    )


def tone_of_names(places: pd.DataFrame) -> None:
    """The tone of the sentences that name each."""
    tones = named_tone_table(places)
    if tones.empty:
        st.info("No sentence that names somebody can be scored.")
        return
    show(
        charts.tone_of_sentences(tones),
        key="chart_tones",
        table=tones,
        picks="entity",
        alt="Mean tone of the sentences that name each.",
        how="Mean compound score of the sentences that name it, each once. It is "
        "the tone of the sentence, not an opinion of whoever is named.",
    )


def left_open(analysis: Analysis) -> None:
    """The names that could be more than one person or body, with the reason."""
    unsure = open_table(analysis)
    if unsure.empty:
        st.info("Nothing was left open: every name leads to one person, place or body.")
        return
    said = f"{count(len(unsure), 'name')} could be more than one person or body."
    st.caption(said)
    st.dataframe(
        unsure[["name", "reason", "places"]],
        hide_index=True,
        key="left_open",
        column_config={"name": "Name", "reason": "Why", "places": "Places"},
        alt=said,
    )
