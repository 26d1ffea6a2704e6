"""Corrections made in daily work: counted apart, because nobody drew them at random."""

from __future__ import annotations

import streamlit as st

from analysis.tables import correction_rate_table
from charts.trust import corrections_over_time
from library import Store, correction_counts
from ui.kit import show
from ui.text import count


def corrections_made(store: Store | None) -> None:
    """Corrections per 1,000 words over time, by kind, with what that can and cannot tell."""
    st.markdown(
        "A correction is made where something was noticed, so corrections are no random sample: "
        "few of them may mean few errors or few readers. They are in none of the figures beside."
    )
    counts = correction_counts(store) if store is not None else ([], {})
    table = correction_rate_table(*counts)
    if table.empty:
        st.info("No article in your library was corrected yet.")
        return
    total, words = int(table["corrections"].sum()), sum(counts[1].values())
    rate = f"{1000 * total / words:.2f} per 1,000"
    said = f"{count(total, 'correction')} in {count(words, 'word')}: {rate}"
    st.markdown(f"{said}.")
    show(
        corrections_over_time(table),
        key="correction_rate",
        table=table,
        alt=said,
        how="Corrections that stand, over the words of all articles kept in that month.",
    )
