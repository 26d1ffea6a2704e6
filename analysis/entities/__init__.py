"""Entities: mentions in, one ``Entity`` out per real person, place or body.

Two ways of naming one thing: extend ``forms.SAME``; a part of a fuller name: ``forms.PARTS``.
Pronouns and descriptions are followed back by ``references``; the reader's corrections are
replayed by ``edits``. Run ``python -m benchmarks accuracy entities``.
"""

from __future__ import annotations

from analysis.entities.entities import link_entities
from analysis.entities.forms import PARTS, SAME

__all__ = ["PARTS", "SAME", "link_entities"]
