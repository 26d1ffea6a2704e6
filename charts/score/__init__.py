"""The score: an article in one picture, read from left to right like music.

Everything stands on one axis of words and in one frame, so that a column, a passage and a
name line up, and one click selection (``pick``) serves every mark. Rows from the top: tone,
the writer's share against what is credited to others, a lane per voice, a lane per name.
"""

from __future__ import annotations

from charts.score.choice import highlight
from charts.score.rows import FIELDS, NARROW, WIDE
from charts.score.whole import score, score_key, slim_score

__all__ = ["FIELDS", "NARROW", "WIDE", "highlight", "score", "score_key", "slim_score"]
