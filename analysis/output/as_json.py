"""One article's analysis as the JSON object outside programs rely on (schema 1).

The shape is kept stable: a change is announced in the changelog. All offsets are Python
character offsets, half-open, into the text exactly as it was given.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from analysis.corrections import NAMES, STATEMENTS, by_reader, correction_log
from analysis.records import (
    Analysis,
    Article,
    Attribution,
    Credit,
    Entity,
    ParagraphTone,
    Source,
    Span,
)
from analysis.text import (
    answers_note,
    body_mentions,
    body_words,
    count_words,
    distrust,
    language_of,
    text_notes,
)
from analysis.version import VERSION

SCHEMA = 1
DECIMALS = 4  # VADER's own precision


def article_json(analysis: Analysis) -> dict[str, Any]:
    """The whole analysis as plain lists, dicts, strings and numbers."""
    article = analysis.article
    words = body_words(article)
    return {
        "id": article.id,
        "schema": SCHEMA,
        "version": VERSION,
        "model": analysis.model,
        "scorer": analysis.sentiment.scorer,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "answers": article.answers,
        "file": article.file,
        **({"text": article.text} if article.derived else {}),
        "language": language_of(article.text),
        "warnings": _warnings(article),
        "words": words,
        "paragraphs": _paragraphs(analysis),
        "sentences": _sentences(analysis),
        "entities": [
            _entity(article, entity)
            | {"reader": touched(analysis, NAMES, (m.span for m in entity.mentions))}
            for entity in analysis.entities
        ],
        "attributions": [
            _attribution(a, credit)
            | {"reader": touched(analysis, STATEMENTS, (*a.source, *a.content))}
            for a, credit in zip(analysis.attributions, analysis.credits, strict=True)
        ],
        "sources": _sources(analysis, words),
        "unattributed_words": words - sum(analysis.words_by_source.values()),
        "corrections": _corrections(analysis),
    }


def _sources(analysis: Analysis, words: int) -> list[dict[str, Any]]:
    tones, credited = dict(analysis.sentiment.sources), analysis.words_by_source
    chains: dict[str, tuple[str, ...]] = {}
    for credit in analysis.credits:
        if credit.source is not None and credit.chain:
            chains.setdefault(credit.source, credit.chain)
    return [
        _source(s, credited[s.id], words, tones.get(s.id), chains.get(s.id, ()))
        | {"reader": touched(analysis, STATEMENTS, _words_of(analysis, s))}
        for s in analysis.sources
    ]


def touched(analysis: Analysis, kinds: Iterable[str], spans: Iterable[Span]) -> bool:
    """Whether a correction of these kinds, one that applies, is about one of these places."""
    asked = set(kinds)
    said = [c for c in analysis.corrections if c.kind in asked and c not in analysis.dropped]
    places = [p for c in said for p in (c.target, c.other) if p]
    return bool(places) and any(p.overlaps(s) for s in spans for p in places)


def _words_of(analysis: Analysis, source: Source) -> list[Span]:
    mine = set(source.attributions)
    return [s for a in analysis.attributions if a.id in mine for s in a.source]


def _corrections(analysis: Analysis) -> list[dict[str, Any]]:
    said = correction_log(analysis)
    return [
        {
            "kind": c.kind,
            "s": c.target.start,
            "e": c.target.end,
            "other": _place(c.other),
            "cue": _place(c.cue),
            "value": c.value,
            "applies": c not in analysis.dropped,
            "said": sentence,
        }
        for c, sentence in zip(analysis.corrections, said, strict=True)
    ]


def _place(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _warnings(article: Article) -> list[str]:
    """What to know before trusting the figures, a sentence each; the language first."""
    foreign = distrust(article.text)
    notes = [n for n in text_notes(article.text) if not (foreign and n[:20] == foreign[:20])]
    told = answers_note(article)
    return [*filter(None, (foreign, told)), *notes]


def _paragraphs(analysis: Analysis) -> list[dict[str, Any]]:
    tones = {t.paragraph: t for t in analysis.sentiment.paragraphs}
    text = analysis.article.text
    return [
        {
            "s": p.span.start,
            "e": p.span.end,
            "role": p.role,
            **_scores(tones.get(p.index)),
            "words": count_words(text, p.span),
            "reader": by_reader(p.rule),
        }
        for p in analysis.article.paragraphs
    ]


def _scores(tone: ParagraphTone | None) -> dict[str, float | None]:
    if tone is None:
        names = (
            "compound",
            "positive",
            "neutral",
            "negative",
            "writer_compound",
            "quoted_compound",
        )
        return dict.fromkeys(names)
    return {
        "compound": _number(tone.score.compound),
        "positive": _number(tone.score.positive),
        "neutral": _number(tone.score.neutral),
        "negative": _number(tone.score.negative),
        "writer_compound": _number(tone.writer),
        "quoted_compound": _number(tone.quoted),
    }


def _sentences(analysis: Analysis) -> list[dict[str, Any]]:
    rows = []
    for tone in analysis.sentiment.sentences:
        sentence = analysis.tagged.sentences[tone.sentence]
        rows.append(
            {
                "s": sentence.span.start,
                "e": sentence.span.end,
                "paragraph": sentence.paragraph,
                "compound": _number(tone.score.compound),
                "positive": _number(tone.score.positive),
                "neutral": _number(tone.score.neutral),
                "negative": _number(tone.score.negative),
            }
        )
    return rows


def _entity(article: Article, entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "mentions": [
            {
                "s": m.span.start,
                "e": m.span.end,
                "text": m.span.of(article.text),
                "kind": m.kind,
                "paragraph": m.paragraph,
                "adjectival": m.adjectival,
            }
            for m in entity.mentions
        ],
        "count": body_mentions(article, entity),
        "unresolved": entity.unresolved,
    }


def _attribution(attribution: Attribution, credit: Credit) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "quoted": _pairs(attribution.quoted),
        "mode": attribution.mode,
        "stance": attribution.stance,
        "negated": attribution.negated,
        "provenance": credit.provenance,
        "chain": list(credit.chain),
        "parent": attribution.parent,
        "depth": attribution.depth,
        "source_id": credit.source,
        "words": credit.words,
        "confidence": attribution.confidence,
        "rule": attribution.rule,
    }


def _source(
    source: Source, words: int, total: int, tone: float | None, chain: tuple[str, ...]
) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": source.name,
        "entity": source.entity,
        "type": source.type,
        "role": source.role,
        "namedness": source.namedness,
        "attributions": len(source.attributions),
        "words": words,
        "share": round(words / total, DECIMALS) if total else 0.0,
        "compound": _number(tone),
        # the way of the first statement, without the speaker at its end
        "chain": list(chain[:-1]),
        "flags": list(source.flags),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
