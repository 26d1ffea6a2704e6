"""What one analysis tells of a whole library, small enough to be read for thousands at once."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.records import COUNTED_ROLES, Analysis, Attribution, Credit, Entity, Sentence
from analysis.text import InOrder, body_mentions, body_words

FACTS = 1
"""Counted up when ``facts_of`` makes other facts of the same analysis: then kept ones are old."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of the body that names somebody, with its mean compound (None: no score)."""

    start: int
    end: int
    paragraph: int
    tone: float | None


@dataclass(frozen=True, slots=True)
class NameFact:
    """An entity of the article; ``mentions`` are by name in the body."""

    entity: str
    name: str
    type: str
    mentions: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A source of the article; ``tone`` is the mean compound of what is credited to it."""

    source: str
    name: str
    entity: str
    type: str
    role: str
    namedness: str
    tone: float | None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: whose, how, through whom, and where it stands from first to last part."""

    id: str
    source: str
    mode: str
    stance: str
    negated: bool
    cue: str
    words: int
    relays: tuple[str, ...]
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """An article in figures; tones are mean compounds, -1..1, None where there is nothing."""

    words: int
    tone: float | None
    writer: float | None
    quoted: float | None
    headline: float | None
    names: tuple[NameFact, ...]
    sources: tuple[SourceFact, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """An article of the library as the reader described it, with its facts."""

    id: str
    title: str
    outlet: str
    author: str
    published: str
    """As given; ISO 8601 where it can be read."""
    collections: tuple[str, ...]
    tags: tuple[str, ...]
    facts: Facts


def facts_of(analysis: Analysis) -> Facts:
    """The facts of one article; every one leads back to its words by offsets."""
    tone, article = analysis.sentiment, analysis.article
    sentences = InOrder(analysis.tagged.sentences)
    scores = {t.sentence: t.score.compound for t in tone.sentences}
    said = dict(tone.sources)
    return Facts(
        body_words(article),
        tone.article,
        tone.writer,
        tone.quoted,
        tone.headline,
        tuple(
            NameFact(
                e.id,
                e.name,
                e.type,
                body_mentions(article, e),
                _places(analysis, e, sentences, scores),
            )
            for e in analysis.entities
        ),
        tuple(
            SourceFact(s.id, s.name, s.entity or "", s.type, s.role, s.namedness, said.get(s.id))
            for s in analysis.sources
        ),
        _statements(analysis),
    )


def _places(
    analysis: Analysis, entity: Entity, sentences: InOrder[Sentence], scores: dict[int, float]
) -> tuple[Place, ...]:
    """The sentences of the body that name it, each once, in order."""
    paragraphs, found = analysis.article.paragraphs, dict[int, Place]()
    for m in entity.mentions:
        counted = paragraphs[m.paragraph].role in COUNTED_ROLES
        if m.kind != "name" or m.adjectival or not counted:
            continue
        index = sentences.before(m.span.start)
        span = analysis.tagged.sentences[index].span if index >= 0 else m.span
        found[span.start] = Place(span.start, span.end, m.paragraph, scores.get(index))
    return tuple(found[start] for start in sorted(found))


def _statements(analysis: Analysis) -> tuple[Statement, ...]:
    article = analysis.article
    made = []
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        paragraph = article.paragraph_at(a.content[0].start if a.content else a.span.start)
        made.append(
            Statement(
                a.id,
                credit.source or "",
                a.mode,
                a.stance,
                a.negated,
                _cue(a, article.text),
                credit.words,
                _relays(credit),
                paragraph.index if paragraph else -1,
                a.span.start,
                a.span.end,
            )
        )
    return tuple(made)


def _relays(credit: Credit) -> tuple[str, ...]:
    """Through whom the words came, outlet and speaker left out; a relay not stated is nobody."""
    if credit.provenance == "unstated_relay":
        return ()
    return credit.chain[1:-1] if credit.source else credit.chain[1:]


def _cue(a: Attribution, text: str) -> str:
    return " … ".join(" ".join(s.of(text).split()) for s in a.cue).lower()
