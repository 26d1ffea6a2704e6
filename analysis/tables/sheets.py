"""Tables to and from spreadsheets: CSV and xlsx, no cell of which is run as a formula."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pandas as pd

from analysis.records import ArticleError
from analysis.tables.export import safe_cells

LARGEST = 200_000_000
"""Bytes that an xlsx may unpack to: it is a zip, and a small one may hold a very large table."""
NO_SHEET = "This is no sheet that can be read: save it as CSV (UTF-8) or xlsx and try again."


def to_csv(table: pd.DataFrame) -> bytes:
    """The table as CSV in UTF-8 with a byte-order mark, by which spreadsheets know it."""
    return safe_cells(table).to_csv(index=False).encode("utf-8-sig", "replace")


def to_xlsx(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """The tables as sheets of one workbook, by name; heads stay in sight, text wraps."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    held = io.BytesIO()
    with pd.ExcelWriter(held, engine="openpyxl") as writer:
        for name, table in tables.items():
            safe_cells(_printable(table)).to_excel(writer, sheet_name=name[:31], index=False)
            sheet = writer.sheets[name[:31]]
            sheet.freeze_panes = "A2"
            for i, column in enumerate(table.columns, start=1):
                longest = max((len(str(value)) for value in table[column]), default=0)
                width = max(len(str(column)), min(60, longest)) + 2
                sheet.column_dimensions[get_column_letter(i)].width = width
                sheet.cell(1, i).font = Font(bold=True)
            for row in sheet.iter_rows(min_row=2):
                for cell in row:
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return held.getvalue()


def read_sheet(data: bytes) -> pd.DataFrame:
    """The first sheet of a CSV or xlsx file, every cell as text, "" where it is empty.

    Raises ``ArticleError`` with one sentence where it is neither.
    """
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(i.file_size for i in archive.infolist()) > LARGEST:
                    raise ArticleError("This sheet is too large to be read: split it.")
            table = pd.read_excel(io.BytesIO(data), engine="openpyxl", dtype=str)
        else:
            table = pd.read_csv(io.BytesIO(data), dtype=str, encoding="utf-8-sig", sep=None,
                                engine="python")  # fmt: skip
    except ArticleError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part makes its parsers raise
        raise ArticleError(NO_SHEET) from error
    return table.fillna("").astype(str)


def _printable(table: pd.DataFrame) -> pd.DataFrame:
    """Without the control characters that no workbook may hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    clean = table.copy()
    for column in clean.columns[clean.dtypes.map(pd.api.types.is_string_dtype)]:
        clean[column] = clean[column].map(lambda v: ILLEGAL_CHARACTERS_RE.sub("\ufffd", str(v)))
    return clean
