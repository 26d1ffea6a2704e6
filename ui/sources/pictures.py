"""The Sources page's pictures, each with the line that says how it is computed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import (
    DEFINITIONS,
    count_voices,
    grouped,
    in_columns,
    manner_table,
    named_table,
    route_labels,
    route_tables,
    source_hues,
    tone_by_source,
    verb_rows,
    verb_table,
    voice_table,
)
from analysis.text import body_words
from charts import sources as charts
from charts.theme import source_colours
from ui import state
from ui.cache import once
from ui.filters import Pairs, naming
from ui.kit import Figure, figure_row, legend, show
from ui.sources.controls import correct_statement, passages, ticked_ids, voice_colours
from ui.text import count, share

Colours = dict[str, str]


def colours_of(analysis: Analysis) -> Colours:
    """The colour of each source, the same on every page and whatever is corrected."""
    return source_colours(once(source_hues, analysis))


def with_source(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements of which somebody is named or described as the source."""
    return statements[statements["source"] != ""]


def figures(analysis: Analysis, statements: pd.DataFrame) -> None:
    """Sources and their words; how many statements name their source, or none."""
    voices, total = once(count_voices, statements), body_words(analysis.article)
    loose = f"{voices.loose} without a speaker" if voices.loose else None
    figure_row(
        [
            Figure("Sources", voices.sources, None, DEFINITIONS["sources"]),
            Figure("Statements", voices.statements, loose, DEFINITIONS["statements"]),
            Figure(
                "Words",
                f"{voices.words:,}",
                f"{share(voices.words, total)} of {total:,}",
                DEFINITIONS["words"],
            ),
            Figure(
                "Unnamed sources",
                voices.unnamed,
                f"{share(voices.unnamed_words, voices.words)} of their words",
                DEFINITIONS["unnamed"],
            ),
        ],
        key="sources",
    )


def words_of_each(statements: pd.DataFrame, stated: pd.DataFrame, colours: Colours) -> None:
    """How much each source is heard, and how many statements name their source."""
    manners = once(manner_table, stated)
    show(
        once(charts.words_by_source, manners, colours),
        key="chart_words",
        table=manners,
        picks="source",
        alt=f"{manners['name'][0]} is heard most, with {manners['total'][0]} words.",
        how="Full colour: quoted; pale: paraphrased; outline: thought; a dashed outline marks an "
        "unnamed source. The twelve most heard are drawn.",
    )
    by_name = once(_by_name, statements, tuple(state.filters().items()))
    voices = once(count_voices, statements)
    show(
        once(charts.named_bar, by_name),
        key="chart_named",
        table=by_name.assign(namedness=by_name["namedness"].map(charts.NAMED_WORDS)),
        picks="show",
        alt=f"{voices.named_statements} of {count(voices.statements, 'statement')} "
        "with the source named.",
        how="How much the article tells of whose words they are; “she” and “the mayor” count as "
        "the name they stand for.",
    )


def _by_name(statements: pd.DataFrame, on: Pairs) -> pd.DataFrame:
    """How many statements name their source, each row with what it leads to."""
    found = named_table(statements)
    led = [naming("statements", dict(on), named=str(n)) for n in found["namedness"]]
    return found.assign(show=led)


def every_statement(analysis: Analysis, statements: pd.DataFrame, source: str | None) -> None:
    """The statements as a table, and corrections of them."""
    passages(statements, source)
    st.caption("Tick rows to see them in the text. Words in headings do not count.")
    correct_statement(analysis, statements, ticked_ids())


def where(
    analysis: Analysis, statements: pd.DataFrame, colours: Colours, *, outermost: bool
) -> None:
    """Every body word once, by who speaks it."""
    voices = once(_strip, analysis, statements, outermost=outermost)
    show(
        once(charts.voice_strip, voices, colours),
        key="chart_voices",
        table=voices,
        picks="paragraph",
        alt="Each paragraph as a bar, coloured by who speaks in it.",
        how="Every body word once; what the filters leave out is drawn pale.",
        keyed=voice_colours(voices, colours),
    )
    legend(voice_colours(voices, colours), "voices")


def _strip(analysis: Analysis, statements: pd.DataFrame, *, outermost: bool) -> pd.DataFrame:
    """Every body word once, by who speaks it, and whether it passes the filters."""
    voices = voice_table(analysis, outermost=outermost)
    passed = set(statements["attribution"])
    faint = (voices["attribution"] != "") & ~voices["attribution"].isin(passed)
    voices = in_columns(voices.assign(passes=~faint), analysis.article)
    return _by_column(voices) if grouped(analysis.article) else voices


def _by_column(voices: pd.DataFrame) -> pd.DataFrame:
    """Who speaks in each column of a long article: a stretch for each voice, in one row."""
    keys = ["column_paragraph", "label", "source", "name", "passes"]
    summed = voices.groupby(keys, sort=False, as_index=False).agg(
        attribution=("attribution", "max"), words=("words", "sum"), text=("text", "first"),
        number=("number", "min"),
    )  # fmt: skip
    summed = summed.sort_values(["column_paragraph", "source"], kind="stable")
    to_word = summed.groupby("column_paragraph")["words"].cumsum()
    return summed.rename(columns={"column_paragraph": "paragraph"}).assign(
        from_word=to_word - summed["words"], to_word=to_word
    )


def routes(stated: pd.DataFrame, colours: Colours) -> None:
    """The ways from the outlet to the speakers, where the text states any."""
    nodes, links = once(route_tables, stated)
    if links["last"].sum() <= 1 and len(nodes) <= 2:
        st.info("No relay is stated: nothing says that words came through others.")
        return
    show(
        once(charts.provenance_flow, nodes, links, once(route_labels, links), colours),
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
    used = once(_verbs_used, stated, tuple(state.filters().items()))
    if used.empty:
        st.info("No statement that passes the filters has a reporting verb.")
        return
    show(
        once(charts.verbs_by_stance, *once(verb_rows, used), colours),
        key="chart_verbs",
        table=used.assign(stance=used["stance"].map(charts.STANCE_WORDS)),
        picks="show",
        alt="Reporting verbs by what they imply.",
        how="The words that introduce each statement, by what they imply about it (from a list "
        "of verbs); a dot is one statement in the colour of its source.",
    )


def _verbs_used(stated: pd.DataFrame, on: Pairs) -> pd.DataFrame:
    """The reporting verbs, each row with what it leads to."""
    used = verb_table(stated)
    led = [
        naming("statements", dict(on), verb=str(cue), said_by=str(source))
        for cue, source in zip(used["cue"], used["source"], strict=True)
    ]
    return used.assign(show=pd.Series(led, index=used.index, dtype="str"))


def tone_of_words(analysis: Analysis, stated: pd.DataFrame) -> None:
    """The mean tone of what each source says."""
    tones = once(tone_by_source, analysis, stated, band=state.band_of(state.filters()))
    if tones.empty:
        st.info("No words of a source in the body can be scored.")
        return
    show(
        once(charts.tone_per_source, tones),
        key="chart_tone",
        table=tones,
        picks="source",
        alt="Mean tone of the words of each source.",
        how="Mean score of the parts of sentences credited to each source. It is the tone of "
        "what is said, not an opinion of the source.",
    )
