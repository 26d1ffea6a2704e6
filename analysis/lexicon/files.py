"""Word lists from ``data/lexicons``: the one place where the analysis opens files."""

from __future__ import annotations

from functools import cache
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
