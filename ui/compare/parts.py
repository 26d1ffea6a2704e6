"""The tabs of Compare besides the statements: tone, names, sources."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.compare import Edit
from charts.compare import grid, tone_by_voice, unnamed_shares
from ui.cache import once
from ui.compare.cells import behind
from ui.compare.joined import joins_box
from ui.compare.tables import Beside
from ui.kit import show, show_table

LEADS = "Choose a mark, or a row of the table, to read its words."


def tone_part(shown: Beside) -> None:
    """The tone of each article by voice."""
    table = shown.tones()
    show(
        once(tone_by_voice, table),
        key="compare_tone",
        table=table.drop(columns="article"),
        alt="Tone of each outlet by voice",
        how="Mean compound score of the sentences of each voice; within ±0.05 is no clear tone. "
        + LEADS,
        picks="cell",
    )
    _behind(table, shown)


def names_part(shown: Beside, edits: tuple[Edit, ...]) -> None:
    """How often each is named in each article, and who was joined."""
    people = shown.named()
    show(
        once(grid, people, "mentions", "How often each is named", "Mentions"),
        key="compare_names",
        table=people.loc[
            people["mentions"] > 0, ["name", "type", "outlet", "called", "mentions", "rule", "cell"]
        ],
        alt="Mentions by name and outlet",
        how=f"Mentions by name in the body. An empty square: not named there. {LEADS}",
        picks="cell",
    )
    _behind(people, shown)
    joins_box(people, edits)


def sources_part(shown: Beside) -> None:
    """Whose words fill each article, how much of it has no name, who is heard where."""
    people, unnamed, apart = shown.heard(), shown.unnamed(), shown.apart()
    show(
        once(grid, people, "share", "Whose words fill each article", "Share of words"),
        key="compare_sources",
        table=people.loc[
            people["statements"] > 0, ["name", "outlet", "statements", "words", "share", "cell"]
        ],
        alt="Share of words by source and outlet",
        how=f"Share of an article's body words credited to each source. {LEADS}",
        picks="cell",
    )
    _behind(people, shown)
    show(
        once(unnamed_shares, unnamed),
        key="compare_unnamed",
        table=unnamed.drop(columns="article"),
        alt="Share of credited words whose source has no name",
        how="Of the words credited to a source: those of a role, a group or somebody unnamed. "
        + LEADS,
        picks="cell",
    )
    _behind(unnamed, shown)
    st.subheader("Heard in one and not in another", anchor=False)
    st.caption("Words credited; 0: named and not heard; empty: not named there.")
    show_table(apart, key="compare_heard", label="Who is heard where", picks="cell")
    _behind(apart[~apart["cell"].isin(people["cell"])], shown)


def _behind(table: pd.DataFrame, shown: Beside) -> None:
    behind(table, shown.analyses, dict(shown.labels))
