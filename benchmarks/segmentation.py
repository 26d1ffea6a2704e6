"""Sentence splitting against treebank paragraphs: ``python -m benchmarks.segmentation``.

F1 of exact sentence spans inside the paragraphs that ``newpar`` marks in GUM news and EWT
(dev parts, read from ../shared; used for measuring only).
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.language import split_sentences
from analysis.records import Span

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
FILES = ("train/gum/news.dev.conllu.gz", "train/ewt/dev.conllu.gz")


def paragraphs(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Paragraphs as lists of (sentence, the white space after it)."""
    current: list[tuple[str, str]] = []
    text, after = "", " "
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(("# newpar", "# newdoc")) and current:
                yield current
                current = []
            elif line.startswith("# text = "):
                text = line.removeprefix("# text = ").strip()
            elif line[0].isdigit():
                after = "" if "SpaceAfter=No" in line else " "
            elif not line.strip() and text:
                current.append((text, after))
                text = ""
    if current:
        yield current


def gold(paragraph: list[tuple[str, str]]) -> tuple[str, set[Span]]:
    """The paragraph's text and its sentences' spans."""
    text, spans = "", set()
    for sentence, after in paragraph:
        spans.add(Span(len(text), len(text) + len(sentence)))
        text += sentence + after
    return text, spans


def score(path: Path, *, show: bool = False) -> tuple[float, int]:
    """F1 of exact spans, and how many gold sentences there are."""
    right = found = wanted = 0
    for paragraph in paragraphs(path):
        text, spans = gold(paragraph)
        mine = set(split_sentences(text, Span(0, len(text))))
        right, found, wanted = right + len(mine & spans), found + len(mine), wanted + len(spans)
        if show and mine != spans:
            print(" - ", " | ".join(s.of(text) for s in sorted(spans)))
            print(" + ", " | ".join(s.of(text) for s in sorted(mine)), "\n")
    return 2 * right / (found + wanted), wanted


if __name__ == "__main__":
    for name in FILES:
        f1, n = score(SHARED / name, show="--show" in sys.argv)
        print(f"{name}: sentence F1 {f1:.3f} (n = {n})")
