"""Tables of how it sounds: sentences with their words, paragraphs, voices, the arc, targets.

``tone_sentences`` is the widest: a page filters it once, and bars, arc, distribution and
cards are all made from what is left.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import pandas as pd

from analysis.records import Analysis, Sentiment, Span, ToneWord, Voice
from analysis.tables.base import frame, paragraph_numbers
from analysis.text import InOrder, count_words
from analysis.tone import NEUTRAL_BAND, name_tone

SENTENCES = {
    "sentence": "int64",
    "order": "int64",
    "paragraph": "int64",
    "number": "int64",
    "role": "str",
    "voice": "str",
    "source": "str",
    "name": "str",
    "entities": "str",
    "words": "int64",
    "compound": "float64",
    "tone": "str",
    "because": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
}
PARAGRAPHS = {
    "paragraph": "int64",
    "number": "int64",
    "compound": "float64",
    "tone": "str",
    "sentences": "int64",
    "words": "int64",
    "start": "int64",
    "end": "int64",
    "text": "str",
}
VOICES = {
    "paragraph": "int64",
    "number": "int64",
    "voice": "str",
    "compound": "float64",
    "tone": "str",
}
ARC = {
    "order": "int64",
    "paragraph": "int64",
    "number": "int64",
    "compound": "float64",
    "smooth": "float64",
    "tone": "str",
    "text": "str",
}
POINTS = {"part": "str", "compound": "float64", "tone": "str", "sentences": "int64"}
BOTH = {"paragraph": "int64", "number": "int64", "scorer": "str", "compound": "float64"}
VOICE_WORDS = ("writer", "attributed", "both")
SNIPPET = 140


def tone_sentences(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per scored sentence with its voice, source, names and the words behind it."""
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    entities = _entities_by_sentence(analysis)
    rows = []
    voices = InOrder(analysis.voices)
    for order, tone in enumerate(analysis.sentiment.sentences, start=1):
        sentence = analysis.tagged.sentences[tone.sentence]
        voice, source = _voice_of(analysis, voices, sentence.span)
        rows.append(
            {
                "sentence": tone.sentence,
                "order": order,
                "paragraph": sentence.paragraph,
                "number": numbers.get(sentence.paragraph, 0),
                "role": article.paragraphs[sentence.paragraph].role,
                "voice": voice,
                "source": source,
                "name": names.get(source, ""),
                "entities": " ".join(entities.get(tone.sentence, ())),
                "words": count_words(text, sentence.span),
                "compound": tone.score.compound,
                "tone": name_tone(tone.score.compound, band),
                "because": explain_words(text, tone.words, tone.emphasis),
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": sentence.span.of(text),
            }
        )
    return frame(rows, SENTENCES)


def explain_words(text: str, words: Sequence[ToneWord], emphasis: float = 0.0) -> str:
    """ "grateful +2.0; not good −1.4 (+1.9, negated by “not”)": what made a score."""
    parts = []
    for w in words:
        part = f"{w.span.of(text)} {_signed(w.counted)}"
        if w.changes:
            part += f" ({_signed(w.valence)}, {', '.join(w.changes)})"
        parts.append(part)
    if emphasis:
        parts.append(f"punctuation {_signed(emphasis)}")
    return "; ".join(parts)


def filter_sentences(
    table: pd.DataFrame,
    *,
    roles: Collection[str] = (),
    voices: Collection[str] = (),
    sources: Collection[str] = (),
    entities: Collection[str] = (),
    low: float = -1.0,
    high: float = 1.0,
) -> pd.DataFrame:
    """The sentences that pass; an empty collection lets everything through."""
    keep = table["compound"].between(low - 1e-9, high + 1e-9)
    for column, chosen in (("role", roles), ("voice", voices), ("source", sources)):
        if chosen:
            keep &= table[column].isin(list(chosen))
    if entities:
        wanted = set(entities)
        keep &= table["entities"].map(lambda ids: bool(wanted & set(ids.split()))).astype(bool)
    return table[keep].reset_index(drop=True)


def tone_paragraphs(sentences: pd.DataFrame, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per paragraph: the mean over the given sentences of it."""
    rows = []
    for paragraph, group in sentences.groupby("paragraph", sort=True):
        compound = float(group["compound"].mean())
        text = " ".join(group["text"])
        rows.append(
            {
                "paragraph": paragraph,
                "number": group["number"].iloc[0],
                "compound": compound,
                "tone": name_tone(compound, band),
                "sentences": len(group),
                "words": group["words"].sum(),
                "start": group["start"].min(),
                "end": group["end"].max(),
                "text": text if len(text) <= SNIPPET else text[: SNIPPET - 1] + "…",
            }
        )
    return frame(rows, PARAGRAPHS)


def tone_voices(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """Two rows per body paragraph at most: the writer's tone and that of attributed words."""
    numbers = paragraph_numbers(analysis.article)
    rows = [
        {
            "paragraph": p.paragraph,
            "number": number,
            "voice": voice,
            "compound": compound,
            "tone": name_tone(compound, band),
        }
        for p in analysis.sentiment.paragraphs
        for voice, compound in (("writer", p.writer), ("attributed", p.quoted))
        if (number := numbers.get(p.paragraph)) and compound is not None
    ]
    return frame(rows, VOICES)


def tone_arc(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences in order with a smoothed line: a Gaussian mean over about a fifth of them."""
    scores = [float(c) for c in sentences["compound"]]
    width = max(1.0, len(scores) / 10)
    rows = [
        {
            "order": i + 1,
            "paragraph": row.paragraph,
            "number": row.number,
            "compound": row.compound,
            "smooth": _smoothed(scores, i, width),
            "tone": row.tone,
            "text": str(row.text)[:SNIPPET],
        }
        for i, row in enumerate(sentences.itertuples(index=False))
    ]
    return frame(rows, ARC)


def _smoothed(scores: list[float], at: int, width: float) -> float:
    reach = math.ceil(3 * width)
    total = weight = 0.0
    for j in range(max(0, at - reach), min(len(scores), at + reach + 1)):
        share = math.exp(-(((j - at) / width) ** 2) / 2)
        total += share * scores[j]
        weight += share
    return total / weight


def turning_point(paragraphs: pd.DataFrame) -> tuple[int, float, float] | None:
    """Where it turns most: the first paragraph after, and the mean tone before and after it.

    The cut that parts the paragraphs into the two most different stretches (each of two at
    least), weighed by their lengths as in Ward's criterion; None for fewer than four.
    """
    scores = [float(c) for c in paragraphs["compound"]]
    n, total = len(scores), sum(scores)
    best: tuple[float, int] | None = None
    before = sum(scores[:1])
    for cut in range(2, n - 1):
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


def headline_and_body(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """Two rows where both exist: the headline's tone and the body's mean over sentences."""
    tone, article = analysis.sentiment, analysis.article
    heads = {p.index for p in article.paragraphs if p.role == "headline"}
    body = {p.index for p in article.body}
    inside = [s.paragraph for s in analysis.tagged.sentences]
    rows = [
        {
            "part": part,
            "compound": compound,
            "tone": name_tone(compound, band),
            "sentences": max(1, sum(p in indices for p in inside)),
        }
        for part, compound, indices in (
            ("headline", tone.headline, heads),
            ("body", tone.article, body),
        )
        if compound is not None
    ]
    return frame(rows, POINTS)


def compare_scorers(analysis: Analysis, one: Sentiment, other: Sentiment) -> pd.DataFrame:
    """Two rows per body paragraph: what each scorer makes of it."""
    numbers = paragraph_numbers(analysis.article)
    rows = [
        {
            "paragraph": p.paragraph,
            "number": numbers[p.paragraph],
            "scorer": sentiment.scorer,
            "compound": p.score.compound,
        }
        for sentiment in (one, other)
        for p in sentiment.paragraphs
        if p.paragraph in numbers
    ]
    return frame(rows, BOTH).sort_values(["number", "scorer"], ignore_index=True)


def _voice_of(analysis: Analysis, voices: InOrder[Voice], span: Span) -> tuple[str, str]:
    """Whose sentence it is, and the source with most of its characters."""
    shares: dict[str, int] = {}
    kinds = set()
    for voice in voices.touching(span):
        size = min(voice.span.end, span.end) - max(voice.span.start, span.start)
        own = voice.source is None and voice.attribution is None
        begin = max(voice.span.start, span.start)
        if analysis.article.text[begin : begin + size].strip(" .,;:\"“”'’"):
            kinds.add("writer" if own else "attributed")
        if voice.source is not None:
            shares[voice.source] = shares.get(voice.source, 0) + size
    source = max(shares, key=lambda s: shares[s]) if shares else ""
    if len(kinds) == 2:
        return "both", source
    return (kinds.pop() if kinds else "writer"), source


def _entities_by_sentence(analysis: Analysis) -> dict[int, list[str]]:
    """Ids of the entities each sentence names or refers to."""
    sentences = InOrder(analysis.tagged.sentences)
    found: dict[int, list[str]] = {}
    for entity in analysis.entities:
        for mention in entity.mentions:
            at = sentences.before(mention.span.start)
            if at >= 0 and entity.id not in found.setdefault(at, []):
                found[at].append(entity.id)
    return found


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace("-", "−")
