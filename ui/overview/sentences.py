"""What an editor would say to a colleague, of the whole article whatever filters are on."""

from __future__ import annotations

import report
from analysis import Analysis
from report import Piece
from ui.filters import counted, every


def tone_sentence(analysis: Analysis) -> list[Piece]:
    """How it sounds, how many paragraphs are negative and positive, and where it turns."""
    paragraphs = every(analysis, "paragraphs", {})
    return report.tone_sentence(analysis, paragraphs, counted(analysis, "sentences", {}))


def name_sentence(analysis: Analysis) -> list[Piece]:
    """How many are named, of which kind, and whom it names most."""
    return report.name_sentence(counted(analysis, "names", {}))


def voice_sentence(analysis: Analysis) -> list[Piece]:
    """Who speaks, in how many of its words, and what rests on unnamed sources."""
    return report.voice_sentence(analysis, counted(analysis, "statements", {}))
