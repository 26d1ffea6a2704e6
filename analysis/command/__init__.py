"""The stage ``analysis.command``; only what stands here is for others."""

from __future__ import annotations

from analysis.command.batch import Progress
from analysis.command.cli import main
from analysis.command.files import documents, read_files

__all__ = ["Progress", "documents", "main", "read_files"]
