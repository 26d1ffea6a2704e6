"""Entities: who and what the article is about, how often, and where."""

import streamlit as st

from analysis.records import Span
from analysis.tables.entities import (
    cell_table,
    named_tone_table,
    network_tables,
    open_table,
    ranked_table,
)
from analysis.tables.sources import heard_table
from charts import entities as charts
from charts.sources import heard_or_named
from ui import columns, sections
from ui.charts import show
from ui.figures import figure_row
from ui.foot import foot
from ui.naming import choose_entity, correction_panel, filtered, passages
from ui.pick import choose_article
from ui.reader import reading_view
from ui.shell import page_guard, page_head
from ui.text import count

page_guard()
analysis = choose_article()
page_head("Who is it about?", analysis)

left, right = columns(analysis)
marked: list[Span] = []
with left:
    places = filtered(analysis)
    ranked = ranked_table(analysis, places)
    if ranked.empty:
        st.info(
            "No name passes these filters. Choose more types or parts of the article."
            if analysis.entities
            else "No person, place or body is named in this article."
        )
        correction_panel(analysis, None)
    else:
        of_type = ranked["type"].value_counts()
        places_named = int(of_type.reindex(["GPE", "LOC", "FAC"]).fillna(0).sum())
        figure_row(
            [
                ("Names", len(ranked), None),
                ("People", int(of_type.get("PERSON", 0)), None),
                ("Bodies", int(of_type.get("ORG", 0)), None),
                ("Places", places_named, None),
            ]
        )

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
        chosen = choose_entity(ranked)
        if chosen:
            marked = passages(places[places["entity"] == chosen].reset_index(drop=True))
        correction_panel(analysis, chosen)

        with sections(["Where", "Together", "Quoted or named", "Tone", "Left open"]) as part:
            if part == "Where":
                top = ranked.head(charts.SHOWN)
                cells = cell_table(places, list(top["entity"]))
                numbered = len(analysis.article.body)
                if len(cells) and numbered > 1:
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
                else:
                    st.info("There is one body paragraph only, so there is no course to draw.")
            if part == "Together":
                nodes, links = network_tables(places)
                if len(nodes):
                    show(
                        charts.network(nodes, links),
                        key="chart_network",
                        table=links[["entity", "name", "other", "paragraphs"]],
                        picks="entity",
                        alt=f"{count(len(links), 'pair')} of names share a paragraph.",
                        how="A line joins two names in one body paragraph, wider for more of them.",
                    )
                else:
                    st.info("Fewer than four names share paragraphs: there is no network to draw.")
            if part == "Quoted or named":
                heard = heard_table(analysis)
                if len(heard):
                    show(
                        heard_or_named(heard),
                        key="chart_heard",
                        table=heard,
                        picks="entity",
                        alt="People and bodies by how often they are named and how much they say.",
                        how="A ring far from its dot is somebody talked about but not heard, or "
                        "heard but seldom named. The filters above do not apply here.",
                    )
                else:
                    st.info("No person or body is named in the body.")
            if part == "Tone":
                tones = named_tone_table(places)
                if len(tones):
                    show(
                        charts.tone_of_sentences(tones),
                        key="chart_tones",
                        table=tones,
                        picks="entity",
                        alt="Mean tone of the sentences that name each.",
                        how="Mean compound score of the sentences that name it, each once. It is "
                        "the tone of the sentence, not an opinion of whoever is named.",
                    )
                else:
                    st.info("No sentence that names somebody can be scored.")
            if part == "Left open":
                unsure = open_table(analysis)
                if len(unsure):
                    st.caption(
                        f"{count(len(unsure), 'name')} could be more than one person or body."
                    )
                    st.dataframe(
                        unsure[["name", "reason", "places"]],
                        hide_index=True,
                        key="left_open",
                        column_config={"name": "Name", "reason": "Why", "places": "Places"},
                        alt=f"{count(len(unsure), 'name')} left open",
                    )
                else:
                    st.info("Nothing was left open: every name leads to one person, place or body.")
    foot(
        analysis,
        "Names are found by the language model and lists together, and every way of naming one "
        "person, place or body is merged by rules that the table of passages names. A name that "
        "could be several stays by itself and is listed as left open.",
    )

with right:
    reading_view(analysis, layers=["names"], highlight=marked)
