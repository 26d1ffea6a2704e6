"""The rows of the seven tidy tables: one function a table, one row per thing."""

from __future__ import annotations

from analysis.records import Analysis, Article, Entity
from analysis.text import body_mentions, body_words, count_words

CHAIN_ARROW = " ← "
Row = dict[str, object]


def paragraph_numbers(article: Article) -> dict[int, int]:
    """Body paragraphs counted from 1, by paragraph index; the others are 0 when looked up."""
    return {p.index: n for n, p in enumerate(article.body, start=1)}


def article_rows(analysis: Analysis) -> list[Row]:
    """One row: the article and its totals."""
    article, tone = analysis.article, analysis.sentiment
    words = body_words(article)
    return [
        {
            "article": article.id,
            "title": article.title or "",
            "outlet": article.outlet or "",
            "author": article.author or "",
            "published": article.published or "",
            "file": article.file or "",
            "model": analysis.model,
            "scorer": tone.scorer,
            "words": words,
            "paragraphs": len(article.body),
            "compound": tone.article,
            "writer_compound": tone.writer,
            "quoted_compound": tone.quoted,
            "unattributed_words": words - sum(analysis.words_by_source.values()),
        }
    ]


def paragraph_rows(analysis: Analysis) -> list[Row]:
    """One row per paragraph, with its tone; ``number`` counts body paragraphs from 1."""
    article = analysis.article
    numbers = paragraph_numbers(article)
    tones = {t.paragraph: t for t in analysis.sentiment.paragraphs}
    rows: list[Row] = []
    for p in article.paragraphs:
        tone = tones.get(p.index)
        rows.append(
            {
                "article": article.id,
                "paragraph": p.index,
                "number": numbers.get(p.index, 0),
                "role": p.role,
                "words": count_words(article.text, p.span),
                "compound": tone.score.compound if tone else None,
                "positive": tone.score.positive if tone else None,
                "neutral": tone.score.neutral if tone else None,
                "negative": tone.score.negative if tone else None,
                "writer_compound": tone.writer if tone else None,
                "quoted_compound": tone.quoted if tone else None,
                "start": p.span.start,
                "end": p.span.end,
                "text": p.span.of(article.text),
            }
        )
    return rows


def sentence_rows(analysis: Analysis) -> list[Row]:
    """One row per scored sentence, in reading order."""
    article = analysis.article
    numbers = paragraph_numbers(article)
    rows: list[Row] = []
    for tone in analysis.sentiment.sentences:
        sentence = analysis.tagged.sentences[tone.sentence]
        rows.append(
            {
                "article": article.id,
                "sentence": tone.sentence,
                "paragraph": sentence.paragraph,
                "number": numbers.get(sentence.paragraph, 0),
                "role": article.paragraphs[sentence.paragraph].role,
                "compound": tone.score.compound,
                "positive": tone.score.positive,
                "neutral": tone.score.neutral,
                "negative": tone.score.negative,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": sentence.span.of(article.text),
            }
        )
    return rows


def mention_rows(analysis: Analysis) -> list[Row]:
    """One row per mention of an entity, with the rule that joined it."""
    article = analysis.article
    numbers = paragraph_numbers(article)
    mentions = ((m, entity) for entity in analysis.entities for m in entity.mentions)
    return [
        {
            "article": article.id,
            "entity": entity.id,
            "name": entity.name,
            "type": entity.type,
            "kind": m.kind,
            "adjectival": m.adjectival,
            "rule": m.rule,
            "paragraph": m.paragraph,
            "number": numbers.get(m.paragraph, 0),
            "role": article.paragraphs[m.paragraph].role,
            "start": m.span.start,
            "end": m.span.end,
            "text": m.span.of(article.text),
        }
        for m, entity in sorted(mentions, key=lambda pair: pair[0].span)
    ]


def entity_rows(analysis: Analysis) -> list[Row]:
    """One row per entity, most-named first; ``count`` is its name mentions in the body."""
    article = analysis.article
    rows: list[Row] = []
    found = [(body_mentions(article, e), e) for e in analysis.entities]
    for count, entity in sorted(found, key=lambda pair: (-pair[0], _begins(pair[1]))):
        forms = dict.fromkeys(m.span.of(article.text) for m in entity.mentions if m.kind == "name")
        first = min((m.span for m in entity.mentions), default=None)
        rows.append(
            {
                "article": article.id,
                "entity": entity.id,
                "name": entity.name,
                "type": entity.type,
                "count": count,
                "mentions": len(entity.mentions),
                "forms": ", ".join(forms),
                "unresolved": entity.unresolved,
                "start": first.start if first else 0,
                "end": first.end if first else 0,
            }
        )
    return rows


def _begins(entity: Entity) -> int:
    return min((m.span.start for m in entity.mentions), default=0)


def attribution_rows(analysis: Analysis) -> list[Row]:
    """One row per attribution; ``words`` are credited innermost, ``outer_words`` outermost."""
    article, text = analysis.article, analysis.article.text
    numbers = paragraph_numbers(article)
    names = {s.id: s.name for s in analysis.sources}
    rows: list[Row] = []
    for a, credit in zip(analysis.attributions, analysis.credits, strict=True):
        paragraph = article.paragraph_at(a.content[0].start if a.content else a.span.start)
        index = paragraph.index if paragraph else -1
        rows.append(
            {
                "article": article.id,
                "attribution": a.id,
                "source": credit.source or "",
                "name": names.get(credit.source or "", ""),
                "mode": a.mode,
                "stance": a.stance,
                "negated": a.negated,
                "provenance": credit.provenance,
                "confidence": a.confidence,
                "rule": a.rule,
                "parent": a.parent or "",
                "depth": a.depth,
                "words": credit.words,
                "outer_words": credit.outer_words,
                "paragraph": index,
                "number": numbers.get(index, 0),
                "source_words": " … ".join(s.of(text) for s in a.source),
                "cue": " … ".join(s.of(text) for s in a.cue),
                "content": " … ".join(s.of(text) for s in a.content),
                "start": a.span.start,
                "end": a.span.end,
            }
        )
    return rows


def source_hues(analysis: Analysis) -> dict[str, int]:
    """By source: its place among the colours, the same on every chart and after corrections."""
    return {
        s.id: rank if s.hue is None else s.hue
        for rank, s in enumerate(
            sorted(analysis.sources, key=lambda s: -analysis.words_by_source[s.id])
        )
    }


def source_rows(analysis: Analysis) -> list[Row]:
    """One row per source, most-heard first; ``share`` is of the body's words."""
    article = analysis.article
    total = body_words(article) or 1
    tones = dict(analysis.sentiment.sources)
    words = analysis.words_by_source
    chains: dict[str, tuple[str, ...]] = {}
    for credit in analysis.credits:
        if credit.source is not None:
            chains.setdefault(credit.source, credit.chain)
    return [
        {
            "article": article.id,
            "source": s.id,
            "name": s.name,
            "entity": s.entity or "",
            "type": s.type,
            "role": s.role,
            "namedness": s.namedness,
            "attributions": len(s.attributions),
            "words": words[s.id],
            "share": words[s.id] / total,
            "compound": tones.get(s.id),
            "chain": CHAIN_ARROW.join(chains.get(s.id, ())),
            "flags": ", ".join(s.flags),
            "unresolved": s.unresolved,
        }
        for s in sorted(analysis.sources, key=lambda s: -words[s.id])
    ]
