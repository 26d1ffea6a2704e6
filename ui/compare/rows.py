"""The same statement across outlets, in rows; choosing one shows each outlet's words in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis import Analysis
from charts.theme import MODE_WORDS
from ui.compare.places import in_place, read_button
from ui.text import count, plain

MISSING = "missing"


def statement_rows(
    reports: pd.DataFrame, analyses: Sequence[Analysis], labels: Mapping[str, str]
) -> None:
    """The table of rows, and under it the words of the one chosen in every outlet."""
    st.subheader("The same statement, by outlet", anchor=False)
    shared = reports.groupby("row")["article"].nunique()
    several = int((shared > 1).sum())
    st.markdown(
        f"{count(several, 'statement')} of {len(shared):,} {'is' if several == 1 else 'are'} "
        f"reported by more than one of these {len(analyses)} articles."
    )
    only = st.toggle("Only those in more than one", key="compare_shared", value=several > 0)
    keep = shared.index[shared > 1] if only else shared.index
    if not len(keep):
        st.info("No statement was found in more than one of these articles.")
        return
    wide = _wide(reports[reports["row"].isin(keep)], list(labels.values()))
    event = st.dataframe(
        wide.drop(columns="row"),
        hide_index=True,
        key="compare_rows",
        on_select="rerun",
        selection_mode="single-row",
        height=min(460, 35 * (len(wide) + 1) + 3),
        column_config={
            "speaker": st.column_config.TextColumn("Who", width=150),
            "statement": st.column_config.TextColumn("Statement", width="large"),
        },
        alt=f"{count(len(wide), 'statement')} by {count(len(labels), 'outlet')}",
    )
    st.caption(
        "A row is one statement. Two reports are joined only if who says it, yes or no, numbers "
        "and days agree and one's words are in the other's; a denied statement never is. So a "
        "statement called missing may still stand there in quite other words. "
        "† the headline takes it up. Tick a row to read its words."
    )
    ticked = event["selection"]["rows"] if event else []
    place = ticked[0] if ticked and ticked[0] < len(wide) else 0
    _words(reports[reports["row"] == wide["row"].iloc[place]], analyses, labels)


def _wide(reports: pd.DataFrame, outlets: list[str]) -> pd.DataFrame:
    """One row per statement, a column per outlet: "quoted · said", or "missing"."""
    by_row: dict[int, list[dict[str, Any]]] = {}
    for report in reports.sort_values("row", kind="stable").to_dict("records"):
        by_row.setdefault(report["row"], []).append({str(k): v for k, v in report.items()})
    made = []
    for number, rows in by_row.items():
        longest = max((r["text"] for r in rows), key=len)
        cells = {r["outlet"]: _cell(r) for r in rows}
        made.append(
            {
                "row": number,
                "speaker": rows[0]["speaker"] or "nobody named",
                "statement": longest,
                **{outlet: cells.get(outlet, MISSING) for outlet in outlets},
            }
        )
    return pd.DataFrame(made)


def _cell(report: Mapping[str, object]) -> str:
    parts = [MODE_WORDS.get(str(report["mode"]), str(report["mode"])), str(report["cue"])]
    if report["stance"] not in ("neutral", "unclassified"):
        parts.append(str(report["stance"]))
    if report["through"]:
        parts.append(f"through {report['through']}")
    return " · ".join(p for p in parts if p) + (" †" if report["headline"] else "")


def _words(rows: pd.DataFrame, analyses: Sequence[Analysis], labels: Mapping[str, str]) -> None:
    """Each outlet's own words, in their place, or that it has none."""
    by_id = {a.article.id: a for a in analyses}
    found = {r["article"]: r for r in rows.to_dict("records")}
    for column, (id, outlet) in zip(st.columns(len(labels)), labels.items(), strict=True):
        with column:
            st.markdown(f"**{plain(outlet)}**")
            report = found.get(id)
            if report is None:
                st.caption("Missing here.")
                continue
            st.markdown(in_place(by_id[id], int(report["start"]), int(report["end"])))
            how, who = str(report["rule"]), str(report["called"] or "nobody")
            st.caption(plain(f"Matched by: {how}" if how else f"Credited to {who}"))
            read_button(by_id[id], int(report["start"]), "Read it there", f"read_{id}")
