"""Annotated text as the trainers see it: paragraphs with labelled character ranges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Range = tuple[int, int, str]
"""Start, end, label; the label ``"?"`` says that something stands there, but not what."""

UNKNOWN = "?"
_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}”’…]|'s|n't|'re|'ve|'ll|'d|'m|'S|N'T)$")
_NO_SPACE_AFTER = frozenset("([{$£€“‘#")


@dataclass(slots=True)
class Part:
    """One paragraph; ``None`` where the corpus does not annotate that layer."""

    text: str
    names: list[Range] | None = None
    pos: list[Range] | None = None
    roles: list[Range] | None = None
    tones: list[Range] | None = None
    """Names with the tone toward whom they name."""


@dataclass(slots=True)
class Document:
    """Paragraphs read together, and the annotation style they follow."""

    parts: list[Part]
    style: str
    id: str = ""
    alone: set[int] = field(default_factory=set)
    """Paragraphs that are never packed with others: headlines."""


def respaced(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Running text for words cut apart by a corpus, and where each word went."""
    text, places, glue, quoting = "", [], True, False
    for word in words:
        closing = word == '"' and quoting
        if not (glue or closing or _NO_SPACE_BEFORE.match(word)):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        if word == '"':
            quoting = not quoting
        glue = word in _NO_SPACE_AFTER or (word == '"' and quoting)
    return text, places


def labelled(
    places: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int, str]]
) -> list[Range]:
    """Character ranges for ``(first word, last word + 1, label)``."""
    return [(places[first][0], places[last - 1][1], label) for first, last, label in spans]


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """``(first, last + 1, label)`` for IO, IOB or BIO tags."""
    found: list[tuple[int, int, str]] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (kind != label or prefix == "B"):
            found.append((start, i, label))
            label = ""
        if kind and not label:
            start, label = i, kind
    return found
