"""A text without the typesetter's marks in its words, and the way back to the text as given.

Soft hyphens, zero-width characters, ligatures, words broken at a line end and the “>” of quoted
mail hide words from every list and network. What reads words therefore reads a smoothed copy;
``Smooth.back`` turns places in it into places in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from analysis.lexicon import word_group
from analysis.records import Span
from analysis.text.letters import QUOTE_MARKS

Record = TypeVar("Record")
_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LETTER = r"[^\W\d_]"
HYPHENS = "\\-‐¬\u00ad"  # as they stand in a class of a pattern
_LINE_END = rf"[ \t]*(?:\r\n|[\n\r\v\f\x85\u2028])(?:{QUOTE_MARKS}|[ \t]*)"
BROKEN = rf"(?<={_LETTER})[{HYPHENS}]{_LINE_END}(?={_LETTER})"
"""A hyphen between letters, then the end of the line: the two halves are one word."""
_ODD = re.compile(
    rf"(?P<broken>{BROKEN})|(?P<unseen>[\u00ad\u200b\u200e\u200f\u2060\ufeff]+)"
    rf"|(?P<ligature>[{''.join(_LIGATURES)}])|(?P<quoted>(?m:^){QUOTE_MARKS})"
)
_BEFORE = re.compile(rf"(?:[^\W_]+-)*{_LETTER}+$")  # “53-year-”
_AFTER = re.compile(rf"{_LETTER}+")
_LONGEST = 60  # characters of half a word; what is longer is no word


@dataclass(frozen=True, slots=True)
class Smooth:
    """A smoothed text; ``starts`` and ``given`` say where its pieces begin here and there."""

    text: str
    starts: tuple[int, ...] = (0,)
    given: tuple[int, ...] = (0,)
    changed: frozenset[int] = frozenset()
    """The pieces that stand for something else: their letters have no place of their own."""
    ends: tuple[int, ...] = ()
    """Where each piece ends in the text as given."""

    def back(self, span: Span) -> Span:
        """The same words in the text as given."""
        return Span(self._first(span.start), self._last(span.end - 1))

    def there(self, span: Span) -> Span:
        """The same words in the smoothed text; at least one character."""
        start = min(self._forward(span.start), len(self.text) - 1)
        return Span(start, max(start + 1, self._forward(span.end)))

    def _first(self, at: int) -> int:
        i = bisect_right(self.starts, at) - 1
        return self.given[i] + (0 if i in self.changed else at - self.starts[i])

    def _last(self, at: int) -> int:
        i = bisect_right(self.starts, at) - 1
        return self.ends[i] if i in self.changed else self.given[i] + at - self.starts[i] + 1

    def _forward(self, at: int) -> int:
        i = bisect_right(self.given, at) - 1
        if i < 0:
            return 0
        size = (self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)) - self.starts[i]
        inside = at - self.given[i]
        if i in self.changed:
            return self.starts[i] + (size if inside else 0)
        return self.starts[i] + min(inside, size)


def is_smooth(text: str) -> bool:
    """Whether nothing stands in the way of its words.

    >>> is_smooth("the finance office"), is_smooth("the ﬁnance ofﬁce")
    (True, False)
    """
    return _ODD.search(text) is None


def smooth(text: str) -> Smooth:
    """The text as a reader sees it, with the way back.

    >>> copy = smooth("The Har\\u00adbour Insti-\\ntute")
    >>> copy.text, copy.back(Span(12, 21))
    ('The Harbour Institute', Span(start=13, end=24))
    """
    pieces: list[tuple[str, int, int, bool]] = []  # words, place as given, its end, changed
    at = 0
    for start, end, new in _edits(text):
        if at < start:
            pieces.append((text[at:start], at, start, False))
        if new:
            pieces.append((new, start, end, True))
        at = end
    if at < len(text):
        pieces.append((text[at:], at, len(text), False))
    starts, total = [], 0
    for words, *_ in pieces:
        starts.append(total)
        total += len(words)
    return Smooth(
        "".join(words for words, *_ in pieces),
        tuple(starts),
        tuple(begin for _, begin, _, _ in pieces),
        frozenset(i for i, piece in enumerate(pieces) if piece[3]),
        tuple(end for _, _, end, _ in pieces),
    )


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """What is replaced, in order: from, to, by what."""
    seen: frozenset[str] | None = None
    for match in _ODD.finditer(text):
        new = _LIGATURES.get(match[0], "")
        if match["broken"]:
            seen = seen if seen is not None else frozenset(_words(text))
            new = _hyphen(text, match, seen)
        yield match.start(), match.end(), new


def _words(text: str) -> Iterator[str]:
    return (word.lower() for word in re.findall(rf"{_LETTER}+(?:-{_LETTER}+)*", text))


def _hyphen(text: str, match: re.Match[str], seen: frozenset[str]) -> str:
    """What stands for a hyphen at a line end: "-" in “well-known”, nothing in “Institute”."""
    before = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
    after = _AFTER.match(text, match.end(), match.end() + _LONGEST)
    left, right = (before[0] if before else "").lower(), (after[0] if after else "").lower()
    if match[0][0] != "-":
        return ""
    if right in word_group("joining words"):  # “pre- and post-war”
        return "- "
    if left + right in seen:
        return ""
    kept = f"{left}-{right}" in seen or "-" in left or left in word_group("compound starts")
    capital = text[match.end()].isupper() and not text[match.start() - 1].isupper()
    return "-" if kept or capital else ""


def moved(record: Record, copy: Smooth) -> Record:
    """A record of the smoothed text with every span in it led back to the text as given."""
    found: Any = _moved(record, copy)
    return found


def _moved(value: Any, copy: Smooth) -> Any:
    if isinstance(value, Span):
        return copy.back(value)
    if isinstance(value, tuple):
        return tuple(_moved(one, copy) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = ((f.name, getattr(value, f.name)) for f in fields(value) if f.init)
    return replace(value, **{k: _moved(v, copy) for k, v in held if not isinstance(v, str)})
