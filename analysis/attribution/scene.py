"""The article as the attribution stages look at it: where sentences, paragraphs and quotes lie."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from analysis.records import READ_ROLES, Article, Span, Tagged
from analysis.text import Quotation, find_quotations


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its prose paragraphs, sentences, words and quotations, each in order."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]
    lower: tuple[str, ...]
    """The words themselves in small letters."""
    tags: tuple[str, ...]
    """Their parts of speech, "" where no tagger ran."""
    quotations: tuple[Quotation, ...]
    paragraph_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    word_starts: tuple[int, ...]
    outer: tuple[tuple[Span, Quotation], ...]
    """Each stretch between outer marks, in order and apart, with its quotation."""
    outer_starts: tuple[int, ...]
    inner: tuple[tuple[Span, Quotation], ...]
    """The same for marks inside others."""
    inner_starts: tuple[int, ...]

    @classmethod
    def of(cls, article: Article, tagged: Tagged) -> Scene:
        """What the later stages need to know about this article."""
        prose = tuple(p.span for p in article.paragraphs if p.role in READ_ROLES)
        quotations = find_quotations(article.text, prose)
        sentences = tuple(s.span for s in tagged.sentences)
        words = tuple(t.span for t in tagged.tokens)
        outer = sorted((s, i) for i, q in enumerate(quotations) if q.level == 0 for s in q.spans)
        inner = sorted((s, i) for i, q in enumerate(quotations) if q.level > 0 for s in q.spans)
        return cls(
            article.text,
            prose,
            sentences,
            words,
            tuple(w.of(article.text).lower() for w in words),
            tuple(t.pos for t in tagged.tokens),
            quotations,
            tuple(p.start for p in prose),
            tuple(s.start for s in sentences),
            tuple(w.start for w in words),
            tuple((s, quotations[i]) for s, i in outer),
            tuple(s.start for s, _ in outer),
            tuple((s, quotations[i]) for s, i in inner),
            tuple(s.start for s, _ in inner),
        )

    def paragraph(self, offset: int) -> int:
        """The number of the prose paragraph at or before this character."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def sentence(self, offset: int) -> int:
        """The number of the sentence at or before this character."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def tokens(self, span: Span) -> range:
        """Numbers of the words that begin inside the span."""
        first = bisect_right(self.word_starts, span.start - 1)
        return range(first, bisect_right(self.word_starts, span.end - 1))

    def quotation_over(self, offset: int) -> Quotation | None:
        """The outer quotation that holds the character, if one does."""
        i = bisect_right(self.outer_starts, offset) - 1
        if i >= 0 and offset < self.outer[i][0].end:
            return self.outer[i][1]
        return None

    def quotations_in(self, span: Span) -> list[tuple[Span, Quotation]]:
        """Stretches between outer marks that share a character with the span, in order."""
        return _touching(self.outer, self.outer_starts, span)

    def inner_in(self, span: Span) -> list[tuple[Span, Quotation]]:
        """Stretches between inner marks that share a character with the span, in order."""
        return _touching(self.inner, self.inner_starts, span)


def _touching(
    items: tuple[tuple[Span, Quotation], ...], starts: tuple[int, ...], span: Span
) -> list[tuple[Span, Quotation]]:
    i = max(0, bisect_right(starts, span.start) - 1)
    found = []
    while i < len(items) and items[i][0].start < span.end:
        if items[i][0].overlaps(span):
            found.append(items[i])
        i += 1
    return found
