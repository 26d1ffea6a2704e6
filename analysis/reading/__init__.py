"""Article: text in, an ``Article`` out, each paragraph with the part it plays.

In comes the text as given and what the document says of itself (title, author); out goes an
``Article`` with absolute spans. A line taken for the wrong part: extend ``roles.RULES``, or the
lists ``page_*.txt`` and ``byline_jobs.txt``. Run ``python -m benchmarks cases``.
"""

from __future__ import annotations

from analysis.reading.article import read_article
from analysis.reading.edits import corrected_article
from analysis.reading.roles import RULES

__all__ = ["RULES", "corrected_article", "read_article"]
