"""Learn the weights of ``analysis/tone/toward.py``: ``python -m training.target_tone``.

Reads NewsMTSC's training part (MIT) from ../shared, prints macro-F1 cross-validated by
article and on the two dev parts, and writes ``data/lexicons/target_tone.txt``.
Words become features only if they are common, nearly always written small, and in none of
the lists of names, offices, peoples, parties and topics below.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from analysis.tone.toward import LABELS, features

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared")) / "eval" / "sentiment"
OUT = ROOT / "data" / "lexicons" / "target_tone.txt"
HEADER = """\
# Weights of the tone-toward-a-name model: feature, then negative, neutral, positive.
# "s", "c", "l", "r", "l1" … before a word: in the sentence, its clause, left of the name, right …
# Learnt by training/target_tone.py from NewsMTSC's training part (Hamborg & Donnay 2021, MIT
# licence); the words are common English, no names, parties, peoples, offices or topics.
"""
ARTICLES, SMALL = 12, 0.95
"""A word must occur in so many articles, and be written small in this share of its uses."""
FOLDS = 5
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
NAME_LISTS = (
    "cities",
    "countries",
    "demonyms",
    "first_names",
    "known_names",
    "given_names",
    "name_titles",
    "outlets",
    "outlet_words",
    "person_roles",
    "collective_words",
    "body_nouns",
)
TOPICS = ROOT / "training" / "target_topics.txt"


def read(name: str) -> list[dict[str, Any]]:
    """The records of one part."""
    lines = (SHARED / f"newsmtsc_{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def forbidden() -> set[str]:
    """Everything our own lists know as a name, a people, a place, an office or an outlet."""
    words = set(TOPICS.read_text(encoding="utf-8").split())
    folders = (ROOT / "data" / "gazetteers", ROOT / "data" / "lexicons")
    for path in (f / f"{n}.txt" for f in folders for n in NAME_LISTS):
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                if line and not line.startswith("#"):
                    words |= {w.lower() for w in _WORD.findall(line.split("\t")[0])}
    return words


def vocabulary(records: list[dict[str, Any]]) -> set[str]:
    """Common words, written small, in no list of names; function words are kept."""
    small: Counter[str] = Counter()
    every: Counter[str] = Counter()
    spread: dict[str, set[str]] = {}
    for text, article in {(r["text"], r["article"]) for r in records}:
        for i, word in enumerate(_WORD.findall(text.replace("’", "'"))):
            if i:
                every[word.lower()] += 1
                small[word.lower()] += word.islower()
                spread.setdefault(word.lower(), set()).add(article)
    out = forbidden()
    return {
        w
        for w, n in every.items()
        if len(spread[w]) >= ARTICLES
        and small[w] >= SMALL * n
        and (w not in out or len(w) < 4)
        and not (w.endswith("'s") and len(w) > 6)  # "nation's", but "that's"
    }


def matrix(rows: list[dict[str, float]], index: dict[str, int]) -> csr_matrix:
    """One row per record over the known features."""
    data, columns, ends = [], [], [0]
    for row in rows:
        for name, value in row.items():
            if name in index:
                columns.append(index[name])
                data.append(value)
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(index)))


def fit(x: csr_matrix, y: np.ndarray, strength: float) -> np.ndarray:
    """Weights of a softmax regression with an L2 penalty."""
    gold = np.eye(len(LABELS))[y]
    balance = (len(y) / (len(LABELS) * gold.sum(0)))[y][:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(x.shape[1], len(LABELS))
        z = x @ w
        z -= z.max(1, keepdims=True)
        log = z - np.log(np.exp(z).sum(1, keepdims=True))
        slope = x.T @ (balance * (np.exp(log) - gold)) + strength * w
        return float(-(balance * gold * log).sum() + strength / 2 * (w**2).sum()), slope.ravel()

    start = np.zeros(x.shape[1] * len(LABELS))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120})
    return best.x.reshape(x.shape[1], len(LABELS))


def macro_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """Mean F1 of the three classes."""
    scores = []
    for c in range(len(LABELS)):
        right = int(((gold == c) & (found == c)).sum())
        scores.append(2 * right / max(1, int((gold == c).sum() + (found == c).sum())))
    return float(np.mean(scores))


def rows_of(records: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Features of every record."""
    return [dict(features(r["text"], r["from"], r["to"])) for r in records]


def labels_of(records: list[dict[str, Any]]) -> np.ndarray:
    """The gold classes as numbers."""
    return np.array([LABELS.index(r["label"]) for r in records])


def chosen_features(rows: list[dict[str, float]], words: set[str]) -> dict[str, int]:
    """Features seen often enough; those that hold a word only for words of the vocabulary."""
    counts = Counter(name for row in rows for name in row)
    sided = {"s", "c", "l", "r", "l1", "l2", "r1", "r2", "ll", "rr"}

    def allowed(name: str) -> bool:
        kind, *found = name.split(" ")
        return kind not in sided or words.issuperset(found)

    names = sorted(n for n, c in counts.items() if c >= 8 and allowed(n))
    return {name: i for i, name in enumerate(names)}


def main() -> None:
    """Cross-validate, score on dev, write the weights."""
    train, rw, mt = read("train"), read("rw_dev"), read("mt_dev")
    rows, y = rows_of(train), labels_of(train)
    words = vocabulary(train)
    index = chosen_features(rows, words)
    x = matrix(rows, index)
    articles = sorted({r["article"] for r in train})
    place = {a: i % FOLDS for i, a in enumerate(articles)}
    folds = np.array([place[r["article"]] for r in train])
    print(f"{len(train)} records, {len(words)} words, {len(index)} features", flush=True)
    strengths = [float(a) for a in sys.argv[1:]] or [20.0]
    for strength in strengths:
        found = np.zeros_like(y)
        for fold in range(FOLDS):
            w = fit(x[folds != fold], y[folds != fold], strength)
            found[folds == fold] = (x[folds == fold] @ w).argmax(1)
        w = fit(x, y, strength)
        dev = [macro_f1(labels_of(d), (matrix(rows_of(d), index) @ w).argmax(1)) for d in (rw, mt)]
        print(
            f"L2 {strength}: CV {macro_f1(y, found):.4f}, rw {dev[0]:.4f}, mt {dev[1]:.4f}",
            flush=True,
        )
    write(w, index)


def write(w: np.ndarray, index: dict[str, int]) -> None:
    """The weights as text, smallest left out."""
    w = w - w.mean(1, keepdims=True)
    lines = [
        "\t".join((name, *(f"{v:.2f}" for v in w[i])))
        for name, i in index.items()
        if np.abs(w[i]).max() >= 0.02
    ]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} features written to {OUT}")


if __name__ == "__main__":
    main()
