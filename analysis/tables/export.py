"""The tidy tables of many analyses as files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pandas as pd

from analysis.records import Analysis, ArticleError
from analysis.tables.base import ROWS, table_of
from analysis.text import FORMULA_STARTS, safe_cell


def safe_cells(table: pd.DataFrame) -> pd.DataFrame:
    """The table with text that a spreadsheet would run as a formula made plain text."""
    safe = table.copy()
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        risky = safe[column].str.startswith(FORMULA_STARTS, na=False)
        safe.loc[risky, column] = "'" + safe.loc[risky, column]
    return safe.rename(columns=safe_cell)


def all_tables(analyses: Iterable[Analysis]) -> dict[str, pd.DataFrame]:
    """Each table by name, the rows of all analyses one after the other; empty for none."""
    every = tuple(analyses)
    return {name: table_of(name, every) for name in ROWS} if every else {}


def write_tables(
    analyses: Iterable[Analysis], folder: Path, format: Literal["parquet", "csv"]
) -> None:
    """Write ``articles``, ``paragraphs``, … into the folder, which is made where missing.

    Raises ``ArticleError`` where the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from None
    for name, table in all_tables(analyses).items():
        try:
            if format == "csv":
                safe_cells(table).to_csv(folder / f"{name}.csv", index=False, errors="replace")
            else:
                table.to_parquet(folder / f"{name}.parquet", index=False)
        except OSError as error:
            raise _unwritable(folder, error) from None


def _unwritable(folder: Path, error: OSError) -> ArticleError:
    return ArticleError(f"{folder} cannot hold the tables ({error.strerror}): name another folder.")
