"""The Sources page's own controls: filters, the passages as a selectable table, the audit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Span
from analysis.tables.audit import source_audit, unnamed_table
from analysis.tables.export import safe_cells
from analysis.tables.sources import filter_statements
from charts.sources import NAMED_WORDS, PROVENANCE_WORDS, STANCE_WORDS
from charts.theme import MODE_WORDS
from library import StoreError, open_store
from ui import state
from ui.text import count, plain, share

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
FILTERS: dict[str, tuple[str, dict[str, str]]] = {
    "type": ("Type of source", {}),
    "role": ("Role of source", ROLE_WORDS),
    "namedness": ("Named or not", NAMED_WORDS),
    "mode": ("Reported as", MODE_WORDS),
    "stance": ("Stance of the verb", STANCE_WORDS),
    "provenance": ("How it came", PROVENANCE_WORDS),
    "confidence": ("Confidence", {}),
}
LIBRARY_LIMIT = 500
"""Articles audited at once on the page; the command line audits any number."""


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
        paragraphs = _paragraph_range(statements)
    return filter_statements(statements, chosen, paragraphs=paragraphs, depths=depths)


def _worded(words: dict[str, str], code: str) -> str:
    return words.get(code, code.replace("_", " "))


def _paragraph_range(statements: pd.DataFrame) -> tuple[int, int] | None:
    last = int(statements["number"].max()) if len(statements) else 0
    if last < 2:
        return None
    first = int(statements["number"].min())  # 0: headline and standfirst
    low, high = st.slider("Paragraphs", first, last, (first, last), key="filter_paragraphs")
    return (low, high)


def passages(statements: pd.DataFrame, source: str | None) -> list[str]:
    """The statements as a table whose rows can be chosen; the ids of those chosen."""
    shown = statements[statements["source"] == source] if source else statements
    shown = shown.reset_index(drop=True)
    table = pd.DataFrame(
        {
            "¶": shown["number"],
            "Source": shown["name"].where(shown["source"] != "", "unattributed"),
            "What is said": shown["content"],
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
        column_config={"¶": st.column_config.NumberColumn(width=40)},
        height=min(420, 38 + 36 * max(1, len(table))),
    )
    rows: Sequence[int] = event["selection"]["rows"] if event else []
    return [str(shown["attribution"][i]) for i in rows if i < len(shown)]


def spans_of(analysis: Analysis, ids: Iterable[str]) -> list[Span]:
    """The words of these statements, in text order, for the reading view to mark."""
    wanted = set(ids)
    return sorted(s for a in analysis.attributions if a.id in wanted for s in a.content)


def audit_card(analysis: Analysis) -> None:
    """The source audit of this article or of the whole library, with its CSV files."""
    st.subheader("Source audit", anchor=False)
    scope = st.segmented_control(
        "Audit", ["This article", "Whole library"], default="This article", key="audit_scope"
    )
    analyses = _library() if scope == "Whole library" else [analysis]
    if not analyses:
        st.info("The library is empty. Add articles to audit them together.")
        return
    audit, unnamed = source_audit(analyses), unnamed_table(analyses)
    with st.container(border=True):
        for line in audit_lines(audit):
            st.markdown(f"- {line}")
        if len(unnamed):
            st.dataframe(_unnamed_shown(unnamed), hide_index=True, key="unnamed_sources")
    st.caption(
        "Unnamed: a person or group without a name; a role that one person holds (the mayor) is "
        "counted apart, documents and posts are left out. Shares are of attributed words."
    )
    buttons = st.container(horizontal=True)
    for name, table in (("source audit", audit), ("unnamed sources", unnamed)):
        buttons.download_button(
            f"Download the {name} (CSV)",
            safe_cells(table).to_csv(index=False).encode("utf-8-sig", "replace"),
            file_name=name.replace(" ", "_") + ".csv",
            mime="text/csv",
            key=f"download_{name.split()[0]}",
        )


def audit_lines(audit: pd.DataFrame) -> list[str]:
    """The audit in sentences, counts before shares, as escaped Markdown."""
    total = audit.sum(numeric_only=True)
    attributed, stories = int(total["attributed_words"]), len(audit)
    single = int(audit["single_source"].sum())
    links = (
        (audit["mean_links"] * audit["attributed_words"]).sum() / attributed if attributed else 0
    )
    lines = [
        f"**{int(total['unnamed_words']):,} of {count(attributed, 'attributed word')}** "
        f"({share(total['unnamed_words'], attributed)}) rest on "
        f"{count(int(total['unnamed_sources']), 'unnamed source')}" + _described(audit),
        f"A reason for anonymity is stated for {int(total['reasons_given'])}; anonymity is asked "
        f"for without a reason by {int(total['asked_without_reason'])}.",
        f"Bare “a source”: {int(total['bare_sources'])}. "
        f"A plural quoted with one voice: {int(total['plural_with_one_voice'])}.",
        f"{int(total['relayed_words']):,} words ({share(total['relayed_words'], attributed)}) came "
        f"through somebody else; on average {links:.1f} "
        f"{'step' if links == 1 else 'steps'} from the outlet to the speaker, "
        f"{int(audit['longest_chain'].max())} at most.",
    ]
    if stories == 1:
        best = audit["largest_share"].iloc[0]
        lines.append(
            "This is a single-source story."
            if single
            else f"The most-heard source has {best:.0%} of the attributed words, among "
            f"{count(int(total['sources']), 'source')}."
        )
    else:
        lines.append(f"{single} of {count(stories, 'article')} rest on a single source.")
    return lines


def _described(audit: pd.DataFrame) -> str:
    ways = list(dict.fromkeys(w for row in audit["described_as"] for w in row.split("; ") if w))
    if not ways:
        return "."
    more = f" and {len(ways) - 6} more" if len(ways) > 6 else ""
    return ", described as " + ", ".join(f"“{plain(w)}”" for w in ways[:6]) + more + "."


def _unnamed_shown(unnamed: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Described as": unnamed["described_as"],
            "Role": unnamed["role"].map(ROLE_WORDS),
            "Statements": unnamed["statements"],
            "Words": unnamed["words"],
            "Reason stated": unnamed["reason"],
            "To check": unnamed["flags"],
        }
    )


def _library() -> list[Analysis]:
    """The newest articles of the library, analysed; a library that cannot be read is empty."""
    try:
        store = open_store()
        ids = [row.id for row in store.articles()][:LIBRARY_LIMIT]
        return [store.analysis(i, state.scorer()) for i in ids]
    except StoreError as error:
        st.warning(str(error))
        return []
