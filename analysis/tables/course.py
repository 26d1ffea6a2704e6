"""Tables of the course of tone: columns of paragraphs, the arc, its spread, where it turns."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.records import Article
from analysis.tables.base import frame
from analysis.tables.score import in_columns
from analysis.tables.tone import SNIPPET
from analysis.tone import NEUTRAL_BAND, name_tone

COLUMNS = {
    "paragraph": "int64",
    "number": "int64",
    "label": "str",
    "compound": "float64",
    "tone": "str",
    "sentences": "int64",
    "words": "int64",
    "text": "str",
}
ARC = {
    "order": "int64",
    "paragraph": "int64",
    "number": "int64",
    "label": "str",
    "sentences": "int64",
    "compound": "float64",
    "smooth": "float64",
    "tone": "str",
    "text": "str",
}
SPREAD = {
    "low": "float64",
    "high": "float64",
    "last": "float64",
    "sentences": "int64",
    "sign": "str",
}


def tone_columns(
    paragraphs: pd.DataFrame, article: Article, *, band: float = NEUTRAL_BAND
) -> pd.DataFrame:
    """Rows of ``tone_paragraphs`` in the columns of the score: one a paragraph, or several.

    ``compound`` stays the mean over sentences; ``paragraph`` and ``number`` are the first.
    """
    rows = []
    body = paragraphs[paragraphs["number"] > 0]
    for (first, label), group in in_columns(body, article).groupby(
        ["column_paragraph", "label"], sort=False
    ):
        compound = float((group["compound"] * group["sentences"]).sum() / group["sentences"].sum())
        rows.append(
            {
                "paragraph": first,
                "number": group["number"].iloc[0],
                "label": label,
                "compound": compound,
                "tone": name_tone(compound, band),
                "sentences": group["sentences"].sum(),
                "words": group["words"].sum(),
                "text": group["text"].iloc[0],
            }
        )
    return frame(rows, COLUMNS)


def tone_arc(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences in order with a smoothed line: a Gaussian mean over about a fifth of them."""
    smooth = _smoothed(sentences["compound"].to_numpy(dtype="float64"))
    rows = [
        {
            "order": i + 1,
            "paragraph": row.paragraph,
            "number": row.number,
            "label": str(row.number),
            "sentences": 1,
            "compound": row.compound,
            "smooth": smooth[i],
            "tone": row.tone,
            "text": str(row.text)[:SNIPPET],
        }
        for i, row in enumerate(sentences.itertuples(index=False))
    ]
    return frame(rows, ARC)


def arc_columns(arc: pd.DataFrame, article: Article, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """The arc in the columns of the score, for an article too long to draw each sentence.

    Every column is one row: its middle sentence's place, the means, its first paragraph.
    """
    rows = []
    for (first, label), group in in_columns(arc, article).groupby(
        ["column_paragraph", "label"], sort=False
    ):
        compound = float(group["compound"].mean())
        rows.append(
            {
                "order": round(group["order"].mean()),
                "paragraph": first,
                "number": group["number"].iloc[0],
                "label": label,
                "sentences": len(group),
                "compound": compound,
                "smooth": group["smooth"].mean(),
                "tone": name_tone(compound, band),
                "text": group["text"].iloc[0],
            }
        )
    return frame(rows, ARC)


def tone_spread(sentences: pd.DataFrame, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """How many sentences score from ``low`` up to ``high`` (0.1 apart); empty steps left out.

    The steps lie about multiples of 0.1, so that VADER's neutral band is one of them. ``last``
    is the highest score that still belongs to the step: steps do not overlap.
    """
    steps = [math.floor(c * 10 + 0.5 + 1e-9) for c in sentences["compound"]]
    rows = []
    for step, n in sorted(Counter(steps).items()):
        low, high = (step - 0.5) / 10, (step + 0.5) / 10
        inside = -band <= low + 1e-9 and high <= band + 1e-9
        sign = "neutral" if inside else "positive" if step > 0 else "negative"
        rows.append({"low": low, "high": high, "last": high - 1e-4, "sentences": n, "sign": sign})
    return frame(rows, SPREAD)


def _smoothed(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The mean of each score and its neighbours, the near ones counting most."""
    if not len(scores):
        return scores
    width = max(1.0, len(scores) / 10)
    away = np.arange(-math.ceil(3 * width), math.ceil(3 * width) + 1)
    weights = np.exp(-((away / width) ** 2) / 2)
    middle = slice(len(away) // 2, len(away) // 2 + len(scores))
    total = np.convolve(scores, weights)[middle]
    weight = np.convolve(np.ones(len(scores)), weights)[middle]
    return np.asarray(total / weight, dtype="float64")


def turning_point(paragraphs: pd.DataFrame) -> tuple[int, float, float] | None:
    """Where it turns most: the first paragraph after, and the mean tone before and after it.

    The cut that parts the paragraphs (or columns of them) into the two most different stretches,
    each of two and of a tenth at least, weighed by their lengths as in Ward's criterion; None
    for fewer than four.
    """
    scores = [float(c) for c in paragraphs["compound"]]
    n, total = len(scores), sum(scores)
    least = max(2, math.ceil(n / 10))
    best: tuple[float, int] | None = None
    before = sum(scores[: least - 1])
    for cut in range(least, n - least + 1):
        before += scores[cut - 1]
        gap = before / cut - (total - before) / (n - cut)
        weighed = gap * gap * cut * (n - cut) / n
        if best is None or weighed > best[0] + 1e-12:
            best = (weighed, cut)
    if best is None:
        return None
    cut = best[1]
    number = int(paragraphs["number"].iloc[cut])
    return number, sum(scores[:cut]) / cut, sum(scores[cut:]) / (n - cut)
