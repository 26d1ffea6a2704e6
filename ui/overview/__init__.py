"""The Overview: an analysis in, three sentences out, every figure in them a link to its words.

To add a sentence, write it in ``sentences`` from counts of ``analysis.tables.counts``.
"""

from __future__ import annotations

from ui.overview.sentences import name_sentence, tone_sentence, voice_sentence

__all__ = ["name_sentence", "tone_sentence", "voice_sentence"]
