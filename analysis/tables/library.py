"""What repeats between articles, as tables: pairs that share words, and the shared passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.records import Article
from analysis.repeats import Overlap
from analysis.tables.base import frame

REPEATS = {
    "other": "str",
    "title": "str",
    "kind": "str",
    "words": "int64",
    "share": "float64",
    "other_share": "float64",
    "passages": "int64",
}
PASSAGES = {
    "passage": "int64",
    "paragraph": "int64",
    "words": "int64",
    "text": "str",
    "start": "int64",
    "end": "int64",
}


def repeat_table(overlaps: Iterable[Overlap], titles: Mapping[str, str]) -> pd.DataFrame:
    """One row per article that shares words with the left one, most shared first.

    ``share`` is of the left article's body words, ``other_share`` of the other's, 0..1.
    """
    rows = [
        {
            "other": o.right,
            "title": titles.get(o.right, "Untitled article"),
            "kind": o.kind,
            "words": o.words,
            "share": o.left_share,
            "other_share": o.right_share,
            "passages": len(o.passages),
        }
        for o in overlaps
    ]
    table = frame(rows, REPEATS)
    return table.sort_values("words", ascending=False, kind="stable", ignore_index=True)


def passage_table(overlap: Overlap, article: Article) -> pd.DataFrame:
    """One row per stretch of the left article that stands in the other too, in its order.

    ``words`` counts words in common of the whole passage; ``start`` and ``end`` are offsets.
    """
    rows = []
    for number, passage in enumerate(sorted(overlap.passages, key=lambda p: p.left), start=1):
        for span in passage.left:
            paragraph = article.paragraph_at(span.start)
            rows.append(
                {
                    "passage": number,
                    "paragraph": paragraph.index if paragraph else -1,
                    "words": passage.words,
                    "text": span.of(article.text),
                    "start": span.start,
                    "end": span.end,
                }
            )
    return frame(rows, PASSAGES)
