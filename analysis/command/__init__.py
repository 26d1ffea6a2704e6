"""``python -m analysis``: files and options in, summaries, JSON or tables out.

``files`` opens documents, ``workers`` shares the work among processes, ``batch`` reads and writes
lines of JSON. Speed is measured by ``python -m benchmarks speed``.
"""

from __future__ import annotations

from analysis.command.batch import Progress
from analysis.command.cli import main
from analysis.command.files import documents, read_files

__all__ = ["Progress", "documents", "main", "read_files"]
