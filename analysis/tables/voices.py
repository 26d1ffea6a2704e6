"""Who speaks where: each stretch of the body with whose words it is."""

from __future__ import annotations

import pandas as pd

from analysis.records import Analysis
from analysis.sources import split_voices
from analysis.tables.base import frame
from analysis.tables.rows import paragraph_numbers
from analysis.text import count_words

WRITER_NAME = "the writer"
UNATTRIBUTED = "unattributed quotation"
VOICES = {
    "paragraph": "int64",
    "number": "int64",
    "source": "str",
    "name": "str",
    "attribution": "str",
    "mode": "str",
    "words": "int64",
    "from_word": "int64",
    "to_word": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
}


def voice_table(analysis: Analysis, *, outermost: bool = False) -> pd.DataFrame:
    """One row per stretch of one voice with words in it; ``from_word`` counts in its paragraph."""
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    modes = {a.id: a.mode for a in analysis.attributions}
    rows: list[dict[str, object]] = []
    place = {p.index: 0 for p in article.body}
    for voice in split_voices(
        article, analysis.attributions, analysis.credits, outermost=outermost
    ):
        words = count_words(text, voice.span)
        paragraph = article.paragraph_at(voice.span.start)
        if not words or paragraph is None:
            continue
        start = place[paragraph.index]
        place[paragraph.index] = start + words
        spoken = UNATTRIBUTED if voice.attribution else WRITER_NAME
        rows.append(
            {
                "paragraph": paragraph.index,
                "number": numbers[paragraph.index],
                "source": voice.source or "",
                "name": names[voice.source] if voice.source else spoken,
                "attribution": voice.attribution or "",
                "mode": modes.get(voice.attribution or "", ""),
                "words": words,
                "from_word": start,
                "to_word": start + words,
                "start": voice.span.start,
                "end": voice.span.end,
                "text": voice.span.of(text),
            }
        )
    return frame(rows, VOICES)
