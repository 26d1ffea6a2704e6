"""Attributions: who is credited with which stretch of text, by which words.

In come the network's tags and the quotations; out go ``Attribution``s with source, cue and
content, nested ones with a parent. Without the network, and inside contents, ``clauses.RULES``
find statements; ``speech.RULES`` credit a quotation nobody claimed; ``trimming.TRIMS`` mend
what the tags take in too much. Verbs stand in ``reporting_verbs.txt``. Run
``python -m benchmarks accuracy attribution``.
"""

from __future__ import annotations

from analysis.attribution.attributions import find_attributions
from analysis.attribution.clauses import RULES as STATEMENTS
from analysis.attribution.speech import RULES as QUOTATIONS
from analysis.attribution.trimming import TRIMS

__all__ = ["QUOTATIONS", "STATEMENTS", "TRIMS", "find_attributions"]
