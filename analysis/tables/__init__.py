"""Tidy pandas tables of an analysis; see ``base`` for the seven of the contract."""

from analysis.tables.base import (
    article_table,
    attribution_table,
    entity_table,
    frame,
    mention_table,
    paragraph_table,
    sentence_table,
    source_table,
)

__all__ = [
    "article_table",
    "attribution_table",
    "entity_table",
    "frame",
    "mention_table",
    "paragraph_table",
    "sentence_table",
    "source_table",
]
