"""Tone against human judgement: ``python -m benchmarks.tone [row …]``.

Prints each row of the tone issue's table with n and data set, then paragraphs per second.
Gold: ../shared/eval/sentiment (NYT editorials of Hutto & Gilbert 2014, PerSenT, NewsMTSC);
figures as its score.py computes them. Rows: plain news target persent speed words.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.language import split_sentences, tag_text
from analysis.reading import read_article
from analysis.records import Article, Paragraph, Sentence, Span, Tagged
from analysis.tone import (
    LABELS,
    NEUTRAL_BAND,
    ToneReader,
    name_tone,
    news_reader,
    plain_reader,
    score_sentiment,
    score_target,
    tones_toward,
)

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("HEARSAY_SHARED", ROOT.parent / "shared")) / "eval" / "sentiment"
MASK = "[TGT]"
Record = dict[str, Any]


def records(name: str) -> list[Record]:
    """The records of one gold file."""
    lines = (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """The mean of the three classes' F1."""
    scores = []
    for c in LABELS:
        right = sum(g == f == c for g, f in zip(gold, found, strict=True))
        both = sum(g == c for g in gold) + sum(f == c for f in found)
        scores.append(2 * right / both if both else 0.0)
    return sum(scores) / len(scores)


def cut(score: float, low: float = -NEUTRAL_BAND, high: float = NEUTRAL_BAND) -> str:
    """The class of a score: VADER's cuts unless others are given."""
    return "positive" if score >= high else "negative" if score <= low else "neutral"


def whole(reader: ToneReader, text: str) -> float:
    """One call on the whole text."""
    return reader.read(text).score.compound


def by_sentence(reader: ToneReader, text: str) -> float:
    """The mean over its sentences, as the program scores a paragraph."""
    spans = list(split_sentences(text, Span(0, len(text)))) if text.strip() else []
    scores = [reader.read(s.of(text)).score.compound for s in spans]
    return sum(scores) / len(scores) if scores else 0.0


def row_nyt(name: str, reader: ToneReader, score: Callable[[ToneReader, str], float]) -> None:
    """Pearson r with the mean of 20 raters, and macro-F1."""
    gold = records("nyt_dev")
    r, f1 = agreement([score(reader, g["text"]) for g in gold], gold)
    print(f"{name}, NYT dev (n = {len(gold):,}): r {r:.3f}, macro-F1 {f1:.3f}", flush=True)


def agreement(scores: list[float], gold: list[Record]) -> tuple[float, float]:
    """Pearson r with the mean rating, and macro-F1."""
    r = float(np.corrcoef(scores, [g["score"] for g in gold])[0, 1])
    return r, macro_f1([g["label"] for g in gold], [cut(s) for s in scores])


def plain() -> None:
    """Plain VADER, in one call and by sentence."""
    row_nyt("plain, one call", plain_reader(), whole)
    row_nyt("plain, by sentence", plain_reader(), by_sentence)


def news() -> None:
    """The news-tuned scorer; nothing in it is learnt, so nothing needs cross-validation."""
    row_nyt("news-tuned, one call", news_reader(), whole)
    row_nyt("news-tuned, by sentence", news_reader(), by_sentence)
    gold = records("newsmtsc_train")
    found = [cut(whole(news_reader(), g["text"])) for g in gold]
    f1 = macro_f1([g["label"] for g in gold], found)
    print(f"news-tuned, NewsMTSC train (n = {len(gold):,}): macro-F1 {f1:.3f}", flush=True)


def target() -> None:
    """Tone toward a name, on parts the weights were not learnt from."""
    for part in ("rw", "mt"):
        gold = records(f"newsmtsc_{part}_dev")
        labels = [g["label"] for g in gold]
        found = [toward_name(g["text"], Span(g["from"], g["to"])) for g in gold]
        listed = [score_target(g["text"], g["from"], g["to"]).label for g in gold]
        sentence = [cut(whole(plain_reader(), g["text"])) for g in gold]
        print(
            f"toward a target, NewsMTSC {part} dev (n = {len(gold)}): macro-F1 "
            f"{macro_f1(labels, found):.3f} (without the language model "
            f"{macro_f1(labels, listed):.3f}, plain VADER on the sentence "
            f"{macro_f1(labels, sentence):.3f})",
            flush=True,
        )


def toward_name(text: str, name: Span) -> str:
    """The tone toward a name, as the product reads a text of one sentence."""
    article = read_article(text, roles=None)
    found = tones_toward(article, tag_text(article), [name])
    return found[0].tone.label if found else score_target(text, name.start, name.end).label


def persent() -> None:
    """Paragraphs of PerSenT: cuts chosen on half of the articles, scored on the other."""
    gold = records("persent_par_dev")
    labels = classes_of(gold)
    for name, scores in persent_scores(gold).items():
        f1, chosen = halved(gold, scores)
        print(
            f"{name}, PerSenT paragraphs dev (n = {len(gold):,}): macro-F1 {f1:.3f} "
            f"with cuts {' and '.join(chosen)}, "
            f"{array_f1(labels, classes(scores, -NEUTRAL_BAND, NEUTRAL_BAND)):.3f} with ±0.05",
            flush=True,
        )


def persent_scores(gold: list[Record]) -> dict[str, np.ndarray]:
    """Each paragraph by each scorer, toward the person, and means of these."""
    plain = np.array([by_sentence(plain_reader(), g["text"]) for g in gold])
    news = np.array([by_sentence(news_reader(), g["text"]) for g in gold])
    person = np.array([toward_person(g["masked_text"] or "") for g in gold])
    return {
        "plain": plain,
        "news-tuned": news,
        "toward the person": person,
        "toward the person and plain": (person + plain) / 2,
        "mean of the three": (person + plain + news) / 3,
    }


def halved(gold: list[Record], scores: np.ndarray) -> tuple[float, list[str]]:
    """Macro-F1 with the cuts of each half of the articles used on the other, and the cuts."""
    half = np.array([zlib.crc32(g["article"].encode()) % 2 for g in gold])
    labels = classes_of(gold)
    found = np.zeros_like(labels)
    chosen = []
    for part in (0, 1):
        low, high = best_cuts(labels[half != part], scores[half != part])
        found[half == part] = classes(scores[half == part], low, high)
        chosen.append(f"{low:+.2f}/{high:+.2f}")
    return array_f1(labels, found), chosen


def classes_of(gold: list[Record]) -> np.ndarray:
    """The gold labels as class numbers."""
    return np.array([LABELS.index(g["label"]) for g in gold])


def toward_person(masked: str) -> float:
    """The mean tone toward the person over the paragraph's sentences that mention them."""
    scores = []
    for span in split_sentences(masked, Span(0, len(masked))) if masked.strip() else ():
        sentence = span.of(masked)
        at = sentence.find(MASK)
        if at >= 0:
            scores.append(score_target(sentence, at, at + len(MASK)).score)
    return sum(scores) / len(scores) if scores else 0.0


def best_cuts(labels: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """The two cuts with the highest macro-F1 on a grid of 0.05."""
    grid = [round(0.05 * i, 2) for i in range(1, 19)]
    pairs = [(-low, high) for low, high in itertools.product(grid, grid)]
    return max(pairs, key=lambda p: array_f1(labels, classes(scores, *p)))


def classes(scores: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 negative, 1 neutral, 2 positive."""
    return np.where(scores <= low, 0, np.where(scores >= high, 2, 1))


def array_f1(gold: np.ndarray, found: np.ndarray) -> float:
    """``macro_f1`` of arrays of class numbers."""
    right = [int(((gold == c) & (found == c)).sum()) for c in range(3)]
    both = [max(1, int((gold == c).sum() + (found == c).sum())) for c in range(3)]
    return float(np.mean([2 * r / b for r, b in zip(right, both, strict=True)]))


def speed() -> None:
    """The whole tone stage with its words, on one core; sentences are found beforehand."""
    groups: dict[str, list[str]] = {}
    for g in records("persent_par_dev"):
        groups.setdefault(g["article"], []).append(g["text"])
    made = [article_of(name, texts) for name, texts in groups.items()]
    paragraphs = sum(len(a.paragraphs) for a, _ in made)
    for scorer in ("plain", "news"):
        score_sentiment(*made[0], scorer=scorer)  # loads the lexicon
        began = time.process_time()
        for article, tagged in made:
            score_sentiment(article, tagged, scorer=scorer)
        rate = paragraphs / (time.process_time() - began)
        print(f"{scorer}: {rate:,.0f} paragraphs a second (n = {paragraphs:,})", flush=True)


def article_of(name: str, texts: list[str]) -> tuple[Article, Tagged]:
    """An article of these paragraphs, with its sentences."""
    text, paragraphs, sentences = "", [], []
    for i, part in enumerate(t for t in texts if t.strip()):
        span = Span(len(text), len(text) + len(part))
        text += part + "\n\n"
        paragraphs.append(Paragraph(i, span, "body"))
        sentences += [Sentence(s, i) for s in split_sentences(text, span)]
    return Article(name, text, tuple(paragraphs)), Tagged((), tuple(sentences), (), (), "rules")


def words() -> None:
    """How human readers rated snippets at each step of the wording."""
    gold = records("nyt_dev")
    for name, reader in (("plain", plain_reader()), ("news-tuned", news_reader())):
        steps: dict[str, list[float]] = {}
        for g in gold:
            steps.setdefault(name_tone(whole(reader, g["text"])), []).append(g["score"])
        for step, ratings in sorted(steps.items(), key=lambda s: float(np.mean(s[1]))):
            below = sum(r <= -0.2 for r in ratings) / len(ratings)
            above = sum(r >= 0.2 for r in ratings) / len(ratings)
            print(
                f"{name}, {step} (n = {len(ratings)}): mean rating {np.mean(ratings):+.2f} of ±4, "
                f"{below:.0%} rated negative, {above:.0%} positive",
                flush=True,
            )


ROWS = (target, plain, news, persent, speed, words)

if __name__ == "__main__":
    for row in ROWS:
        if not sys.argv[1:] or row.__name__ in sys.argv[1:]:
            row()
