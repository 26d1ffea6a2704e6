"""The Sources page's own controls: filters, the passages as a table, corrections of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Correction, Span
from analysis.tables import filter_statements
from charts.sources import NAMED_WORDS, PROVENANCE_WORDS, STANCE_WORDS, UNATTRIBUTED_FILL
from charts.theme import MODE_WORDS, OTHERS, WRITER
from ui.articles import STATEMENTS, act, corrections_title, show_made
from ui.kit import paragraph_range

ROLE_WORDS = {
    "official": "official",
    "law_security": "police, court, military",
    "spokesperson": "spokesperson",
    "expert": "expert",
    "business": "business",
    "civil_society": "civil society",
    "ordinary": "ordinary people",
    "celebrity": "celebrity",
    "other": "other",
    "unknown": "not stated",
}
SPEAKERS = ("PERSON", "ORG", "GPE", "NORP")
"""Types of names that can say something."""
FILTERS: dict[str, tuple[str, dict[str, str]]] = {
    "type": ("Type of source", {}),
    "role": ("Role of source", ROLE_WORDS),
    "namedness": ("Named or not", NAMED_WORDS),
    "mode": ("Reported as", MODE_WORDS),
    "stance": ("Stance of the verb", STANCE_WORDS),
    "provenance": ("How it came", PROVENANCE_WORDS),
    "confidence": ("Confidence", {}),
}


def choose_credit() -> bool:
    """Whether a word inside somebody else's words counts for the outermost speaker."""
    choices = ["Innermost speaker", "Outermost speaker"]
    chosen = st.segmented_control(
        "Count a word nested in someone else's words for",
        choices,
        default=choices[0],
        key="credit_words_to",
    )
    return chosen == choices[1]


def filtered(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that pass the reader's filters, drawn folded above the charts."""
    with st.expander("Filter the statements", icon=":material/filter_list:"):
        chosen = {}
        for column, (label, words) in FILTERS.items():
            present = [str(v) for v in dict.fromkeys(statements[column])]
            chosen[column] = st.pills(
                label,
                sorted(present, key=(list(words) or present).index),
                selection_mode="multi",
                format_func=partial(_worded, words),
                key=f"filter_{column}",
            )
        depths = st.pills(
            "Depth (0: the article's own, 1: inside another's words)",
            sorted(set(statements["depth"])),
            selection_mode="multi",
            key="filter_depth",
        )
        paragraphs = paragraph_range(statements["number"], "filter_paragraphs")
    return filter_statements(statements, chosen, paragraphs=paragraphs, depths=depths)


def _worded(words: dict[str, str], code: str) -> str:
    return words.get(code, code.replace("_", " "))


def passages(statements: pd.DataFrame, source: str | None) -> list[str]:
    """The statements as a table whose rows can be chosen; the ids of those chosen."""
    shown = statements[statements["source"] == source] if source else statements
    shown = shown.reset_index(drop=True)
    table = pd.DataFrame(
        {
            "Paragraph": [str(n) if n else "heading" for n in shown["number"]],
            "Source": shown["name"].where(shown["source"] != "", "unattributed"),
            "What is said": shown["said"],
            "Reported as": shown["mode"].map(MODE_WORDS),
            "Verb": shown["cue"],
            "Stance": shown["stance"].map(STANCE_WORDS),
            "Words": shown["words"],
            "Chain": shown["chain"],
            "Confidence": shown["confidence"],
        }
    )
    event = st.dataframe(
        table,
        hide_index=True,
        key="passages",
        on_select="rerun",
        selection_mode="multi-row",
        column_config={"Paragraph": st.column_config.TextColumn("¶", width=60)},
        height=min(420, 38 + 36 * max(1, len(table))),
        alt="Every statement, with its source, manner, verb and confidence",
    )
    rows: Sequence[int] = event["selection"]["rows"] if event else []
    return [str(shown["attribution"][i]) for i in rows if i < len(shown)]


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


def spans_of(analysis: Analysis, ids: Iterable[str]) -> list[Span]:
    """The words of these statements, in text order, for the reading view to mark."""
    wanted = set(ids)
    return sorted(s for a in analysis.attributions if a.id in wanted for s in a.content)


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


def speaker_places(analysis: Analysis, near: Span) -> dict[str, Span]:
    """Everybody who could be speaking, by name: the place nearest to this one that says so."""
    places = {
        e.name: min((m.span for m in e.mentions), key=lambda s: abs(s.start - near.start))
        for e in analysis.entities
        if e.type in SPEAKERS
    }
    stated = {a.id: a.source for a in analysis.attributions}
    for source in analysis.sources:
        spans = [s for i in source.attributions for s in stated.get(i, ())]
        if source.entity is None and spans:
            places.setdefault(source.name, min(spans, key=lambda s: abs(s.start - near.start)))
    return {name: places[name] for name in sorted(places, key=str.casefold)}


def _short(said: str) -> str:
    return said if len(said) <= 70 else said[:69] + "…"
