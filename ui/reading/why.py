"""Why the program says what it says of what is chosen: a small table behind a button."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.explain import (
    Reason,
    mention_reasons,
    paragraph_reasons,
    statement_reasons,
    tone_reasons,
)
from ui import state
from ui.text import count

OPEN = "why_open"
MOST = 200  # rows: a reader looks at the first few, a name can stand in hundreds of places


def why_button(analysis: Analysis) -> None:
    """A button that opens the reasons of the chosen paragraph, name and source."""
    reasons = _reasons(analysis, state.selection())
    first = next(reasons, None)
    box = st.popover(
        "Why?",
        disabled=first is None,
        help="Which rule or network said so",
        key=OPEN,
        on_change="rerun",
    )
    if first is None or not box.open:
        return
    found = [first, *islice(reasons, MOST - 1)]
    with box:
        st.caption("What is said of what you chose, and which rule or network says so.")
        st.dataframe(
            reason_table(analysis, found),
            hide_index=True,
            key="why",
            alt=f"{count(len(found), 'reason')}: what is said, the rule, and what the rule is for",
        )


def reason_table(analysis: Analysis, reasons: list[Reason]) -> pd.DataFrame:
    """One row per reason, in the reader's words."""
    numbers = {p.index: n for n, p in enumerate(analysis.article.body, start=1)}
    places = (analysis.article.paragraph_at(r.span.start) for r in reasons)
    return pd.DataFrame(
        {
            "About": [r.about for r in reasons],
            "By": [r.rule for r in reasons],
            "Said": [r.said for r in reasons],
            "That is": [r.means for r in reasons],
            "¶": [numbers.get(p.index) if p else None for p in places],
        }
    )


def _reasons(analysis: Analysis, chosen: state.Selection) -> Iterator[Reason]:
    for entity in analysis.entities:
        if entity.id == chosen.entity:
            for mention in entity.mentions:
                yield from mention_reasons(analysis, entity, mention)
    said = {c.attribution for c in analysis.credits if c.source and c.source == chosen.source}
    for attribution in analysis.attributions:
        if attribution.id in said:
            yield from statement_reasons(analysis, attribution)
    for paragraph in analysis.article.paragraphs:
        if paragraph.index == chosen.paragraph:
            yield from paragraph_reasons(paragraph)
            for sentence in analysis.tagged.sentences:
                if sentence.paragraph == paragraph.index:
                    yield from tone_reasons(analysis, sentence)
