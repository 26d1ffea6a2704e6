"""Text that a spreadsheet would run: marked, so that it stays text in every table we write."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""OWASP, "CSV injection": cells that begin with one of these are run by spreadsheets."""


def safe_cell(value: object) -> object:
    """The value with an apostrophe before text that could start a formula; numbers as they are.

    >>> safe_cell("=1+1"), safe_cell(-0.42)
    ("'=1+1", -0.42)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
