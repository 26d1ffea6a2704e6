"""The article as the attribution stages look at it: where sentences, paragraphs and quotes lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.records import READ_ROLES, Article, Span, Tagged
from analysis.text import InOrder, Quotation

Stretch = tuple[Span, Quotation]
CLOSING = frozenset({"”", '"', "''", "’"})
OPENING = frozenset({"“", '"', "''", "``", "`", "‘", "'"})
EDGES = frozenset({",", ";", ":", ".", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its prose paragraphs, sentences, words and quotations, each in order."""

    text: str
    paragraphs: InOrder[Span]
    sentences: InOrder[Span]
    words: InOrder[Span]
    lower: tuple[str, ...]
    """The words themselves in small letters."""
    tags: tuple[str, ...]
    """Their parts of speech, "" where no tagger ran."""
    quotations: tuple[Quotation, ...]
    outer: InOrder[Stretch]
    """Each stretch between outer marks, in order and apart, with its quotation."""
    inner: InOrder[Stretch]
    """The same for marks inside others."""
    depths: tuple[int, ...] = ()
    """Of each prose paragraph how many “>” stood before it."""

    @classmethod
    def of(cls, article: Article, tagged: Tagged, quotations: tuple[Quotation, ...]) -> Scene:
        """What the later stages need to know about this article."""
        prose = InOrder(p.span for p in article.paragraphs if p.role in READ_ROLES)
        words = InOrder(t.span for t in tagged.tokens)
        return cls(
            article.text,
            prose,
            InOrder(s.span for s in tagged.sentences),
            words,
            tuple(w.of(article.text).lower() for w in words),
            tuple(t.pos for t in tagged.tokens),
            quotations,
            _stretches(q for q in quotations if q.level == 0),
            _stretches(q for q in quotations if q.level == 1),
            tuple(p.quoted for p in article.paragraphs if p.role in READ_ROLES),
        )

    def paragraph(self, offset: int) -> int:
        """The number of the prose paragraph at or before this character."""
        return max(0, self.paragraphs.before(offset))

    def sentence(self, offset: int) -> int:
        """The number of the sentence at or before this character."""
        return max(0, self.sentences.before(offset))

    def tokens(self, span: Span) -> range:
        """Numbers of the words that begin inside the span."""
        return self.words.beginning(span)

    def quotation_over(self, offset: int) -> Quotation | None:
        """The outer quotation that holds the character, if one does."""
        found = self.outer.at(offset)
        return found[1] if found else None

    def quotations_in(self, span: Span) -> tuple[Stretch, ...]:
        """Stretches between outer marks that share a character with the span, in order."""
        return self.outer.touching(span)

    def inner_in(self, span: Span) -> tuple[Stretch, ...]:
        """Stretches between inner marks that share a character with the span, in order."""
        return self.inner.touching(span)


def _stretches(quotations: Iterable[Quotation]) -> InOrder[Stretch]:
    found = ((span, quotation) for quotation in quotations for span in quotation.spans)
    return InOrder(sorted(found, key=lambda s: s[0]), lambda s: s[0])


def stretch(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    """Words ``first`` to ``end - 1`` without a comma or full stop at their edges.

    Nor with a closing mark that nothing in there opened: it belongs to what holds this.
    """
    while first < end and scene.lower[first] in EDGES and scene.lower[first] != ".":
        first += 1
    opened = next((k for k in range(first, end) if scene.lower[k] in OPENING), end)
    while end > first and (
        scene.lower[end - 1] in EDGES
        or (scene.lower[end - 1] in CLOSING and end - first > 1 and opened >= end - 1)
    ):
        end -= 1
    if first >= end:
        return ()
    return (Span(scene.words[first].start, scene.words[end - 1].end),)
