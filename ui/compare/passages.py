"""Passages that articles have in common, in rows; choosing one shows its place in both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.records import Span
from analysis.repeats import compare
from library import most_first
from ui.cache import once
from ui.compare.places import in_place, read_button
from ui.text import count, plain

COLUMNS = ("left", "right", "words", "passage", "left_at", "right_at")


def passages_part(analyses: Sequence[Analysis], labels: Mapping[str, str]) -> None:
    """Each pair with what it shares, then the words of the row that is chosen in both articles."""
    overlaps = most_first(once(compare, a.article, b.article) for a, b in combinations(analyses, 2))
    if not overlaps:
        st.info("No two of these articles have twelve or more words in a row in common.")
        return
    for o in overlaps:
        pair = f"**{plain(labels[o.left])} and {plain(labels[o.right])}**"
        st.markdown(f"{pair}: {count(o.words, 'word')} in common ({o.kind})")
    by_id = {a.article.id: a for a in analyses}
    rows = pd.DataFrame(
        [
            (o.left, o.right, p.words, _text(by_id[o.left], p.left), p.left, p.right)
            for o in overlaps
            for p in o.passages
        ],
        columns=list(COLUMNS),
    )
    event = st.dataframe(
        rows[["left", "right", "words", "passage"]].replace({"left": labels, "right": labels}),
        hide_index=True,
        key="compare_passages",
        on_select="rerun",
        selection_mode="single-row",
        height=min(460, 35 * (len(rows) + 1) + 3),
        column_config={
            "left": "In",
            "right": "And in",
            "words": "Words",
            "passage": st.column_config.TextColumn("Passage", width="large"),
        },
        alt=f"{count(len(rows), 'passage')} in common",
    )
    st.caption("A passage is twelve or more words in common. Tick a row to read it in both.")
    ticked = event["selection"]["rows"] if event else []
    row = rows.iloc[ticked[0] if ticked and ticked[0] < len(rows) else 0]
    for side, column in zip(("left", "right"), st.columns(2), strict=True):
        with column:
            _place(by_id[row[side]], labels[row[side]], row[f"{side}_at"], side)


def _place(analysis: Analysis, label: str, at: Sequence[Span], side: str) -> None:
    st.markdown(f"**{plain(label)}**")
    st.markdown(in_place(analysis, at[0].start, at[-1].end))
    read_button(analysis, at[0].start, f"Read it in {label}", f"passage_{side}")


def _text(analysis: Analysis, spans: Sequence[Span]) -> str:
    return " … ".join(" ".join(s.of(analysis.article.text).split()) for s in spans)
