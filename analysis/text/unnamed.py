"""Where the text says that somebody asked not to be named (``data/lexicons/anonymity.txt``)."""

from __future__ import annotations

import re
from functools import cache

from analysis.lexicon import lexicon_lines


def wish_to_stay_unnamed(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first of the listed ways to say so that stands in this stretch, None if none does."""
    found = (pattern.search(text, start, end) for pattern in _wishes())
    return next((match for match in found if match), None)


@cache
def _wishes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, re.I) for line in lexicon_lines("anonymity"))
