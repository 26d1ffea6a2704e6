"""Entities: mentions in, one ``Entity`` out per real person, place or body.

Two ways of naming one thing: extend ``whole_names.SAME``; a part of a fuller name:
``part_names.PARTS``.
Pronouns and descriptions are followed back by ``references``; the reader's corrections are
replayed by ``edits``. Run ``python -m benchmarks accuracy entities``.
"""

from __future__ import annotations

from analysis.entities.entities import link_entities
from analysis.entities.part_names import PARTS
from analysis.entities.whole_names import SAME

__all__ = ["PARTS", "SAME", "link_entities"]
