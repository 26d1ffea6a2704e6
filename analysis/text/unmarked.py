"""A text as a reader's eye takes it, character for character as long as the one given."""

from __future__ import annotations

import re

_NOTE = re.compile(
    # “in May,[1] the office said.[2]”
    r"(?<=[\w.,;:!?\"”’')\]])(?:\[(?:\d{1,3}|[a-z]|note \d{1,2})\])+"
    r"|(?<=[^\W\d_])[¹²³⁰⁴-⁹]+(?![^\W_])|(?<=[.,;:!?\"”’')])[¹²³⁰⁴-⁹†‡]+"
)
_LATEX = re.compile(r"``|(?<=\S)''")
_PAIR = re.compile(r"``[^`\n]{1,2000}?''")


def unmarked(text: str) -> str:
    """The text without footnote signs and with newspaper marks for those of LaTeX.

    What is left out becomes spaces, so that offsets into it are offsets into the text.

    >>> unmarked("It fell,[3] ``twice,'' she said.")
    'It fell,     "twice,"  she said.'
    """
    clear = _NOTE.sub(lambda hit: " " * len(hit[0]), text)
    return _PAIR.sub(lambda hit: _LATEX.sub(_newspaper, hit[0]), clear)


def _newspaper(mark: re.Match[str]) -> str:
    return ' "' if mark[0] == "``" else '" '
