"""A name in the making, and what the passes over an article's names may look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.lexicon import Pattern, is_title, word_list
from analysis.names.cuts import cut
from analysis.names.kinds import KINDS, Place
from analysis.names.runs import find_runs
from analysis.names.words import (
    Evidence,
    Piece,
    Word,
    inside_names,
    is_heading,
    read_words,
    small_words,
)
from analysis.records import READ_ROLES, Article, EntityType, Paragraph, Span, Tagged, Token
from analysis.text import InOrder

SURE = 0.96
"""So sure of a name the network decides its bounds, whatever the capitals say."""
_EDGE_WORDS = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}\s+)?(?:(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s+)?", re.I
)
_CONTEXT = 48  # characters looked at on each side
_OWNER = re.compile(r"\b[A-Z][\w-]*['’]s\s\Z")
_LEANING = re.compile(r"\b(?:pro|anti)[-‐]$", re.I)  # “pro-Calder” says what kind, not who
_PLURAL = re.compile(r"(?:[^s]s|men|women)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the making; which rule or pass found it, and which gave it its type."""

    span: Span
    type: EntityType
    paragraph: int
    adjectival: bool = False
    by: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """The article as the passes look at it: its prose, and how it writes each word."""

    article: Article
    tagged: Tagged
    read: tuple[Paragraph, ...]
    lines: tuple[list[Word], ...]
    """The words of each of these paragraphs."""
    tokens: InOrder[Token]
    inside: Counter[str]
    small: Counter[str]

    @classmethod
    def of(cls, article: Article, tagged: Tagged) -> Seen:
        """What is known before the first name is."""
        read = tuple(p for p in article.paragraphs if p.role in READ_ROLES)
        starts = frozenset(s.span.start for s in tagged.sentences)
        lines = tuple(read_words(article, p, starts) for p in read)
        tokens = InOrder(tagged.tokens)
        return cls(article, tagged, read, lines, tokens, inside_names(lines), small_words(lines))

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def place(self, span: Span, paragraph: int) -> Place:
        """The name there with the words beside it."""
        text, whole = self.text, self.article.paragraphs[paragraph].span
        before = text[max(whole.start, span.start - _CONTEXT) : span.start]
        after = text[span.end : min(whole.end, span.end + _CONTEXT)]
        return Place(" ".join(span.of(text).split()), before, after)

    def verb_after(self, span: Span) -> bool:
        """Whether a verb follows, with nothing but adverbs between: “Farrow also ran”."""
        i, tokens = self.tokens.begun(span.end), self.tokens
        while i < len(tokens) and tokens[i].pos == "ADV":
            i += 1
        return i < len(tokens) and tokens[i].pos in {"VERB", "AUX"}

    def hits(self, pattern: Pattern | re.Pattern[str]) -> Iterator[tuple[Paragraph, re.Match[str]]]:
        """Where the pattern stands in the prose, in order."""
        for paragraph in self.read:
            for hit in pattern.finditer(self.text, paragraph.span.start, paragraph.span.end):
                yield paragraph, hit


def places_of(found: list[Found]) -> InOrder[Span]:
    """Where names stand already."""
    return InOrder(sorted(f.span for f in found))


def by_network(found: list[Found], seen: Seen) -> list[Found]:
    """The names the network is sure of, in its own bounds.

    Left to the capitals are headlines, and what may begin one word earlier: “Queen's College”.
    """
    sure = []
    for name in seen.tagged.names:
        span = bare(seen.text, name.span, name.type) if name.score >= SURE else None
        paragraph = seen.article.paragraph_at(span.start) if span else None
        prose = paragraph is not None and paragraph.role in READ_ROLES
        if span and paragraph and prose and not _goes_back(seen, span, paragraph):
            people = name.type == "NORP" and not _PLURAL.search(span.of(seen.text))
            leaning = bool(_LEANING.search(seen.place(span, paragraph.index).before))
            sure.append(Found(span, name.type, paragraph.index, people or leaning))
    return found + sure


def _goes_back(seen: Seen, span: Span, paragraph: Paragraph) -> bool:
    owner = _OWNER.search(seen.text, max(0, span.start - _CONTEXT), span.start)
    first = span.of(seen.text).split()[0].casefold()
    owned = owner is not None and first in word_list("organisation_words")
    return owned or paragraph.role == "headline"


def bare(text: str, span: Span, kind: EntityType = "OTHER") -> Span | None:
    """The span without a leading hour, article or title and a possessive ending.

    Before a person's name of two words or more that is any title of the lists.
    """
    words = span.of(text)
    lead = _EDGE_WORDS.match(words)
    start = span.start + (lead.end() if lead else 0)
    if kind == "PERSON" and len(parts := text[start : span.end].split()) > 2 and is_title(parts[0]):
        start = text.index(parts[1], start + len(parts[0]))
    end = span.end - (2 if words.endswith(("'s", "’s")) else 0)
    return Span(start, end) if start < end else None


def by_capitals(found: list[Found], seen: Seen) -> list[Found]:
    """Runs of capitals, where no name is found yet, cut down to the names in them."""
    taken, capitals = places_of(found), _capitals(seen)
    return sorted([*found, *(f for f in capitals if taken.free(f.span))], key=lambda f: f.span)


def _capitals(seen: Seen) -> Iterator[Found]:
    common = frozenset(t.span.start for t in seen.tagged.tokens if t.pos not in {"", "PROPN", "X"})
    whole = list(_whole_people(seen))
    people = frozenset(span.start for span in whole)
    persons = frozenset(seen.tokens[i].span.start for s in whole for i in seen.tokens.beginning(s))
    for paragraph, line in zip(seen.read, seen.lines, strict=True):
        evidence = Evidence(seen.inside, seen.small, is_heading(line), common, people, persons)
        for run in find_runs(line):
            yield from (_found(seen, paragraph, piece) for piece in cut(run, evidence))


def _whole_people(seen: Seen) -> Iterator[Span]:
    """Where the network sees somebody of two words; “Will Farrow resign?” names Farrow alone."""
    sentences = InOrder(seen.tagged.sentences)
    for name in seen.tagged.names:
        if name.type == "PERSON" and " " in name.span.of(seen.text):
            sentence = sentences.at(name.span.start)
            asked = sentence is not None and sentence.span.of(seen.text).rstrip("\"”’'").endswith(
                "?"
            )
            if not (asked and sentence and sentence.span.start == name.span.start):
                yield name.span


def _found(seen: Seen, paragraph: Paragraph, piece: Piece) -> Found:
    span = Span(piece.words[0].start, piece.words[-1].end)
    if piece.people:
        plural = _PLURAL.search(span.of(seen.text))  # “South Korean president”, but “Afghans”
        return Found(span, "NORP", paragraph.index, not plural, typed="people")
    place = seen.place(span, paragraph.index)
    leaning = bool(_LEANING.search(place.before))
    verdict = KINDS.first(place)
    if verdict is None:
        return Found(span, "OTHER", paragraph.index, leaning, typed="no rule")
    return Found(span, verdict.answer, paragraph.index, leaning, typed=verdict.rule)
