"""Typographic marks written the plain way, with a map back to the text as given.

VADER knows ``isn't`` but not ``isn’t``, and does not find a word glued to ``“`` or ``—``.
"""

from __future__ import annotations

import re

_APOSTROPHES = "‘’‚‛′ʼ"
_QUOTATION_MARKS = "“”„‟«»″"
_DASHES = "—–―"
_INVISIBLE = "\u200b\u200c\u2060\ufeff\u00ad"
"""Zero-width marks and soft hyphens; the zero-width joiner stays, emoji are made with it."""

STRAIGHT: dict[str, str] = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTATION_MARKS, '"'),
    **dict.fromkeys(_DASHES, " - "),  # dashes part words, so spaces are added
    **dict.fromkeys(_INVISIBLE, ""),
    "…": " ... ",
}
_MARK = re.compile("[" + "".join(STRAIGHT) + "]")


def straighten(text: str) -> str:
    """The text with ``'``, ``"``, spaced ``-`` and ``...`` for the typographic marks.

    >>> straighten("It isn’t “good”.")
    'It isn\\'t "good".'
    """
    return _MARK.sub(_plain, text)


def offset_map(text: str) -> tuple[int, ...]:
    """For each character of ``straighten(text)``, and its end, the offset in ``text``.

    ``text[offset_map(text)[i]]`` is the character the i-th plain one was made from.
    """
    offsets: list[int] = []
    at = 0
    for mark in _MARK.finditer(text):
        offsets += range(at, mark.start())
        offsets += [mark.start()] * len(STRAIGHT[mark.group()])
        at = mark.end()
    offsets += range(at, len(text) + 1)
    return tuple(offsets)


def _plain(mark: re.Match[str]) -> str:
    return STRAIGHT[mark.group()]
