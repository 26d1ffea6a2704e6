"""How an article is cut into stretches for the encoder: the same way in training and in use."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Piece = tuple[int, int, int]
"""Paragraph, first word, last word + 1."""

LONGEST = 160
"""Words a network reads at once; a quotation and its speaker nearly always fit."""
LEAST = 0.75
"""Letters and digits a word, in the mean: of prose 4 to 5, of a table of results 1."""
FEW = 40
"""Words that say nothing about their mean length."""


def pack(
    sizes: Sequence[int], *, longest: int = LONGEST, alone: Collection[int] = (), first: int = 0
) -> list[list[Piece]]:
    """Stretches of whole paragraphs up to ``longest`` words; longer paragraphs are cut.

    Paragraphs in ``alone`` (headlines) share no stretch. ``first`` shortens the first
    stretch, which moves all borders: training reads each article cut in different ways.
    """
    stretches: list[list[Piece]] = []
    current: list[Piece] = []
    room = longest - first
    for index, size in enumerate(sizes):
        if index in alone or size > room:
            if current:
                stretches.append(current)
            current, room = [], longest
        start = 0
        while size - start > longest:
            stretches.append([(index, start, start + longest)])
            start += longest
        if size > start:
            current.append((index, start, size))
            room -= size - start
        if index in alone and current:
            stretches.append(current)
            current, room = [], longest
    if current:
        stretches.append(current)
    return stretches


def is_prose(words: Sequence[str]) -> bool:
    """Whether a stretch can hold words to read: 200,000 brackets would each cost as much as one."""
    return len(words) < FEW or sum(map(str.isalnum, "".join(words))) >= LEAST * len(words)
