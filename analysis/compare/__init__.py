"""Several articles beside each other: who is who across them, and which statements are the same.

In come the analyses of 2 to 6 articles, out go a joined cast (``join_names``; extend ``JOINING``)
and rows of statements (``match_statements``; extend ``MATCHING``, then run
``python -m benchmarks.matching``). Nothing is joined silently: each join knows its rule.
"""

from __future__ import annotations

from analysis.compare.joins import (
    JOINING,
    Edit,
    Joined,
    join_members,
    join_names,
    rules_used,
)
from analysis.compare.matching import MATCHING, Said, match
from analysis.compare.members import Member, members_of
from analysis.compare.statements import Cell, Row, from_headline, match_statements
from analysis.compare.wording import Wording, read_wording

__all__ = [
    "JOINING",
    "MATCHING",
    "Cell",
    "Edit",
    "Joined",
    "Member",
    "Row",
    "Said",
    "Wording",
    "from_headline",
    "join_members",
    "join_names",
    "match",
    "match_statements",
    "members_of",
    "read_wording",
    "rules_used",
]
