"""The language model: an ``Article`` in, ``Tagged`` out: tokens, sentences, names and tags.

Sentences come from ``sentences.RULES`` and ``abbreviations.txt``; the network's parts are
``features``, ``network`` and ``label_paths``. A new model is made by ``training/``. Run
``python -m benchmarks.model``.
"""

from __future__ import annotations

from analysis.language.sentences import split_sentences
from analysis.language.tagging import BUNDLED, current_engines, model_problem, tag_text

__all__ = ["BUNDLED", "current_engines", "model_problem", "split_sentences", "tag_text"]
