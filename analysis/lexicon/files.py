"""Word lists from ``data/lexicons``: the one place where the analysis opens files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache, partial
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"


@cache
def word_list(name: str) -> frozenset[str]:
    """The entries of ``data/lexicons/<name>.txt``; ``#`` starts the header and comments."""
    return frozenset(lexicon_lines(name))


@cache
def word_group(name: str) -> frozenset[str]:
    """A group of small words from ``data/lexicons/word_groups.txt``."""
    return frozenset(word_table("word_groups")[name][0].split())


class Words(Set[str]):
    """Words read when they are first asked for, so that importing a module opens no file.

    >>> (Words(lambda: ["said", "told"]) | {"asked"}) - {"told"} == {"said", "asked"}
    True
    """

    __slots__ = ("_held", "_read")

    def __init__(self, read: Callable[[], Iterable[str]]) -> None:
        self._read = read
        self._held: frozenset[str] | None = None

    @classmethod
    def _from_iterable(cls, it: Iterable[str]) -> frozenset[str]:  # type: ignore[override]
        return frozenset(it)  # what the mixin makes of two sets

    def _all(self) -> frozenset[str]:
        if self._held is None:
            self._held = frozenset(self._read())
        return self._held

    def __contains__(self, word: object) -> bool:
        return word in self._all()

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def __or__(self, other: Iterable[str]) -> Words:  # type: ignore[override]
        return Words(lambda: self._all() | frozenset(other))

    def __sub__(self, other: Iterable[str]) -> Words:
        return Words(lambda: self._all() - frozenset(other))

    def __and__(self, other: Iterable[object]) -> Words:
        return Words(lambda: self._all() & frozenset(other))

    __rand__ = __and__


def group_words(name: str) -> Words:
    """A group of ``word_groups.txt`` for a module's own constant, read on first use."""
    return Words(partial(word_group, name))


@cache
def word_table(name: str) -> dict[str, tuple[str, ...]]:
    """Tab-separated entries of a lexicon: the first column leads to the others."""
    return {row[0]: tuple(row[1:]) for row in (line.split("\t") for line in lexicon_lines(name))}


@cache
def lexicon_lines(name: str) -> tuple[str, ...]:
    """The entries in file order, without header and comments."""
    text = (DATA / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.rstrip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
