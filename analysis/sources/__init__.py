"""Sources: attributions in, one ``Source`` out per real voice, and a ``Credit`` per attribution.

Whom the words of a source mean: ``resolution.RULES``; the role beside a name:
``introductions.RULES``; what sort of source it is: ``kinds`` and ``person_roles.txt``; how its
words came: ``provenance``. ``voices`` cuts the body into the writer's words and each source's.
The reader's corrections of who is one source are replayed by ``edits``; ``hues`` keeps each
source's colour. Run ``python -m benchmarks accuracy sources``.
"""

from __future__ import annotations

from analysis.sources.hues import Heard, with_hues
from analysis.sources.introductions import RULES as INTRODUCTIONS
from analysis.sources.resolution import RULES as REFERENTS
from analysis.sources.sources import name_corrected_sources, name_sources
from analysis.sources.voices import count_credits, split_voices

__all__ = [
    "INTRODUCTIONS",
    "REFERENTS",
    "Heard",
    "count_credits",
    "name_corrected_sources",
    "name_sources",
    "split_voices",
    "with_hues",
]
