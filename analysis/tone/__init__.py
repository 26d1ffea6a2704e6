"""Tone: sentences and voices in, a ``Sentiment`` out, with the words behind each score.

Plain VADER, or the news-tuned list in ``news_tone.txt``; ``toward`` reads the tone towards one
name, by ``target_tone.txt``. Run ``python -m benchmarks accuracy tone``.
"""

from __future__ import annotations

from analysis.tone.news import news_reader, read_word_list
from analysis.tone.sentiment import (
    NEUTRAL_BAND,
    describe_tone,
    name_tone,
    score_sentiment,
    tone_side,
    tones_disagree,
    writers_sentences,
)
from analysis.tone.toward import LABELS, score_target, tones_toward
from analysis.tone.valence import ToneReader, plain_reader

__all__ = [
    "LABELS",
    "NEUTRAL_BAND",
    "ToneReader",
    "describe_tone",
    "name_tone",
    "news_reader",
    "plain_reader",
    "read_word_list",
    "score_sentiment",
    "score_target",
    "tone_side",
    "tones_disagree",
    "tones_toward",
    "writers_sentences",
]
