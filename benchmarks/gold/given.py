"""Articles for the tests of sources, with their attributions written into the text.

``{1.source Farrow} {1.cue said} {1.content it was over}`` is attribution 1; content that
holds another attribution is its parent. Names are given beside the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.language import split_sentences
from analysis.reading import read_article
from analysis.records import (
    Analysis,
    Article,
    Attribution,
    Entity,
    EntityType,
    Mention,
    Role,
    Sentence,
    Sentiment,
    Span,
    Tagged,
)
from analysis.sources import name_sources, split_voices

_OPEN = re.compile(r"\{(\w+)\.(source|cue|content) ")
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]")


def build(
    marked: str, people: str = "", others: str = "", *, outlet: str | None = "the Bugle"
) -> tuple[Article, Tagged, tuple[Attribution, ...], tuple[Entity, ...]]:
    """What ``name_sources`` needs. ``people`` is "Ines Farrow|Farrow; Tomas Reyl|Reyl";
    ``others`` the same with a type: "ORG Calder University; GPE Ellery"."""
    text, parts = _read(marked)
    roles: dict[int, Role] = dict.fromkeys(range(text.count("\n") + 1), "body")
    article = read_article(text, outlet=outlet, roles=roles)
    sentences = tuple(
        Sentence(s, p.index) for p in article.paragraphs for s in split_sentences(text, p.span)
    )
    entities = _entities(article, people, others)
    return article, Tagged((), sentences, (), (), "test"), _attributions(text, parts), entities


def _read(marked: str) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The text without its labels, and the labelled spans."""
    text, at = "", 0
    open_labels: list[tuple[str, str, int]] = []
    parts: dict[str, dict[str, list[Span]]] = {}
    while at < len(marked):
        opening = _OPEN.match(marked, at)
        if opening:
            open_labels.append((opening[1], opening[2], len(text)))
            at = opening.end()
        elif marked[at] == "}":
            name, part, start = open_labels.pop()
            parts.setdefault(name, {}).setdefault(part, []).append(Span(start, len(text)))
            at += 1
        else:
            text += marked[at]
            at += 1
    return text, parts


def _attributions(text: str, parts: dict[str, dict[str, list[Span]]]) -> tuple[Attribution, ...]:
    quotes = [Span(*m.span()) for m in _QUOTED.finditer(text)]
    found = []
    for name, by_part in parts.items():
        content = tuple(by_part.get("content", ()))
        quoted = tuple(c for c in content if any(q.covers(c) for q in quotes))
        quoted += tuple(q for q in quotes if q not in content and any(c.covers(q) for c in content))
        found.append(
            Attribution(
                name,
                tuple(by_part.get("source", ())),
                tuple(by_part.get("cue", ())),
                content,
                quoted,
            )
        )
    found.sort(key=lambda a: a.span.start)
    return tuple(_nested(a, found) for a in found)


def _nested(a: Attribution, every: list[Attribution]) -> Attribution:
    """The attribution with its parent: the smallest content that holds all of it."""
    holding = [o for o in every if o is not a and any(c.covers(a.span) for c in o.content)]
    holding.sort(key=lambda o: o.span.end - o.span.start)
    return replace(a, parent=holding[0].id, depth=len(holding)) if holding else a


def _entities(article: Article, people: str, others: str) -> tuple[Entity, ...]:
    rows: list[tuple[EntityType, str]] = [("PERSON", p) for p in people.split(";") if p.strip()]
    for other in (o.strip() for o in others.split(";") if o.strip()):
        kind_of, _, written_as = other.partition(" ")
        rows.append((kind_of, written_as))  # type: ignore[arg-type]
    found = []
    for i, (kind, written) in enumerate(rows):
        forms = [form.strip() for form in written.split("|")]
        pattern = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
        mentions = []
        for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", article.text):
            paragraph = article.paragraph_at(m.start())
            assert paragraph is not None
            mentions.append(Mention(Span(*m.span()), kind, "name", paragraph.index))
        found.append(Entity(f"e{i}", forms[0], kind, tuple(mentions)))
    return tuple(found)


def analysis(marked: str, people: str = "", others: str = "") -> Analysis:
    """A whole analysis of a marked text, with a made-up tone for each source."""
    article, tagged, attributions, entities = build(marked, people, others)
    sources, credits = name_sources(article, tagged, attributions, entities)
    voices = split_voices(article, attributions, credits)
    tones = tuple((s.id, (-1) ** i * 0.1 * i) for i, s in enumerate(sources))
    sentiment = Sentiment("plain", (), (), None, None, None, None, tones)
    return Analysis(article, tagged, entities, attributions, credits, sources, voices, sentiment)
