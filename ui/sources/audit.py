"""The source audit on a page: one story or the whole library in a few sentences, and its files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables import source_audit, unnamed_table
from library import StoreError, open_store
from ui import state
from ui.filters import ROLE_WORDS
from ui.frame import zipped
from ui.kit import show_rows
from ui.text import count, plain, share

LIBRARY_LIMIT = 500
"""Articles audited at once on the page; the command line audits any number."""


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
            here = unnamed["article"] == analysis.article.id
            show_rows(
                _unnamed_shown(unnamed),
                key="unnamed_sources",
                label="Unnamed sources",
                picks="source",
                values=list(unnamed["source"].where(here, "")),
            )
    st.caption(
        "Unnamed: a person or group without a name; a role that one person holds (the mayor) is "
        "counted apart, documents and posts are left out. Shares are of attributed words."
    )
    st.download_button(
        "Download the audit (CSV files)",
        data=lambda: zipped({"source-audit": audit, "unnamed-sources": unnamed}),
        file_name="source-audit.zip",
        mime="application/zip",
        on_click="ignore",
        key="download_audit",
    )


def audit_lines(audit: pd.DataFrame) -> list[str]:
    """The audit in sentences, counts before shares, as escaped Markdown."""
    total = audit.sum(numeric_only=True)
    if not total["sources"]:
        return ["Nothing is attributed to anybody, so there is nothing to audit."]
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
