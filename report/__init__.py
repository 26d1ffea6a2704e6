"""What leads out of the program: a report to send, pictures of charts, tables with their meaning.

Analyses and tables go in; sentences, HTML, pictures and files come out, without a screen: pages
and the command line give the same. Nothing is made before somebody asks for it, and nothing that
comes out makes a request. Tests in ``tests/report``.
"""

from __future__ import annotations

from report.audit import audit_lines
from report.files import csv_of, json_of, workbook, zip_of_csv, zip_of_parquet
from report.naming import About, about, about_many, file_name
from report.page import report_html, write_report
from report.pictures import as_json, as_png, as_svg, standalone, title_of
from report.rows import Rows, rows_of, summary
from report.sentences import (
    Link,
    Piece,
    name_sentence,
    tone_sentence,
    voice_sentence,
    words_of,
)

__all__ = [
    "About",
    "Link",
    "Piece",
    "Rows",
    "about",
    "about_many",
    "as_json",
    "as_png",
    "as_svg",
    "audit_lines",
    "csv_of",
    "file_name",
    "json_of",
    "name_sentence",
    "report_html",
    "rows_of",
    "standalone",
    "summary",
    "title_of",
    "tone_sentence",
    "voice_sentence",
    "words_of",
    "workbook",
    "write_report",
    "zip_of_csv",
    "zip_of_parquet",
]
