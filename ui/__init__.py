"""Streamlit pieces several pages share."""

from ui.layout import columns, sections

__all__ = ["columns", "sections"]
