"""Streamlit pieces several pages share."""

from ui.layout import columns

__all__ = ["columns"]
