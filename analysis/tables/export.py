"""The tidy tables of many analyses as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import pandas as pd

import analysis.tables.base as base
from analysis.records import Analysis, ArticleError
from analysis.text import FORMULA_STARTS, safe_cell

TABLES: dict[str, Callable[[Analysis], pd.DataFrame]] = {
    "articles": base.article_table,
    "paragraphs": base.paragraph_table,
    "sentences": base.sentence_table,
    "mentions": base.mention_table,
    "entities": base.entity_table,
    "attributions": base.attribution_table,
    "sources": base.source_table,
}


def safe_cells(table: pd.DataFrame) -> pd.DataFrame:
    """The table with text that a spreadsheet would run as a formula made plain text."""
    safe = table.copy()
    for column in safe.columns[safe.dtypes.map(pd.api.types.is_string_dtype)]:
        risky = safe[column].str.startswith(FORMULA_STARTS, na=False)
        safe.loc[risky, column] = "'" + safe.loc[risky, column]
    return safe.rename(columns=safe_cell)


def all_tables(analyses: Iterable[Analysis]) -> dict[str, pd.DataFrame]:
    """Each table by name, the rows of all analyses one after the other; empty for none."""
    made: dict[str, list[pd.DataFrame]] = {name: [] for name in TABLES}
    for analysis in analyses:
        for name, make in TABLES.items():
            made[name].append(make(analysis))
    return {name: pd.concat(tables, ignore_index=True) for name, tables in made.items() if tables}


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
