"""Small helpers for tests that open a page without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def param(app: AppTest, name: str) -> str | None:
    """A query parameter's value, whether the page or the test has set it."""
    value = app.query_params.get(name)
    return value[0] if isinstance(value, list) else value
