"""Stage 1: word vectors from the raw text of every permitted file, and the vocabulary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from analysis.language.features import normal_form
from analysis.language.tokens import blank_english, split_words
from training.documents import Document

SIZE = 100
LEAST = 3
"""A word seen fewer times is known by its letters alone."""


def raw_texts(shared: Path) -> Iterator[str]:
    """Unlabelled news: sentiment data whose labels are not used."""
    folder = shared / "eval" / "sentiment"
    for name in ("newsmtsc_train", "nyt_dev", "persent_doc_dev"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            paragraphs = entry.get("paragraphs") or [entry.get("text") or ""]
            yield from (p if isinstance(p, str) else p.get("text", "") for p in paragraphs)


def sentences(documents: list[Document], extra: Iterator[str]) -> list[list[str]]:
    """Every paragraph once, as the vocabulary spells its words."""
    tokenizer = blank_english().tokenizer
    seen, found = set(), []
    texts = (part.text for document in documents for part in document.parts)
    for text in (*texts, *extra):
        if text not in seen:
            seen.add(text)
            found.append([normal_form(w.text) for w in split_words(tokenizer, text, 0, len(text))])
    return found


def train_vectors(lines: list[list[str]], out: Path, *, seed: int, workers: int) -> None:
    """Write ``vectors.npz``: the words, most frequent first, and a row for each."""
    from gensim.models import Word2Vec

    model = Word2Vec(
        lines,
        vector_size=SIZE,
        window=4,
        min_count=LEAST,
        sg=1,
        negative=8,
        epochs=10,
        workers=workers,
        seed=seed,
    )
    rows = model.wv.vectors.astype(np.float32)
    rows /= rows.std() * 2  # the networks' other inputs have about this spread
    words = np.array(model.wv.index_to_key, dtype=object)
    np.savez(out, words=words, rows=rows, allow_pickle=True)
