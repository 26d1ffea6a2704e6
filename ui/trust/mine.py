"""What samples of the reader's own articles say, in one line a coder."""

from __future__ import annotations

import streamlit as st

from analysis.reliability import findings, is_recall, told_share
from library import Checks, Kept, Store
from ui.text import date_words, plain

SHOWN = 10
"""The newest samples; the others stand on “Check a sample”."""


def measured_by_you(store: Store | None) -> None:
    """The share that was right in each sample, by coder; what to do where there is none."""
    kept = [k for k in Checks(store).all() if k.coders] if store is not None else []
    if store is None or not kept:
        st.info(
            "Nothing of yours was checked yet. “Check a sample” draws some of what the program "
            "says of your articles; judge it, and the share that was right stands here."
        )
        return
    for one in kept[:SHOWN]:
        _line(store, one)
    st.caption("Precision, or recall where whole paragraphs were read; 95 % intervals (Wilson).")


def _line(store: Store, kept: Kept) -> None:
    sample, checks = kept.sample, Checks(store)
    drawn, judged = checks.drawn(sample.id), checks.judgements(sample.id)
    st.markdown(f"**{plain(sample.name)}**, {plain(date_words(sample.made))}")
    for coder, _ in kept.coders:
        found = findings(sample, drawn, judged, coder)
        what = "found" if is_recall(sample.what) else "right"
        said = "no figure yet" if found.share is None else f"{what} {told_share(found.share)}"
        st.caption(plain(f"{coder}, {found.judged:,} of {found.drawn:,}: {said}"))
