"""How an article sounds, and whose tone it is: by sentence, paragraph, voice and source.

Every sentence is scored alone and means are taken, never one call on a longer text:
VADER's compound saturates. A sentence counts wholly for the writer or for those quoted, as
most of its words are: so the article's tone lies between the two and is made of nothing else.
For the tone of one source, a sentence is cut where the voice changes and each part is scored on
its own, weighed by its share of the sentence's words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from analysis.records import (
    COUNTED_ROLES,
    DEFAULT_SCORER,
    Article,
    ParagraphTone,
    Score,
    Scorer,
    Sentence,
    SentenceTone,
    Sentiment,
    Span,
    Tagged,
    Voice,
)
from analysis.text import InOrder, count_words, signed
from analysis.tone.news import news_reader
from analysis.tone.valence import Reading, ToneReader, plain_reader

NEUTRAL_BAND = 0.05
"""VADER's own: a compound closer to 0 than this is neither positive nor negative."""
MILD, FAIR = 0.3, 0.6
"""Cuts of the wording; benchmarks/RESULTS.md says how readers rated each of its steps."""

Overrides = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence in one voice; ``weight`` is its share of the sentence's words."""

    voice: Voice
    compound: float
    weight: float


def score_sentiment(
    article: Article,
    tagged: Tagged,
    voices: tuple[Voice, ...] = (),
    *,
    scorer: Scorer = DEFAULT_SCORER,
    lexicon: Overrides = (),
) -> Sentiment:
    """Tone of every sentence and paragraph, of the writer and of each source, in -1..1.

    ``lexicon`` holds the reader's own valences (-4..4; 0 silences a word), which go before
    the scorer's. Paragraphs without a sentence that is read have no tone.
    """
    reader = reader_for(scorer, lexicon)
    readings = _read_sentences(article, tagged, reader)
    parts = _read_parts(article, tagged, voices, reader, readings)
    whose = writers_sentences(article, tagged, voices)
    body = {p.index for p in article.paragraphs if p.role in COUNTED_ROLES}
    counted = [
        (reading.score.compound, whose[i])
        for i, (s, reading) in enumerate(zip(tagged.sentences, readings, strict=True))
        if s.paragraph in body
    ]
    return Sentiment(
        scorer,
        tuple(SentenceTone(i, r.score, r.words, r.emphasis) for i, r in enumerate(readings)),
        _paragraph_tones(tagged, readings, whose),
        article=_mean((c, 1.0) for c, _ in counted),
        headline=_headline(article, tagged, readings, reader),
        writer=_mean((c, 1.0) for c, own in counted if own),
        quoted=_mean((c, 1.0) for c, own in counted if own is False),
        sources=_source_tones(parts),
    )


@lru_cache(maxsize=16)
def reader_for(scorer: Scorer, lexicon: Overrides = ()) -> ToneReader:
    """The scorer's reader, with the reader's own valences put before its lexicon."""
    base = news_reader() if scorer == "news" else plain_reader()
    return base.with_words(lexicon) if lexicon else base


def describe_tone(compound: float | None) -> str:
    """ "+0.42, fairly positive": the score with its sign, and what it is called."""
    if compound is None or compound != compound:
        return "no score"
    return f"{signed(compound)}, {name_tone(compound)}"


def name_tone(compound: float, band: float = NEUTRAL_BAND) -> str:
    """ "neutral", or "mildly", "fairly" or "strongly" "positive" or "negative"."""
    side = tone_side(compound, band)
    if side == "neutral":
        return side
    degree = "mildly" if abs(compound) < MILD else "fairly" if abs(compound) < FAIR else "strongly"
    return f"{degree} {side}"


def tone_side(compound: float, band: float = NEUTRAL_BAND) -> str:
    """ "negative", "neutral" or "positive": without how much."""
    if abs(compound) < band or not compound:
        return "neutral"
    return "positive" if compound > 0 else "negative"


def tones_disagree(one: float | None, other: float | None, band: float = NEUTRAL_BAND) -> bool:
    """Whether one tone is positive and the other negative, both outside the neutral band."""
    if one is None or other is None:
        return False
    return one * other < 0 and min(abs(one), abs(other)) >= band


def _read_sentences(article: Article, tagged: Tagged, reader: ToneReader) -> list[Reading]:
    names = InOrder(sorted(n.span for n in tagged.names))
    text = article.text
    return [
        reader.read(text[s.span.start : s.span.end], s.span.start, names.touching(s.span))
        for s in tagged.sentences
    ]


def _read_parts(
    article: Article,
    tagged: Tagged,
    voices: tuple[Voice, ...],
    reader: ToneReader,
    readings: list[Reading],
) -> list[Part]:
    """Every body sentence cut where the voice changes; a whole one keeps its own score."""
    parts: list[Part] = []
    names = InOrder(sorted(n.span for n in tagged.names))
    at = 0
    for sentence, reading in zip(tagged.sentences, readings, strict=True):
        while at < len(voices) and voices[at].span.end <= sentence.span.start:
            at += 1
        crossing = _crossing(voices, at, sentence.span)
        if len(crossing) == 1 and crossing[0].span.covers(sentence.span):
            parts.append(Part(crossing[0], reading.score.compound, 1.0))
        elif crossing:
            parts += _cut(article.text, sentence, crossing, reader, names)
    return parts


def writers_sentences(
    article: Article, tagged: Tagged, voices: tuple[Voice, ...]
) -> tuple[bool | None, ...]:
    """For each sentence, whether most of its words are the writer's own (also where half are).

    None where it has no voice: outside the body.
    """
    found: list[bool | None] = []
    at = 0
    for sentence in tagged.sentences:
        while at < len(voices) and voices[at].span.end <= sentence.span.start:
            at += 1
        own = others = 0
        crossing = _crossing(voices, at, sentence.span)
        for voice in crossing:
            words = count_words(article.text, _within(voice.span, sentence.span))
            own, others = (own + words, others) if _writers(voice) else (own, others + words)
        found.append(own >= others if crossing else None)
    return tuple(found)


def _within(span: Span, whole: Span) -> Span:
    """The piece of a span that lies inside another it touches."""
    return Span(max(span.start, whole.start), min(span.end, whole.end))


def _crossing(voices: tuple[Voice, ...], at: int, span: Span) -> list[Voice]:
    found = []
    while at < len(voices) and voices[at].span.start < span.end:
        found.append(voices[at])
        at += 1
    return found


def _cut(
    text: str, sentence: Sentence, voices: list[Voice], reader: ToneReader, names: InOrder[Span]
) -> list[Part]:
    whole = count_words(text, sentence.span)
    parts = []
    for voice in voices:
        span = _within(voice.span, sentence.span)
        words = count_words(text, span)
        if words:
            score = reader.score(span.of(text), span.start, names.touching(span))
            parts.append(Part(voice, score.compound, words / whole))
    return parts


def _writers(voice: Voice) -> bool:
    """An unattributed quotation has no source, yet is not the writer's."""
    return voice.source is None and voice.attribution is None


def _paragraph_tones(
    tagged: Tagged, readings: list[Reading], whose: tuple[bool | None, ...]
) -> tuple[ParagraphTone, ...]:
    scores: dict[int, list[Score]] = {}
    voiced: dict[tuple[int, bool], list[tuple[float, float]]] = {}
    for sentence, reading, own in zip(tagged.sentences, readings, whose, strict=True):
        scores.setdefault(sentence.paragraph, []).append(reading.score)
        if own is not None:
            voiced.setdefault((sentence.paragraph, own), []).append((reading.score.compound, 1.0))
    return tuple(
        ParagraphTone(
            index,
            mean_score(found),
            writer=_mean(voiced.get((index, True), ())),
            quoted=_mean(voiced.get((index, False), ())),
        )
        for index, found in sorted(scores.items())
    )


def mean_score(scores: list[Score]) -> Score:
    """The mean of each of the four scores; all 0 for none."""
    if len(scores) == 1:
        return scores[0]
    n = len(scores) or 1
    return Score(
        sum(s.compound for s in scores) / n,
        sum(s.positive for s in scores) / n,
        sum(s.neutral for s in scores) / n,
        sum(s.negative for s in scores) / n,
    )


def _headline(
    article: Article, tagged: Tagged, readings: list[Reading], reader: ToneReader
) -> float | None:
    """The mean over the headline's sentences, or of the title where the text holds none."""
    heads = {p.index for p in article.paragraphs if p.role == "headline"}
    pairs = zip(tagged.sentences, readings, strict=True)
    found = _mean((r.score.compound, 1.0) for s, r in pairs if s.paragraph in heads)
    if found is None and article.title:
        return reader.read(article.title).score.compound
    return found


def _source_tones(parts: list[Part]) -> tuple[tuple[str, float], ...]:
    """Each source with the mean tone of what is credited to it, in order of appearance."""
    said: dict[str, list[tuple[float, float]]] = {}
    for p in parts:
        if p.voice.source is not None:
            said.setdefault(p.voice.source, []).append((p.compound, p.weight))
    return tuple((source, _mean(pairs) or 0.0) for source, pairs in said.items())


def _mean(pairs: Iterable[tuple[float, float]]) -> float | None:
    """The weighted mean; None of nothing."""
    total = weight = 0.0
    for value, share in pairs:
        total += value * share
        weight += share
    return total / weight if weight else None
