"""``python -m analysis``: files and options in, summaries, JSON or tables out.

``files`` opens documents, ``workers`` shares the work among processes, ``batch`` reads and writes
lines of JSON. Speed is measured by ``python -m benchmarks speed``.
"""

from __future__ import annotations

from analysis.command.batch import Progress
from analysis.command.cli import main, print_failures
from analysis.command.files import article_of, documents, read_files
from analysis.command.inputs import every_article
from analysis.command.streams import (
    abandon_output,
    bounded_lines,
    parse_line,
    prepare_output,
    printable,
)
from analysis.command.workers import LostWorkError, Workers

__all__ = [
    "LostWorkError",
    "Progress",
    "Workers",
    "abandon_output",
    "article_of",
    "bounded_lines",
    "documents",
    "every_article",
    "main",
    "parse_line",
    "prepare_output",
    "print_failures",
    "printable",
    "read_files",
]
