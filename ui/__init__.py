"""Streamlit pieces several pages share."""
