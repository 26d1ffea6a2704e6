"""The rows that count when nothing is filtered, the same as on the pages."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import Analysis
from analysis.tables import place_table, statement_table, tone
from report.sentences import Piece, name_sentence, tone_sentence, voice_sentence


@dataclass(frozen=True, slots=True)
class Rows:
    """What an article holds, a row each: statements, sentences, paragraphs, places of names."""

    statements: pd.DataFrame
    sentences: pd.DataFrame
    paragraphs: pd.DataFrame
    places: pd.DataFrame


def rows_of(analysis: Analysis) -> Rows:
    """The rows of the body; where there is none, those of all its parts."""
    sentences = tone.tone_sentences(analysis)
    return Rows(
        statement_table(analysis),
        _of_body(sentences),
        tone.tone_paragraphs(sentences[sentences["number"] > 0]),
        _of_body(place_table(analysis)),
    )


def summary(analysis: Analysis, rows: Rows) -> list[list[Piece]]:
    """The three sentences of the Overview."""
    return [
        tone_sentence(analysis, rows.paragraphs, rows.sentences),
        name_sentence(rows.places),
        voice_sentence(analysis, rows.statements),
    ]


def _of_body(table: pd.DataFrame) -> pd.DataFrame:
    body = table["role"] == "body"
    return table[body] if body.any() else table
