"""The coding sheet: one row an item, what the program said and what each coder said side by side.

Offsets in the column of what was missed are half-open character offsets into the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pandas as pd

from analysis.records import Article, ArticleError, Span
from analysis.reliability import (
    CHOICES,
    WHAT,
    Drawn,
    Judgement,
    Sample,
    codebook,
    disagreements,
    is_recall,
)
from analysis.tables.base import frame

SHEET = {
    "key": "str",
    "kind": "str",
    "article": "str",
    "title": "str",
    "outlet": "str",
    "start": "int64",
    "end": "int64",
    "words": "str",
    "paragraph": "str",
    "program": "str",
    "score": "float64",
    "confidence": "str",
    "mode": "str",
    "type": "str",
    "stratum": "str",
    "weight": "float64",
}
DIFFERENCES = {"item": "int64", "words": "str", "program": "str"}
VERDICT, VALUE, MISSED = "verdict: ", "value: ", "missed: "
ERASED = "(erased)"
_SPAN = re.compile(r"(\d+)\s*-\s*(\d+)")
NOT_OURS = (
    "This is no coding sheet of this sample: export one, fill in its columns “verdict: NAME”, and "
    "import that."
)


def coding_table(
    sample: Sample,
    drawn: Sequence[Drawn],
    judgements: Sequence[Judgement],
    article: Callable[[str], Article | None],
    *,
    coder: str = "",
) -> pd.DataFrame:
    """One row per item; ``coder`` adds empty columns for one who is to fill them in.

    ``weight`` is how many things of its stratum an item stands for.
    """
    counts = pd.Series([d.stratum for d in drawn], dtype="str").value_counts()
    weights = {name: size / counts[name] for name, size in sample.strata if name in counts}
    rows = (_row(sample, i, d, weights, article(d.item.article)) for i, d in enumerate(drawn))
    table = frame(rows, SHEET)
    coders = sorted({j.coder for j in judgements} | ({coder} if coder else set()))
    said = {(j.item, j.coder): j for j in judgements}
    for name in coders:
        mine = [said.get((d.number, name)) for d in drawn]
        table[VERDICT + name] = [j.verdict if j else "" for j in mine]
        table[VALUE + name] = [j.value if j else "" for j in mine]
        if is_recall(sample.what):
            table[MISSED + name] = [_told_spans(j) for j in mine]
    return table


def _row(
    sample: Sample, place: int, drawn: Drawn, weights: dict[str, float], article: Article | None
) -> dict[str, object]:
    item = drawn.item
    paragraph = article.paragraph_at(item.span.start) if article else None
    return {
        "key": f"{sample.id}/{place}",
        "kind": sample.what,
        "article": item.article,
        "title": (article.title or "") if article else ERASED,
        "outlet": item.outlet,
        "start": item.span.start,
        "end": item.span.end,
        "words": words_of(drawn, article),
        "paragraph": paragraph.span.of(article.text) if article and paragraph else "",
        "program": told_answer(drawn),
        "score": float("nan") if item.score is None else item.score,
        "confidence": item.confidence,
        "mode": item.mode,
        "type": item.type,
        "stratum": drawn.stratum,
        "weight": weights.get(drawn.stratum, 1.0),
    }


def words_of(drawn: Drawn, article: Article | None) -> str:
    """The words an item is about: a statement's content, a name, a sentence, a paragraph."""
    if article is None:
        return ERASED
    parts = [p for p in drawn.item.parts if p.role not in ("source", "cue", "found")]
    spans = [p.span for p in parts] or [drawn.item.span]
    return " … ".join(s.of(article.text) for s in spans)


def told_answer(drawn: Drawn) -> str:
    """What the program said: the speaker, the name it counts for, the role, or what it found."""
    found = [p.note or "nobody" for p in drawn.item.parts if p.role == "found"]
    return "; ".join(found) if found else drawn.item.answer


def difference_table(
    sample: Sample,
    drawn: Sequence[Drawn],
    judgements: Sequence[Judgement],
    article: Callable[[str], Article | None],
) -> pd.DataFrame:
    """The items on which coders differ: their number, words, and what each coder said."""
    found = disagreements(sample, drawn, judgements)
    rows = [
        {"item": d.number, "words": words_of(d, article(d.item.article)), "program": told_answer(d)}
        for d, _ in found
    ]
    table = frame(rows, DIFFERENCES)
    for coder in sorted({c for _, said in found for c in said}):
        table[coder] = [said.get(coder, "") for _, said in found]
    return table


def legend_table(sample: Sample) -> pd.DataFrame:
    """The answers a coder may give, for a second sheet: verdict, value, what it means."""
    heads = dict(zip(WHAT, SECTIONS, strict=True))
    meaning = dict(codebook().section(heads[sample.what]).entries)
    rows = (
        {
            "verdict": c.verdict,
            "value": c.value,
            "answer": c.label,
            "meaning": meaning.get(c.value or c.verdict, ""),
        }
        for c in CHOICES[sample.what]
    )
    return frame(rows, {"verdict": "str", "value": "str", "answer": "str", "meaning": "str"})


SECTIONS = (
    "Statement",
    "Name:",
    "Paragraph role",
    "Sentence tone",
    "What was missed",
    "What was missed",
)


def read_coding(table: pd.DataFrame, sample: Sample, drawn: Sequence[Drawn]) -> list[Judgement]:
    """What the coders of a sheet said; rows without a verdict say nothing.

    Raises ``ArticleError`` with one sentence where it is no sheet of this sample.
    """
    coders = [str(c)[len(VERDICT) :] for c in table.columns if str(c).startswith(VERDICT)]
    numbers = {f"{sample.id}/{i}": d.number for i, d in enumerate(drawn)}
    if "key" not in table.columns or not coders or not set(table["key"]) & numbers.keys():
        raise ArticleError(NOT_OURS)
    made = []
    for row in table.to_dict("records"):
        for coder in coders:
            verdict = str(row[VERDICT + coder]).strip()
            if verdict and row["key"] in numbers:
                value = _plain(str(row.get(VALUE + coder, "")))
                added = _read_spans(str(row.get(MISSED + coder, "")), row["key"])
                made.append(Judgement(numbers[row["key"]], coder.strip(), verdict, value, added))
    return made


def _plain(value: str) -> str:
    """The value without the mark that keeps "-0.5" from being a formula, "1.0" as "1"."""
    value = value.strip().removeprefix("'")
    return value.removesuffix(".0")


def _told_spans(judgement: Judgement | None) -> str:
    return "; ".join(f"{s.start}-{s.end}" for s in judgement.added) if judgement else ""


def _read_spans(text: str, key: object) -> tuple[Span, ...]:
    try:
        return tuple(Span(int(start), int(end)) for start, end in _SPAN.findall(text))
    except ValueError as error:
        raise ArticleError(f"Row {key}: {text!r} names no stretch of the text.") from error
