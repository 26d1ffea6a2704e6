"""Analyses and tables as files: a workbook, zips of CSV or Parquet, JSON; with their dictionary."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence

import pandas as pd

from analysis import Analysis
from analysis.output import article_json
from analysis.tables import (
    all_tables,
    correction_table,
    dictionary,
    frame,
    source_audit,
    to_csv,
    to_xlsx,
    unnamed_table,
)
from report.naming import About, about

MOST_ROWS = 20_000
"""Of a sheet: openpyxl writes about 3,000 rows a second, and a reader waits. Parquet has all."""
ABOUT = {"what": "str", "value": "str"}
CORRECTIONS = "corrections"


def workbook(analyses: Sequence[Analysis]) -> bytes:
    """All tables of these articles as sheets of one xlsx: about, index, audit, tables, columns."""
    tables = _tables(analyses)
    cut = {name: len(t) for name, t in tables.items() if len(t) > MOST_ROWS}
    shown = {name: table.head(MOST_ROWS) for name, table in tables.items()}
    of = about(analyses)
    facts = [{"what": "Articles", "value": str(len(analyses))}]
    facts += [{"what": "Of", "value": of.line}, {"what": "Made by", "value": of.made}]
    facts += [
        {"what": f"Left out of {name}", "value": f"{n - MOST_ROWS:,} of {n:,} rows"}
        for name, n in cut.items()
    ]
    return to_xlsx({"about": frame(facts, ABOUT), **shown, "columns": dictionary(tables)})


def zip_of_csv(tables: Mapping[str, pd.DataFrame], of: About | None = None) -> bytes:
    """These tables as CSV in one zip, no cell of which a spreadsheet runs, and their columns.

    With ``of``, a text file says what they are of.
    """
    files = {f"{name}.csv": to_csv(table) for name, table in tables.items()}
    files["columns.csv"] = to_csv(dictionary(tables))
    if of is not None:
        files["about.txt"] = "\n".join([*of.lines, ""]).encode("utf-8", "replace")
    return _zip(files)


def zip_of_parquet(analyses: Sequence[Analysis]) -> bytes:
    """All tables of these articles as Parquet in one zip, and their columns."""
    tables = _tables(analyses)
    files = {f"{name}.parquet": table.to_parquet(index=False) for name, table in tables.items()}
    return _zip({**files, "columns.csv": to_csv(dictionary(tables))})


def csv_of(analyses: Sequence[Analysis]) -> bytes:
    """All tables of these articles as CSV in one zip, and their columns."""
    return zip_of_csv(_tables(analyses), about(analyses))


def json_of(analyses: Sequence[Analysis]) -> bytes:
    """The JSON of the contract: an object for one article, a line each for several."""
    if len(analyses) == 1:
        made = json.dumps(article_json(analyses[0]), ensure_ascii=False, indent=1)
    else:
        made = "".join(f"{json.dumps(article_json(a), ensure_ascii=False)}\n" for a in analyses)
    return made.encode("utf-8", "surrogatepass")


def _tables(analyses: Sequence[Analysis]) -> dict[str, pd.DataFrame]:
    corrections = [
        correction_table(a, {c.kind for c in a.corrections}).assign(article=a.article.id)
        for a in analyses
    ]
    return {
        **all_tables(analyses),
        "audit": source_audit(analyses),
        "unnamed": unnamed_table(analyses),
        CORRECTIONS: pd.concat(corrections, ignore_index=True),
    }


def _zip(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
