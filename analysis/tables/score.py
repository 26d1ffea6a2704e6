"""Tables behind the score: the article laid out along its words, left to right.

``x0`` and ``x1`` are positions in words from the start of the body, so a column is as wide
as its share of the article and a passage stands where it is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

import pandas as pd

from analysis.records import Analysis, Article, Paragraph
from analysis.tables.base import entity_table, frame, source_table
from analysis.tables.rows import paragraph_numbers, source_hues
from analysis.text import word_starts
from analysis.tone import NEUTRAL_BAND, tone_side

MOST_COLUMNS = 60
"""Beyond this many body paragraphs a column is too thin to click; they are grouped."""
GROUPS = 40
LANES = 5
"""Sources and entities with a lane of their own."""
EXCERPT = 90

COLUMNS = {
    "column": "int64",
    "paragraph": "int64",
    "label": "str",
    "paragraphs": "int64",
    "words": "int64",
    "x0": "int64",
    "x1": "int64",
    "compound": "float64",
    "tone": "str",
    "writer_words": "int64",
    "attributed_words": "int64",
    "excerpt": "str",
}
VOICES = {
    "lane": "int64",
    "name": "str",
    "source": "str",
    "rank": "int64",
    "hue": "int64",
    "paragraph": "int64",
    "label": "str",
    "column": "int64",
    "x0": "int64",
    "x1": "int64",
    "words": "int64",
    "excerpt": "str",
}
NAMES = {
    "lane": "int64",
    "name": "str",
    "entity": "str",
    "type": "str",
    "column": "int64",
    "paragraph": "int64",
    "label": "str",
    "x": "float64",
    "count": "int64",
    "forms": "str",
}
SCORE = {
    "paragraph": "int64",
    "number": "str",
    "compound": "float64",
    "words": "int64",
    "writer_words": "int64",
    "attributed_words": "int64",
    "voices": "str",
    "names": "str",
}
OTHERS, UNATTRIBUTED = "others", "unattributed"


def score_columns(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per column of the score: a body paragraph, or several when there are too many.

    ``compound`` is the mean over the column's paragraphs, weighted by their words; nearer to 0
    than ``band`` its tone is neutral.
    """
    article = analysis.article
    starts = _starts(article)
    tones = {t.paragraph: t.score.compound for t in analysis.sentiment.paragraphs}
    credited = _credited(analysis, starts)
    numbers = paragraph_numbers(article)
    rows = []
    for number, group in enumerate(_groups(article, starts)):
        x0, x1 = _place(starts, group[0].span.start, group[-1].span.end)
        weights = [_length(starts, p) for p in group]
        total = sum(w * tones.get(p.index, 0.0) for w, p in zip(weights, group, strict=True))
        compound = total / (sum(weights) or 1)
        rows.append(
            {
                "column": number,
                "paragraph": group[0].index,
                "label": _label(numbers, group),
                "paragraphs": len(group),
                "words": x1 - x0,
                "x0": x0,
                "x1": x1,
                "compound": compound,
                "tone": tone_side(compound, band),
                "writer_words": x1 - x0 - sum(credited[p.index] for p in group),
                "attributed_words": sum(credited[p.index] for p in group),
                "excerpt": excerpt(group[0].span.of(article.text)),
            }
        )
    return frame(rows, COLUMNS)


def score_voices(analysis: Analysis) -> pd.DataFrame:
    """One row per stretch that is not the writer's, in the lane of whoever is credited.

    The five most-heard sources have lanes 0–4; then come one for all others and one for
    passages credited to nobody, where there are any.
    """
    article = analysis.article
    starts = _starts(article)
    column = _column_of(article, starts)
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    ranks = {source: rank for rank, source in enumerate(source_table(analysis)["source"])}
    hues = source_hues(analysis)
    rows = []
    for voice in analysis.voices:
        if voice.source is None and voice.attribution is None:
            continue
        paragraph = article.paragraph_at(voice.span.start)
        x0, x1 = _place(starts, voice.span.start, voice.span.end)
        if paragraph is None or x0 == x1:
            continue
        rank = ranks.get(voice.source or "", -1)
        rows.append(
            {
                "lane": LANES + 1 if rank < 0 else min(rank, LANES),
                "name": names.get(voice.source or "", UNATTRIBUTED),
                "source": voice.source or "",
                "rank": rank,
                "hue": hues.get(voice.source or "", -1),
                "paragraph": paragraph.index,
                "label": str(numbers.get(paragraph.index, 0)),
                "column": column.get(paragraph.index, 0),
                "x0": x0,
                "x1": x1,
                "words": x1 - x0,
                "excerpt": excerpt(voice.span.of(article.text)),
            }
        )
    return frame(rows, VOICES)


def score_names(analysis: Analysis) -> pd.DataFrame:
    """One row per column and entity, for the five most-named: how often the name stands there."""
    article = analysis.article
    columns = score_columns(analysis)
    column_of = _column_of(article, _starts(article))
    top = entity_table(analysis)
    top = top[top["count"] > 0].head(LANES)
    by_id = {e.id: e for e in analysis.entities}
    rows = []
    wanted = top[["entity", "name", "type"]].astype(str).to_numpy().tolist()
    for lane, (entity, name, kind) in enumerate(wanted):
        counts: Counter[int] = Counter()
        forms: dict[int, dict[str, None]] = {}
        for m in by_id[entity].mentions:
            if m.kind == "name" and not m.adjectival and m.paragraph in column_of:
                place = column_of[m.paragraph]
                counts[place] += 1
                forms.setdefault(place, {})[m.span.of(article.text)] = None
        for place, count in sorted(counts.items()):
            at = columns.iloc[place]
            rows.append(
                {
                    "lane": lane,
                    "name": name,
                    "entity": entity,
                    "type": kind,
                    "column": place,
                    "paragraph": at["paragraph"],
                    "label": at["label"],
                    "x": (at["x0"] + at["x1"]) / 2,
                    "count": count,
                    "forms": ", ".join(forms[place]),
                }
            )
    return frame(rows, NAMES)


def score_table(analysis: Analysis) -> pd.DataFrame:
    """The score in words, one row per column: who speaks there, and which of the names stand."""
    columns = score_columns(analysis)
    spoken, named = score_voices(analysis), score_names(analysis)
    rows = [
        {
            **{name: at[name] for name in SCORE if name in at},
            "number": at["label"],
            "voices": ", ".join(
                dict.fromkeys(spoken.loc[spoken["column"] == at["column"], "name"])
            ),
            "names": ", ".join(named.loc[named["column"] == at["column"], "name"]),
        }
        for at in columns.to_dict("records")
    ]
    return frame(rows, SCORE)


def grouped(article: Article) -> bool:
    """Whether the columns of this article stand for several paragraphs each."""
    return len(article.body) > MOST_COLUMNS


def in_columns(table: pd.DataFrame, article: Article) -> pd.DataFrame:
    """Rows of body paragraphs with the column they fall in: its first paragraph and its label.

    A column is a paragraph, or where there are too many an equal share of the words.
    """
    numbers = paragraph_numbers(article)
    places = {
        p.index: (group[0].index, _label(numbers, group))
        for group in _groups(article, _starts(article))
        for p in group
    }
    found = [places[p] for p in table["paragraph"]]
    return table.assign(
        column_paragraph=pd.Series([f for f, _ in found], index=table.index, dtype="int64"),
        label=pd.Series([label for _, label in found], index=table.index, dtype="str"),
    )


def column_labels(article: Article) -> list[str]:
    """The labels of the columns from left to right: "1", "2" or "1–9", "10–17"."""
    numbers = paragraph_numbers(article)
    return [_label(numbers, group) for group in _groups(article, _starts(article))]


def excerpt(text: str) -> str:
    """The first words of a passage, on one line."""
    line = " ".join(text[: EXCERPT * 4].split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rsplit(" ", 1)[0] + " …"


def _starts(article: Article) -> list[int]:
    return [s for p in article.body for s in word_starts(article.text, p.span)]


def _place(starts: list[int], start: int, end: int) -> tuple[int, int]:
    return bisect_left(starts, start), bisect_left(starts, end)


def _length(starts: list[int], paragraph: Paragraph) -> int:
    x0, x1 = _place(starts, paragraph.span.start, paragraph.span.end)
    return x1 - x0


def _groups(article: Article, starts: list[int]) -> list[list[Paragraph]]:
    """Each body paragraph alone or, when there are too many, about equal shares of the words."""
    if not grouped(article):
        return [[p] for p in article.body]
    share = max(1, len(starts)) / GROUPS
    by_share: dict[int, list[Paragraph]] = {}
    for p in article.body:
        x0, x1 = _place(starts, p.span.start, p.span.end)
        by_share.setdefault(int((x0 + x1) / 2 / share), []).append(p)
    return list(by_share.values())


def _column_of(article: Article, starts: list[int]) -> dict[int, int]:
    return {p.index: n for n, group in enumerate(_groups(article, starts)) for p in group}


def _credited(analysis: Analysis, starts: list[int]) -> Counter[int]:
    """Words credited to someone, by paragraph index."""
    found: Counter[int] = Counter()
    for voice in analysis.voices:
        paragraph = analysis.article.paragraph_at(voice.span.start)
        if paragraph is not None and (voice.source or voice.attribution):
            x0, x1 = _place(starts, voice.span.start, voice.span.end)
            found[paragraph.index] += x1 - x0
    return found


def _label(numbers: Mapping[int, int], group: list[Paragraph]) -> str:
    first, last = numbers[group[0].index], numbers[group[-1].index]
    return str(first) if first == last else f"{first}–{last}"
