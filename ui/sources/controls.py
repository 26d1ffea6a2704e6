"""The Sources page's own controls: the passages as a table, corrections of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.corrections import STATEMENTS
from analysis.records import Correction
from charts.sources import STANCE_WORDS, UNATTRIBUTED_FILL
from charts.theme import MODE_WORDS, OTHERS, WRITER
from ui import state
from ui.articles import act, corrections_title, show_made
from ui.cache import once
from ui.correcting import speaker_places
from ui.filters import SURE_WORDS
from ui.link import conditions

KEY = "passages"


def passages(statements: pd.DataFrame, source: str | None) -> None:
    """The statements as a table; the rows ticked are shown in the text."""
    table, ids = once(_rows, statements, source)
    st.dataframe(
        table,
        hide_index=True,
        key=KEY,
        on_select=lambda: _ticked(ids),
        selection_mode="multi-row",
        column_config={"Paragraph": st.column_config.TextColumn("¶", width=60)},
        height=min(420, 38 + 36 * max(1, len(ids))),
        alt="Every statement, with its source, manner, verb and how sure we are of it",
    )


def _rows(statements: pd.DataFrame, source: str | None) -> tuple[pd.DataFrame, list[str]]:
    """The statements in the reader's words, and the id of each."""
    shown = statements[statements["source"] == source] if source else statements
    shown = shown.reset_index(drop=True)
    table = pd.DataFrame(
        {
            "Paragraph": [str(n) if n else "heading" for n in shown["number"]],
            "Source": shown["name"].where(shown["source"] != "", "nobody stated"),
            "What is said": shown["said"],
            "Reported as": shown["mode"].map(MODE_WORDS),
            "Verb": shown["cue"],
            "The verb": shown["stance"].map(STANCE_WORDS),
            "Words": shown["words"],
            "Came through": shown["chain"],
            "How sure": shown["confidence"].map(SURE_WORDS),
        }
    )
    return table, [str(i) for i in shown["attribution"]]


def _ticked(ids: list[str]) -> None:
    event = st.session_state.get(KEY) or {}
    rows = event.get("selection", {}).get("rows") or []
    chosen = [ids[i] for i in rows if i < len(ids)]
    state.select(show=f"statements;id:{','.join(chosen)}" if chosen else None)


def ticked_ids() -> list[str]:
    """The ids of the statements that are shown because their rows were ticked."""
    things, _, rest = (state.selection().show or "").partition(";")
    return list(conditions(rest).get("id", ())) if things == "statements" else []


def voice_colours(voices: pd.DataFrame, colours: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the colours of the strip mean: the writer, each source that has its own, the rest."""
    heard = dict(zip(voices["source"], voices["name"], strict=True))
    own = [(c, heard[s]) for s, c in colours.items() if c != OTHERS and s in heard]
    found = [(WRITER, "the writer"), *own]
    if any(colours.get(s) == OTHERS for s in heard):
        found.append((OTHERS, "other sources"))
    if ((voices["source"] == "") & (voices["attribution"] != "")).any():
        found.append((UNATTRIBUTED_FILL, "unattributed"))
    return found


def correct_statement(analysis: Analysis, statements: pd.DataFrame, ticked: list[str]) -> None:
    """Give the ticked statement another speaker, or say that it is none; what was corrected."""
    title = corrections_title(analysis, STATEMENTS, "Correct a statement")
    with st.expander(title, icon=":material/edit:", key="correct_statements"):
        said = dict(zip(statements["attribution"], statements["said"], strict=True))
        one = ticked[0] if len(ticked) == 1 else None
        chosen = st.selectbox(
            "Statement",
            list(said),
            index=list(said).index(one) if one in said else None,
            format_func=lambda a: _short(said[a]),
            key=f"statement_{one}",
            placeholder="Choose one here, or tick its row above",
        )
        if chosen:
            _edits(analysis, chosen)
        show_made(analysis, STATEMENTS)


def _edits(analysis: Analysis, attribution: str) -> None:
    a = next(a for a in analysis.attributions if a.id == attribution)
    target, article = a.content[0], analysis.article.id
    speakers = speaker_places(analysis, target)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        who = st.selectbox(
            "Is said by",
            list(speakers),
            index=None,
            key=f"speaker_{attribution}",
            placeholder="A name or source of this article",
        )
        place = speakers[who] if who else None
        act("Set the speaker", Correction("speaker", target, place), article, disabled=not who)
    act("Not a quotation", Correction("not quotation", target), article)


def _short(said: str) -> str:
    return said if len(said) <= 70 else said[:69] + "…"
