"""The tidy tables of many analyses as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import pandas as pd

from analysis.records import Analysis
from analysis.tables import base

TABLES: dict[str, Callable[[Analysis], pd.DataFrame]] = {
    "articles": base.article_table,
    "paragraphs": base.paragraph_table,
    "sentences": base.sentence_table,
    "mentions": base.mention_table,
    "entities": base.entity_table,
    "attributions": base.attribution_table,
    "sources": base.source_table,
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cells(table: pd.DataFrame) -> pd.DataFrame:
    """The table with text that a spreadsheet would run as a formula made plain text."""
    safe = table.copy()
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        risky = safe[column].str.startswith(FORMULA_STARTS, na=False)
        safe.loc[risky, column] = "'" + safe.loc[risky, column]
    return safe


def all_tables(analyses: Sequence[Analysis]) -> dict[str, pd.DataFrame]:
    """Each table by name, the rows of all analyses one after the other."""
    return {
        name: pd.concat([make(a) for a in analyses], ignore_index=True)
        for name, make in TABLES.items()
    }


def write_tables(
    analyses: Sequence[Analysis], folder: Path, format: Literal["parquet", "csv"]
) -> None:
    """Write ``articles``, ``paragraphs``, … into the folder, which is made where missing."""
    if not analyses:
        return
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in all_tables(analyses).items():
        if format == "csv":
            safe_cells(table).to_csv(folder / f"{name}.csv", index=False)
        else:
            table.to_parquet(folder / f"{name}.parquet", index=False)
