"""The stage ``analysis.language``; only what stands here is for others."""

from __future__ import annotations

from analysis.language.sentences import split_sentences
from analysis.language.tagging import BUNDLED, model_problem, tag_text

__all__ = ["BUNDLED", "model_problem", "split_sentences", "tag_text"]
