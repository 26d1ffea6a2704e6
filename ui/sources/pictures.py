"""The Sources page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import (
    manner_table,
    named_table,
    route_tables,
    tone_by_source,
    verb_table,
    voice_table,
)
from analysis.text import body_words
from charts import sources as charts
from ui.kit import figure_row, legend, show
from ui.sources.controls import correct_statement, passages, voice_colours
from ui.text import count, share

Colours = dict[str, str]


def figures(analysis: Analysis, stated: pd.DataFrame, loose: pd.DataFrame) -> None:
    """Sources and their words; statements by named sources; statements by nobody stated."""
    words, total = int(stated["words"].sum()), body_words(analysis.article)
    named = int((stated["namedness"] == "named").sum())
    figure_row(
        [
            ("Sources", stated["source"].nunique(), None),
            ("Words attributed", f"{words:,}", f"{share(words, total)} of {total:,}"),
            ("By named sources", named, f"of {count(len(stated), 'statement')}"),
            ("Unattributed", len(loose), count(int(loose["words"].sum()), "word")),
        ]
    )


def words_of_each(statements: pd.DataFrame, stated: pd.DataFrame, colours: Colours) -> None:
    """How much each source is heard, and how many statements name their source."""
    manners = manner_table(stated)
    show(
        charts.words_by_source(manners, colours),
        key="chart_words",
        table=manners,
        picks="source",
        alt=f"{manners['name'][0]} is heard most, with {manners['total'][0]} words.",
        how="Words of what is credited to each source. Full colour: quoted; pale: paraphrased; "
        "outline: thought. A dashed outline marks an unnamed source. The twelve most "
        "heard are drawn.",
    )
    by_name = named_table(statements)
    named = int((stated["namedness"] == "named").sum())
    show(
        charts.named_bar(by_name),
        key="chart_named",
        table=by_name,
        alt=f"{named} of {len(statements)} statements name their source.",
        how="Statements by how much the text tells of their source, after pronouns and "
        "roles are followed back to names.",
    )


def every_statement(analysis: Analysis, statements: pd.DataFrame, source: str | None) -> list[str]:
    """The statements as a table, and corrections of them; the ids of the rows ticked."""
    chosen = passages(statements, source)
    st.caption("Choose rows to mark them in the text. Words in headings do not count.")
    correct_statement(analysis, statements, chosen)
    return chosen


def where(analysis: Analysis, colours: Colours, *, outermost: bool) -> None:
    """Every body word once, by who speaks it."""
    voices = voice_table(analysis, outermost=outermost)
    show(
        charts.voice_strip(voices, colours),
        key="chart_voices",
        table=voices,
        picks="paragraph",
        alt="Each paragraph as a bar, coloured by who speaks in it.",
        how="Every body word once. Click a paragraph to open it in the text. The "
        "filters above do not apply here.",
    )
    legend(voice_colours(voices, colours), "voices")


def routes(stated: pd.DataFrame, colours: Colours) -> None:
    """The ways from the outlet to the speakers, where the text states any."""
    nodes, links = route_tables(stated)
    if links["last"].sum() <= 1 and len(nodes) <= 2:
        st.info("No relay is stated: nothing says that words came through others.")
        return
    show(
        charts.provenance_flow(nodes, links, colours),
        key="chart_routes",
        table=links,
        picks="source",
        alt=f"{count(len(nodes), 'voice')} from the outlet to the speakers.",
        how="From the outlet through whoever the text says passed the words on; "
        "thickness is words, a dashed line a relay that is hinted at only. The "
        "twelve relayed ways with most words are drawn.",
    )


def verbs(stated: pd.DataFrame, colours: Colours) -> None:
    """The reporting verbs by the stance they show."""
    used = verb_table(stated)
    if used.empty:
        st.info("No statement that passes the filters has a reporting verb.")
        return
    show(
        charts.verbs_by_stance(used, colours),
        key="chart_verbs",
        table=used,
        picks="source",
        alt="Reporting verbs by the stance they show.",
        how="The words that introduce each statement, by a list of verbs and the "
        "stance they show; a dot is one statement in the colour of its source.",
    )


def tone_of_words(analysis: Analysis, stated: pd.DataFrame) -> None:
    """The mean tone of what each source says."""
    tones = tone_by_source(analysis, stated)
    if tones.empty:
        st.info("No words of a source in the body can be scored.")
        return
    show(
        charts.tone_per_source(tones),
        key="chart_tone",
        table=tones,
        picks="source",
        alt="Mean tone of the words of each source.",
        how="Mean compound score of the parts of sentences credited to each "
        "source, neutral within ±0.05. It is the tone of what is said, not an "
        "opinion of the source.",
    )
