"""One analysis told to programs (``as_json``, schema 1) and to a terminal (``summary``).

An ``Analysis`` goes in, plain values or lines of text come out. The shape of the JSON is kept by
``tests/test_contract.py``.
"""

from __future__ import annotations

from analysis.output.as_json import article_json
from analysis.output.summary import summarize

__all__ = ["article_json", "summarize"]
