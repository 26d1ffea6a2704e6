"""Names: ``Article`` and ``Tagged`` in, a ``Mention`` out for each place where a name stands.

Capitals and lists propose, the network proposes; ``mentions.PASSES`` is the order in which they
are heard, ``cuts.CUTS`` what is cut from a run of capitals, ``kinds.KINDS`` whether a name is a
person, a place or a body. Run ``python -m benchmarks accuracy entities``.
"""

from __future__ import annotations

from analysis.names.kinds import KINDS
from analysis.names.mentions import PASSES, find_mentions

__all__ = ["KINDS", "PASSES", "find_mentions"]
