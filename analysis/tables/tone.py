"""Tables of how it sounds: sentences with their words, paragraphs, voices, the arc, targets.

``tone_sentences`` is the widest: a page filters it once, and bars, arc, distribution and
cards are all made from what is left.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.records import Analysis, Sentiment, Span, ToneWord, Voice
from analysis.tables.base import frame
from analysis.tables.rows import paragraph_numbers
from analysis.text import InOrder, count_words, signed
from analysis.tone import NEUTRAL_BAND, name_tone, writers_sentences

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
POINTS = {"part": "str", "compound": "float64", "tone": "str", "sentences": "int64"}
BOTH = {"paragraph": "int64", "number": "int64", "scorer": "str", "compound": "float64"}
SNIPPET = 140


def tone_sentences(analysis: Analysis, *, band: float = NEUTRAL_BAND) -> pd.DataFrame:
    """One row per scored sentence with its voice, source, names and the words behind it."""
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    entities = _entities_by_sentence(analysis)
    rows = []
    voices = InOrder(analysis.voices)
    whose = writers_sentences(article, analysis.tagged, analysis.voices)
    for order, tone in enumerate(analysis.sentiment.sentences, start=1):
        sentence = analysis.tagged.sentences[tone.sentence]
        own = whose[tone.sentence]
        rows.append(
            {
                "sentence": tone.sentence,
                "order": order,
                "paragraph": sentence.paragraph,
                "number": numbers.get(sentence.paragraph, 0),
                "role": article.paragraphs[sentence.paragraph].role,
                "voice": "" if own is None else "writer" if own else "attributed",
                "source": (source := _source_of(voices, sentence.span)),
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
        part = f"{w.span.of(text)} {signed(w.counted, 1)}"
        if w.changes:
            part += f" ({signed(w.valence, 1)}, {', '.join(w.changes)})"
        parts.append(part)
    if emphasis:
        parts.append(f"punctuation {signed(emphasis, 1)}")
    return "; ".join(parts)


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


def _source_of(voices: InOrder[Voice], span: Span) -> str:
    """The source with most of the sentence's characters, "" for none."""
    shares: dict[str, int] = {}
    for voice in voices.touching(span):
        if voice.source is not None:
            size = min(voice.span.end, span.end) - max(voice.span.start, span.start)
            shares[voice.source] = shares.get(voice.source, 0) + size
    return max(shares, key=lambda s: shares[s]) if shares else ""


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
