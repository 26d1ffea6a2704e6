"""Regular expressions whose words stand in the lists: ``{hedges}`` is a group of them.

A rule says in code where words stand; which words they are, ``word_groups.txt`` says (single
words) and ``phrase_groups.txt`` (several at once); whole patterns of what pages print stand in
``page_patterns.txt``, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.lexicon.files import lexicon_lines, word_table

_GROUP = re.compile(r"\{([a-z][^{}]*)\}")


class Pattern:
    """A regular expression with groups of words, read and compiled when it is first asked.

    >>> bool(Pattern(r"{compass} of Brask").match("north of Brask"))
    True
    """

    __slots__ = ("_compiled", "_flags", "_template")

    def __init__(self, template: str, flags: int = 0) -> None:
        self._template, self._flags = template, flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression with its words in it. Raises ``KeyError`` for a group no list has."""
        if self._compiled is None:
            self._compiled = re.compile(filled(self._template), self._flags)
        return self._compiled

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of ``re``: at the start."""
        return self.compiled.match(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """As of ``re``: anywhere."""
        return self.compiled.search(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """As of ``re``: the whole of it."""
        return self.compiled.fullmatch(text)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """As of ``re``: everywhere, in order."""
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, other: str, text: str) -> str:
        """As of ``re``: the text with what it fits replaced."""
        return self.compiled.sub(other, text)


class PagePattern(Pattern):
    """The lines of one kind in ``page_patterns.txt`` as alternatives."""

    __slots__ = ("_kind",)

    def __init__(self, kind: str, flags: int = re.IGNORECASE) -> None:
        super().__init__("", flags)
        self._kind = kind

    @property
    def compiled(self) -> re.Pattern[str]:
        if self._compiled is None:
            rows = (line.split("\t") for line in lexicon_lines("page_patterns"))
            lines = [filled(row[1]) for row in rows if row[0] == self._kind]
            self._compiled = re.compile("|".join(lines), self._flags)
        return self._compiled


def filled(template: str) -> str:
    """The template with the words of its groups, the longest first.

    >>> filled("{hedges}"), filled("x{0,3}")
    ('(?:purportedly|reportedly|supposedly|allegedly)', 'x{0,3}')
    """
    return _GROUP.sub(lambda hit: _alternatives(hit[1]), template)


def _alternatives(group: str) -> str:
    phrases = word_table("phrase_groups").get(group)
    words = phrases[0].split("; ") if phrases else word_table("word_groups")[group][0].split()
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
