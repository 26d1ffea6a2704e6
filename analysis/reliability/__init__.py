"""How far results can be trusted: measured on public data, and by coders on a reader's own.

What comes in are analyses, and what coders said of items drawn from them (``records``);
``drawing`` makes the random sample, ``figures`` precision, recall and agreement, with the
intervals of ``intervals`` and ``agreement``. ``measured`` reads what ``python -m benchmarks
accuracy`` wrote, ``codebook`` the definitions that program and coders share.
"""

from __future__ import annotations

from analysis.reliability.agreement import Agreement, agreement
from analysis.reliability.codebook import Codebook, codebook, printable
from analysis.reliability.drawing import candidates, draw, may_stratify
from analysis.reliability.figures import (
    PROGRAM,
    Findings,
    Group,
    agreements,
    disagreements,
    findings,
    is_recall,
    told_code,
)
from analysis.reliability.intervals import Estimate, points_for, wilson
from analysis.reliability.measured import AREAS, Level, Measured, Task, measured
from analysis.reliability.records import (
    ANSWERS,
    CHOICES,
    DONE,
    FACETS,
    HAS,
    RIGHT,
    UNSURE,
    VERDICTS,
    WHAT,
    Choice,
    Drawn,
    Facet,
    Item,
    Judgement,
    Part,
    Sample,
    What,
)
from analysis.reliability.told import told_agreement, told_findings, told_groups, told_share

__all__ = [
    "ANSWERS",
    "AREAS",
    "CHOICES",
    "DONE",
    "FACETS",
    "HAS",
    "PROGRAM",
    "RIGHT",
    "UNSURE",
    "VERDICTS",
    "WHAT",
    "Agreement",
    "Choice",
    "Codebook",
    "Drawn",
    "Estimate",
    "Facet",
    "Findings",
    "Group",
    "Item",
    "Judgement",
    "Level",
    "Measured",
    "Part",
    "Sample",
    "Task",
    "What",
    "agreement",
    "agreements",
    "candidates",
    "codebook",
    "disagreements",
    "draw",
    "findings",
    "is_recall",
    "may_stratify",
    "measured",
    "points_for",
    "printable",
    "told_agreement",
    "told_code",
    "told_findings",
    "told_groups",
    "told_share",
    "wilson",
]
