"""What leads out of the program: a report to send, pictures of charts, tables with their meaning.

Analyses and tables go in; sentences, HTML, pictures and files come out, without a screen: pages
and the command line give the same. Nothing is made before somebody asks for it, and nothing that
comes out makes a request. Tests in ``tests/report``.
"""

from __future__ import annotations

from report.audit import audit_lines
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
    "Link",
    "Piece",
    "Rows",
    "audit_lines",
    "name_sentence",
    "rows_of",
    "summary",
    "tone_sentence",
    "voice_sentence",
    "words_of",
]
