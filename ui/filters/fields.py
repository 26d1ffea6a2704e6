"""Everything that can be filtered: what it is called, which column it reads, its values in words.

A filter lives under its name in ``ui.state`` and in the link. The same conditions say which
passages to point at ("the statements of unnamed people"), so a bar and a filter agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from charts.sources import NAMED_WORDS, PROVENANCE_WORDS, STANCE_WORDS
from charts.theme import MODE_WORDS, ROLE_WORDS, TYPE_WORDS

Things = Literal["statements", "sentences", "names", "paragraphs"]
Form = Literal["choice", "range", "words", "option", "band"]
"""A choice of values, a range of numbers, one of several words in a cell, a way of counting, or
how near to 0 a score is called neutral."""

KIND_WORDS = {
    "person": "person",
    "organisation": "body",
    "media": "news outlet",
    "document": "document",
    "social": "post",
    "collective": "group",
    "writer": "the writer",
    "unspecified": "nobody stated",
}
PART_WORDS = {
    "body": "body",
    "headline": "headline",
    "standfirst": "standfirst",
    "subhead": "subheadings",
    "caption": "captions",
}
VOICE_WORDS = {"writer": "the writer's", "attributed": "of those quoted"}
SURE_WORDS = {"high": "sure", "medium": "fairly sure", "low": "unsure"}
DEPTH_WORDS = {"0": "the article's own", "1": "inside another's words", "2": "two steps inside"}
YES_WORDS = {"yes": "of unnamed sources", "no": "of others"}
TONE_WORDS = {"negative": "negative", "neutral": "neutral", "positive": "positive"}
FIRST = {"sentences": ("body",), "names": ("body",)}
"""What is counted until a reader asks for other parts of the article."""


@dataclass(frozen=True, slots=True)
class Field:
    """One filter: its name in the link, its label, the column of each table it reads."""

    name: str
    label: str
    """Empty for what only names passages and is offered as no filter."""
    columns: Mapping[Things, str]
    words: Mapping[str, str] = field(default_factory=dict)
    form: Form = "choice"
    expert: bool = False

    def word(self, value: str) -> str:
        """The value as a reader reads it."""
        return self.words.get(value, value.replace("_", " "))


FIELDS: tuple[Field, ...] = (
    Field("named", "Source named?", {"statements": "namedness"}, NAMED_WORDS),
    Field("unnamed", "Of unnamed sources", {"statements": "unnamed"}, YES_WORDS, expert=True),
    Field("mode", "Reported as", {"statements": "mode"}, MODE_WORDS),
    Field("source_role", "Who the source is", {"statements": "role"}, ROLE_WORDS),
    Field("source_type", "Kind of source", {"statements": "type"}, KIND_WORDS, expert=True),
    Field("stance", "What the verb implies", {"statements": "stance"}, STANCE_WORDS, expert=True),
    Field("route", "How it came", {"statements": "provenance"}, PROVENANCE_WORDS, expert=True),
    Field("sure", "How sure we are", {"statements": "confidence"}, SURE_WORDS, expert=True),
    Field("depth", "Whose words", {"statements": "depth"}, DEPTH_WORDS, expert=True),
    Field("voice", "Whose sentence", {"sentences": "voice"}, VOICE_WORDS),
    Field("type", "Kind of name", {"names": "type"}, TYPE_WORDS),
    Field("tone", "Tone", {"sentences": "sign", "paragraphs": "sign"}, TONE_WORDS),
    Field("score", "Score from … to", {"sentences": "compound"}, form="range", expert=True),
    Field("said_by", "Source", {"sentences": "source", "statements": "source"}),
    Field("about", "Name", {"sentences": "entities", "names": "entity"}, form="words"),
    Field("verb", "Verb", {"statements": "verb"}, expert=True),
    Field("part", "Part of the article", {"sentences": "role", "names": "role"}, PART_WORDS),
    Field("least", "Named at least … times", {"names": "times"}, form="range", expert=True),
    Field("id", "", {"statements": "attribution", "sentences": "sentence", "names": "start"}),
    Field(
        "paragraphs",
        "Paragraphs",
        {"statements": "number", "sentences": "number", "names": "number"},
        form="range",
    ),
    Field("band", "Neutral up to ±", {"sentences": ""}, form="band", expert=True),
    Field(
        "count",
        "Also count",
        {"names": ""},
        {"references": "pronouns and descriptions", "adjectives": "nationality words"},
        form="option",
        expert=True,
    ),
    Field(
        "credit",
        "Words inside another's words count for",
        {"statements": ""},
        {"outermost": "whoever passed them on"},
        form="option",
        expert=True,
    ),
)
BY_NAME = {f.name: f for f in FIELDS}


def fields_of(things: Things, forms: tuple[Form, ...] = ()) -> list[Field]:
    """The filters of one kind of thing, in the order a reader sees them."""
    return [f for f in FIELDS if f.label and things in f.columns and (not forms or f.form in forms)]
