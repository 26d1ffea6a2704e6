"""The records every stage makes and reads: frozen, slotted, with absolute offsets.

Offsets are half-open character offsets into ``Article.text``, which is exactly what
the reader gave us, so ``article.text[span.start:span.end]`` is always the words themselves.
The codes are those of the taxonomy in ARCHITECTURE.md (seven independent axes).

Long because: it is the program's vocabulary, read once from top to bottom, each record built of
those above it; cut up, a newcomer would have to know in which piece a word stands.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "caption",
    "subhead",
    "body",
    "bio",
    "related",
    "boilerplate",
]
EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WORK", "OTHER"]
MentionKind = Literal["name", "nominal", "pronoun"]
TagRole = Literal["source", "cue", "content"]
Act = Literal["speech", "speech_act", "thought"]
Mode = Literal["direct", "mixed", "indirect", "speech_act", "thought"]
Stance = Literal[
    "neutral",
    "distance",
    "endorse",
    "concede",
    "insist",
    "deny",
    "evaluate",
    "directive",
    "commit",
    "private",
    "hedge",
    "unclassified",
]
SourceType = Literal[
    "person",
    "organisation",
    "media",
    "document",
    "social",
    "collective",
    "writer",
    "unspecified",
]
SourceRole = Literal[
    "official",
    "law_security",
    "spokesperson",
    "expert",
    "business",
    "civil_society",
    "ordinary",
    "celebrity",
    "other",
    "unknown",
]
Namedness = Literal["named", "role_only", "anonymous", "collective_unnamed", "implicit"]
Provenance = Literal[
    "first_hand_text",
    "via_media",
    "via_document",
    "via_social",
    "via_spokesperson",
    "via_event",
    "unstated_relay",
]
Confidence = Literal["high", "medium", "low"]
CorrectionKind = Literal[
    "merge",
    "split",
    "rename",
    "retype",
    "hide",
    "name",
    "name span",
    "not name",
    "speaker",
    "not quotation",
    "statement",
    "statement span",
    "split source",
    "merge source",
    "role",
    "title",
    "outlet",
    "author",
    "published",
    "answers",
]
"""A closed set; ``analysis.corrections`` says what each needs and how it is told."""
Scorer = Literal["plain", "news"]
DEFAULT_SCORER: Scorer = "news"
"""News-tuned agrees better with readers of news; benchmarks/RESULTS.md has both figures."""

COUNTED_ROLES: frozenset[Role] = frozenset({"body"})
"""Only these paragraphs are counted; headline and standfirst are shown apart."""
READ_ROLES: frozenset[Role] = frozenset({"headline", "standfirst", "subhead", "caption", "body"})
"""Paragraphs written as prose about the story: the ones engines look at."""


class ArticleError(ValueError):
    """Input nothing can be done with; the message names the problem and the remedy."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters: ``article.text[start:end]``.

    >>> Span(4, 9).of("The mayor spoke.")
    'mayor'
    >>> Span(3, 3)
    Traceback (most recent call last):
    ValueError: a span needs 0 <= start < end, got 3..3
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


def covered(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether one of the spans, in order and apart, covers the other."""
    i = bisect_right(spans, span.start, key=lambda s: s.start) - 1
    return i >= 0 and spans[i].covers(span)


# ---------------------------------------------------------------- the article


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the text as given, with the part it plays in the article."""

    index: int
    span: Span
    role: Role
    rule: str = field(default="", compare=False)
    """Which rule gave the role; "reader" where the reader did."""
    quoted: int = 0
    """How many “>” stand before its lines: mail that was answered or passed on."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given, what is known about it, and its paragraphs."""

    id: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601, with a zone where the text states one."""
    url: str | None = None
    answers: str | None = None
    """Who gives the answers of an interview that do not say so, as the reader told."""
    file: str | None = None
    """Where it was read from, with "#member" in an archive; None for pasted text."""
    derived: bool = False
    """Whether the text was read out of the file (HTML, PDF, a row), not the file itself."""

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are counted."""
        return tuple(p for p in self.paragraphs if p.role in COUNTED_ROLES)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds this character, if one does."""
        i = bisect_right(self.paragraphs, offset, key=lambda p: p.span.start) - 1
        return self.paragraphs[i] if i >= 0 and offset < self.paragraphs[i].span.end else None


# ---------------------------------------------------------------- what the language model reads


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark; ``pos`` is a Universal Dependencies tag, "" when no tagger ran."""

    span: Span
    pos: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the index of the paragraph it stands in."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the language model marks it, before gazetteers and merging."""

    span: Span
    type: EntityType
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Tag:
    """One stretch the model marks as a source, a cue or content, not yet linked."""

    role: TagRole
    span: Span
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class NameTone:
    """How the model reads the text toward whom this word names: three shares that sum to 1."""

    span: Span
    negative: float
    neutral: float
    positive: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """The article cut into tokens and sentences, with what the model saw in it."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    tags: tuple[Tag, ...]
    model: str
    """Name and version of the model, or ``"rules"``."""
    toward: tuple[NameTone, ...] = ()
    """Of the words of names and the pronouns, in order; empty where the model tells no tone."""


# ---------------------------------------------------------------- entities


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name or description stands.

    ``rule`` says which rule gave the mention to its entity ("same name", "surname",
    "acronym", …), so every merge can be explained. ``adjectival`` marks a nationality
    word ("South Korean"), which counts only where a reader asks for it.
    """

    span: Span
    type: EntityType
    kind: MentionKind
    paragraph: int
    rule: str = "name"
    adjectival: bool = False
    found: str = field(default="", compare=False)
    """Which pass of ``analysis.names`` found the name."""
    typed: str = field(default="", compare=False)
    """Which rule or pass gave it its type."""


@dataclass(frozen=True, slots=True)
class Entity:
    """The person, place or body that its mentions refer to.

    ``unresolved`` is empty, or says why a name was left to itself
    ("Kim could be Kim Jong-un or Kim Yo-jong").
    """

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    unresolved: str = ""


# ---------------------------------------------------------------- attributions and sources


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of the article credited to someone: source, cue, content.

    Each part is a tuple because newspapers interrupt quotations:
    "I'm grateful," Pence said, "for the strong relationship."
    ``quoted`` holds the parts of the content that stand in quotation marks;
    ``parent`` is the id of the attribution whose content holds this one.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: tuple[Span, ...] = ()
    act: Act = "speech"
    stance: Stance = "unclassified"
    negated: bool = False
    parent: str | None = None
    depth: int = 0
    confidence: Confidence = "low"
    rule: str = ""
    """Which rule or tagger made it: the evidence behind the confidence."""
    changed: tuple[str, ...] = field(default=(), compare=False)
    """What trimmed or widened its parts afterwards, in order."""

    @property
    def mode(self) -> Mode:
        """``direct`` if all of it is quoted, ``mixed`` if some is, else how it is reported."""
        if not self.quoted:
            return "indirect" if self.act == "speech" else self.act
        whole = all(covered(self.quoted, c) for c in self.content)
        return "direct" if whole else "mixed"

    @property
    def span(self) -> Span:
        """From the first to the last character of its parts."""
        parts = self.source + self.cue + self.content
        return Span(min(p.start for p in parts), max(p.end for p in parts))


@dataclass(frozen=True, slots=True)
class Credit:
    """What resolving adds to one attribution: who is credited and how it reached the reader.

    ``source`` is None where nobody is stated: shown as "unattributed", never as a speaker.
    ``words`` counts the body words credited innermost; ``outer_words`` those of the outermost
    attribution (0 for nested ones). ``chain`` runs from the outlet to the speaker.
    """

    attribution: str
    source: str | None
    words: int
    outer_words: int
    provenance: Provenance
    chain: tuple[str, ...] = ()
    rule: str = field(default="", compare=False)
    """Which rule says whom its source words mean."""


@dataclass(frozen=True, slots=True)
class Source:
    """The person, body or document that attributions are credited to.

    ``flags`` holds "bare source", "plural", "reason given" and the like; ``reason`` is the
    stated reason for anonymity; ``unresolved`` says why a pronoun or role stayed itself.
    """

    id: str
    name: str
    entity: str | None
    type: SourceType
    role: SourceRole
    namedness: Namedness
    attributions: tuple[str, ...]
    principal: str | None = None
    """For a spokesperson: whom they speak for."""
    flags: tuple[str, ...] = ()
    reason: Span | None = None
    unresolved: str = ""
    hue: int | None = None
    """Its place among those with a colour of their own, the same whatever is corrected."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch of the body that belongs to one voice: a source, or the writer (None).

    Voices are in order, apart, and cover every body word exactly once.
    """

    span: Span
    source: str | None
    attribution: str | None = None


def words_by_source(sources: tuple[Source, ...], credits: tuple[Credit, ...]) -> dict[str, int]:
    """Body words credited innermost to each source by its id, 0 for one that has none."""
    words = dict.fromkeys((source.id for source in sources), 0)
    for credit in credits:
        if credit.source is not None:
            words[credit.source] += credit.words
    return words


# ---------------------------------------------------------------- tone


@dataclass(frozen=True, slots=True)
class Score:
    """VADER's four scores: compound in -1..1, the others shares in 0..1."""

    compound: float = 0.0
    positive: float = 0.0
    neutral: float = 0.0
    negative: float = 0.0


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A word that moved a score: its own valence, what it counted as, and what changed it.

    ``valence`` is the lexicon's (-4..4), ``counted`` what remained after the rules;
    ``changes`` names those rules ("negated", "intensified", "after but", "capitals").
    """

    span: Span
    valence: float
    counted: float
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """The tone of one sentence (by index into ``Tagged.sentences``) and the words behind it."""

    sentence: int
    score: Score
    words: tuple[ToneWord, ...] = ()
    emphasis: float = 0.0
    """What exclamation and question marks add: the words' ``counted`` and this are VADER's sum."""


@dataclass(frozen=True, slots=True)
class ParagraphTone:
    """The mean over a paragraph's sentences; writer's and attributed parts apart (None: none)."""

    paragraph: int
    score: Score
    writer: float | None = None
    quoted: float | None = None


@dataclass(frozen=True, slots=True)
class Sentiment:
    """Tone of an article by sentence, paragraph and voice.

    ``article`` is the mean over body sentences; ``sources`` pairs source ids with the
    mean compound of what is credited to them.
    """

    scorer: Scorer
    sentences: tuple[SentenceTone, ...]
    paragraphs: tuple[ParagraphTone, ...]
    article: float | None
    headline: float | None
    writer: float | None
    quoted: float | None
    sources: tuple[tuple[str, float], ...] = ()


# ---------------------------------------------------------------- corrections and the whole


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction by the reader, kept apart from results and replayed on each analysis.

    It names text positions, so it survives a new engine. ``target`` is the stretch corrected
    (for a fact such as the title: the whole text); ``other`` the second stretch (merge into, new
    speaker, where it stands instead); ``cue`` the reporting words of a statement that was missed;
    ``value`` the new name, type, role or fact.
    """

    kind: CorrectionKind
    target: Span
    other: Span | None = None
    value: str = ""
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything known about one article."""

    article: Article
    tagged: Tagged
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    credits: tuple[Credit, ...]
    """One per attribution, in the same order."""
    sources: tuple[Source, ...]
    voices: tuple[Voice, ...]
    sentiment: Sentiment
    corrections: tuple[Correction, ...] = ()
    dropped: tuple[Correction, ...] = field(default=())
    """Corrections that no longer apply to this text or engine."""

    @property
    def words_by_source(self) -> dict[str, int]:
        """Body words credited innermost to each source, 0 for one that has none of its own."""
        return words_by_source(self.sources, self.credits)

    @property
    def model(self) -> str:
        """Which language model read the article."""
        return self.tagged.model
