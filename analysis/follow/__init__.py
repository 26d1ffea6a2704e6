"""Many articles followed together: what one analysis tells of a whole library, in small.

In comes an ``Analysis``, out go its ``Facts`` (names, sources, statements with their places and
scores, no words), which the library keeps beside the result; facts of many articles are joined
into one cast by the rules of ``analysis.compare`` (``join_facts``), estimated with intervals
(``estimates``) and laid out as a network (``layout``). Tables are in ``analysis.tables.follow``;
``python -m benchmarks.follow`` measures it.
"""

from __future__ import annotations

from analysis.follow.cast import Somebody, join_facts
from analysis.follow.estimates import mean_of, share_of
from analysis.follow.facts import (
    FACTS,
    Facts,
    Followed,
    NameFact,
    Place,
    SourceFact,
    Statement,
    facts_of,
)
from analysis.follow.layout import spread

__all__ = [
    "FACTS",
    "Facts",
    "Followed",
    "NameFact",
    "Place",
    "Somebody",
    "SourceFact",
    "Statement",
    "facts_of",
    "join_facts",
    "mean_of",
    "share_of",
    "spread",
]
