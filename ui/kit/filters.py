"""Filters several pages share."""

from __future__ import annotations

import pandas as pd
import streamlit as st


def paragraph_range(numbers: pd.Series[int], key: str) -> tuple[int, int] | None:
    """The first and last paragraph the reader wants, both included; None: there is no choice.

    ``numbers`` are those of what is filtered: body paragraphs from 1, 0 for other parts.
    """
    if numbers.empty or numbers.max() < 2:
        return None
    first, last = int(numbers.min()), int(numbers.max())
    low, high = st.slider("Paragraphs", first, last, (first, last), key=key)
    return (low, high)
