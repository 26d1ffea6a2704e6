"""Tables of whose tone it is and toward whom: sources, names, and the words behind scores."""

from __future__ import annotations

import pandas as pd

from analysis.records import Analysis
from analysis.tables.base import frame
from analysis.tables.rows import paragraph_numbers
from analysis.text import InOrder
from analysis.tone import NEUTRAL_BAND, name_tone, tones_toward

SOURCES = {
    "source": "str",
    "name": "str",
    "compound": "float64",
    "tone": "str",
    "sentences": "int64",
}
TARGETS = {
    "entity": "str",
    "name": "str",
    "type": "str",
    "sentences": "int64",
    "compound": "float64",
    "toward": "float64",
    "tone": "str",
    "negative": "int64",
    "neutral": "int64",
    "positive": "int64",
}


def tone_sources(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per source with a tone, the most negative first."""
    names = {s.id: s.name for s in analysis.sources}
    spoken: dict[str, set[int]] = {}
    voices = InOrder(analysis.voices)
    for i, sentence in enumerate(analysis.tagged.sentences):
        for voice in voices.touching(sentence.span):
            if voice.source is not None:
                spoken.setdefault(voice.source, set()).add(i)
    rows = [
        {
            "source": source,
            "name": names.get(source, ""),
            "compound": compound,
            "tone": name_tone(compound, band),
            "sentences": len(spoken.get(source, ())),
        }
        for source, compound in analysis.sentiment.sources
    ]
    table = frame(rows, SOURCES)
    return table.sort_values("compound", kind="stable", ignore_index=True)


def tone_targets(analysis: Analysis, *, most: int = 12, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per entity: the tone of the body sentences naming it, and the tone toward it.

    ``toward`` is the mean of P(positive) - P(negative) of ``analysis.tone.toward``.
    """
    tones = {t.sentence: t.score.compound for t in analysis.sentiment.sentences}
    numbers = paragraph_numbers(analysis.article)
    rows = []
    for entity in analysis.entities:
        named = [m.span for m in entity.mentions if m.kind == "name" and m.paragraph in numbers]
        found = tones_toward(analysis.article, analysis.tagged, named)
        if not found:
            continue
        labels = [f.tone.label for f in found]
        toward = sum(f.tone.score for f in found) / len(found)
        rows.append(
            {
                "entity": entity.id,
                "name": entity.name,
                "type": entity.type,
                "sentences": len(found),
                "compound": sum(tones.get(f.sentence, 0.0) for f in found) / len(found),
                "toward": toward,
                "tone": name_tone(toward, band),
                "negative": labels.count("negative"),
                "neutral": labels.count("neutral"),
                "positive": labels.count("positive"),
            }
        )
    table = frame(rows, TARGETS)
    table = table.sort_values("sentences", ascending=False, kind="stable", ignore_index=True)
    return table.head(most)
