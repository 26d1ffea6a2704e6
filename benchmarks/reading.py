"""Paragraph roles on texts that are nothing but body: ``python -m benchmarks.reading``.

The 924 PolNeAR articles hold the title as first paragraph and otherwise the body as a
person cleaned it, so nearly every further paragraph of prose should be read as body.
Read from ../shared; ``--show`` prints what was not.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

from analysis.reading import read_article

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared"))
FILES = ("eval/attribution/train.jsonl", "eval/attribution/dev.jsonl")
PROSE_WORDS = 8  # shorter ones here are rules, credits, style sheets and list numbers


def body_share(*, show: bool = False) -> tuple[float, Counter[str], int]:
    """Share of prose paragraphs read as body, the roles of all, and titles found as headline."""
    prose: Counter[bool] = Counter()
    roles: Counter[str] = Counter()
    titles = 0
    for given in (json.loads(line) for name in FILES for line in (SHARED / name).open()):
        article = read_article(given["text"], title=given["title"])
        titles += article.paragraphs[0].role == "headline"
        for paragraph in article.paragraphs:
            roles[paragraph.role] += 1
            words = paragraph.span.of(article.text)
            of_title = paragraph.index < 2 and paragraph.role in ("headline", "standfirst")
            if not of_title and len(words.split()) >= PROSE_WORDS:
                prose[paragraph.role == "body"] += 1
                if show and paragraph.role != "body":
                    print(paragraph.role, "|", words[:160].replace("\n", " "))
    return prose[True] / prose.total(), roles, titles


if __name__ == "__main__":
    began = time.perf_counter()
    share, roles, titles = body_share(show="--show" in sys.argv)
    print(f"prose paragraphs read as body: {share:.4f}; titles found: {titles} of 924")
    print(f"all {roles.total():,} paragraphs: {dict(roles.most_common())}")
    print(f"{time.perf_counter() - began:.1f} s")
