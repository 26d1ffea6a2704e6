"""Where the words VADER sees stand in the text as given.

Between the two lie straightened punctuation and emoji spelt out in words.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from analysis.records import Span
from analysis.tone.typography import offset_map

_RUN = re.compile(r"\S+")


class Places:
    """The runs between spaces of a spoken text, each found again in the text as given."""

    def __init__(
        self, text: str, spoken: str, origins: tuple[int, ...] | None, runs: list[str], start: int
    ) -> None:
        self.text = text
        self.runs = runs
        self._spoken, self._origins, self._start = spoken, origins, start
        self._begins: list[int] = []
        self._offsets: tuple[int, ...] | None = None

    def span(self, first: int, last: int) -> Span:
        """From the first letter of one run to the last letter of another, in the article."""
        begin = self.begin(first)
        left = _lead(self.runs[first])
        run = self.runs[last]
        right = len(run) - _tail(run)
        end = self._original(self._begins[last] + right - 1) + 1
        start = self._original(begin + left)
        return Span(self._start + start, self._start + max(end, start + 1))

    def begin(self, run: int) -> int:
        """Where the run begins in the spoken text."""
        if not self._begins:
            self._begins = [m.start() for m in _RUN.finditer(self._spoken)]
        return self._begins[run]

    def before(self, run: int) -> str:
        """The marks glued to the front of the run: ``"(`` of ``"(Great``."""
        return self.runs[run][: _lead(self.runs[run])]

    def _original(self, offset: int) -> int:
        if self.text is self._spoken:
            return offset
        if self._offsets is None:
            self._offsets = offset_map(self.text)
        plain = self._origins[offset] if self._origins is not None else offset
        return self._offsets[plain]


def _lead(run: str) -> int:
    """How many marks stand before the word; none where marks are all there is, as in ``:)``."""
    stripped = run.lstrip(string.punctuation)
    return len(run) - len(stripped) if len(run.strip(string.punctuation)) > 2 else 0


def _tail(run: str) -> int:
    stripped = run.rstrip(string.punctuation)
    return len(run) - len(stripped) if len(run.strip(string.punctuation)) > 2 else 0


def spell_emoji(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Emoji as the library spells them ("grinning face"), and where each letter came from.

    The second is None where the text has none. The library's own loop, kept to the letter:
    an emoji is parted from what is before it, not from what follows.
    """
    if text.isascii() or emoji_words().keys().isdisjoint(text):
        return text, None
    pieces: list[str] = []
    origins: list[int] = []
    after_space = True
    for i, character in enumerate(text):
        words = emoji_words().get(character)
        if words is None:
            piece, after_space = character, character == " "
        else:
            piece, after_space = (words if after_space else " " + words), False
        pieces.append(piece)
        origins += [i] * len(piece)
    origins.append(len(text))
    return "".join(pieces), tuple(origins)


@cache
def emoji_words() -> Mapping[str, str]:
    """The library's names for single-character emoji."""
    emojis: dict[str, str] = SentimentIntensityAnalyzer().emojis
    return {emoji: words for emoji, words in emojis.items() if len(emoji) == 1}
