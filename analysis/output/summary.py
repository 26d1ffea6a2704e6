"""A readable account of one article for the terminal."""

from __future__ import annotations

from analysis.records import Analysis
from analysis.text import answers_note, body_mentions, body_words, count, distrust, signed

TOP = 8  # a terminal screen holds this many of each


def summarize(analysis: Analysis) -> str:
    """Headline, tone, the most-named entities and the most-heard sources, as lines of text."""
    return "\n".join(
        [*_head(analysis), *_tone(analysis), *_entities(analysis), *_sources(analysis)]
    )


def _head(analysis: Analysis) -> list[str]:
    article = analysis.article
    facts = [article.outlet, article.author, article.published, count(body_words(article), "word")]
    foreign = distrust(article.text)
    told = [f"Not English? {foreign}"] if foreign else []
    told += [note] if (note := answers_note(article)) else []
    return [article.title or "(no headline)", " · ".join(f for f in facts if f), *told, ""]


def _tone(analysis: Analysis) -> list[str]:
    tone = analysis.sentiment
    parts = [
        f"{name} {signed(value)}"
        for name, value in [
            ("all", tone.article),
            ("writer", tone.writer),
            ("attributed", tone.quoted),
            ("headline", tone.headline),
        ]
        if value is not None
    ]
    return [
        f"Tone ({tone.scorer}, mean of sentences): {', '.join(parts) or 'nothing to score'}",
        "",
    ]


def _entities(analysis: Analysis) -> list[str]:
    counts = [(body_mentions(analysis.article, e), e) for e in analysis.entities]
    ranked = sorted((c for c in counts if c[0]), key=lambda c: -c[0])
    lines = [f"Named in the body: {count(len(ranked), 'entity', 'entities')}"]
    lines += [f"  {n:>4}  {e.name} ({e.type})" for n, e in ranked[:TOP]]
    return [*lines, ""]


def _sources(analysis: Analysis) -> list[str]:
    total = body_words(analysis.article) or 1
    words = analysis.words_by_source
    ranked = sorted(analysis.sources, key=lambda s: -words[s.id])
    heard = sum(words.values())
    lines = [f"Heard: {count(len(ranked), 'source')}, {heard:,} of {count(total, 'word')}"]
    lines += [f"  {words[s.id]:>4}  {s.name} ({s.type}, {s.namedness})" for s in ranked[:TOP]]
    return [*lines, f"  {total - heard:>4}  the writer and unattributed"]
