"""The data dictionary: what each column of a table holds, read from ``data/columns.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pandas as pd

from analysis.lexicon import DATA
from analysis.tables.base import frame

FILE = DATA / "columns.tsv"
DICTIONARY = {"table": "str", "column": "str", "type": "str", "unit": "str", "meaning": "str"}
TYPES = {"int64": "whole number", "float64": "number", "bool": "true or false", "str": "text"}


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """Unit and meaning of each column, by its name; the unit is "" where there is none."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {column: (unit, meaning) for column, unit, meaning in rows}


def dictionary(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per column of these tables, in their order; "" for one nobody has described."""
    known = meanings()
    rows = (
        {
            "table": name,
            "column": str(column),
            "type": TYPES.get(str(table[column].dtype), "text"),
            "unit": known.get(str(column), ("", ""))[0],
            "meaning": known.get(str(column), ("", ""))[1],
        }
        for name, table in tables.items()
        for column in table.columns
    )
    return frame(rows, DICTIONARY)
