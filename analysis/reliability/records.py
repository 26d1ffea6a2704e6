"""What is checked by hand: items drawn from analyses, the samples they form, what coders said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from analysis.records import Role, Span

What = Literal["statements", "names", "roles", "tones", "missed statements", "missed names"]
Facet = Literal["confidence", "mode", "type", "outlet"]
PartRole = Literal["content", "source", "cue", "name", "sentence", "paragraph", "found"]
WHAT: tuple[What, ...] = get_args(What)
FACETS: tuple[Facet, ...] = get_args(Facet)
HAS: dict[What, tuple[Facet, ...]] = {
    "statements": ("confidence", "mode", "type", "outlet"),
    "names": ("type", "outlet"),
    "roles": ("type", "outlet"),
    "tones": ("type", "outlet"),
    "missed statements": (),
    "missed names": (),
}
"""By what a sample may be stratified and its figures told apart; whole paragraphs by nothing."""
PLAIN = ""
"""The one stratum of a sample that is not stratified."""
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that belongs to an item; ``note`` is what was found there."""

    role: PartRole
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the program said, as it said it when the sample was drawn.

    ``answer`` is the credited source ("" for nobody), the name of an entity, a paragraph's role,
    or the class of a tone whose ``score`` is the compound. A paragraph drawn to find what was
    missed has a ``found`` part for each thing the program reported in it.
    """

    article: str
    span: Span
    parts: tuple[Part, ...]
    answer: str
    score: float | None = None
    confidence: str = ""
    mode: str = ""
    type: str = ""
    outlet: str = ""

    def facet(self, by: Facet) -> str:
        """Its confidence, mode, type or outlet; "" where it has none."""
        return str(getattr(self, by))


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item in its place in a sample; ``number`` is the library's, 0 before it is kept."""

    item: Item
    stratum: str = PLAIN
    number: int = 0


@dataclass(frozen=True, slots=True)
class Sample:
    """Items of one kind drawn at random; ``strata`` gives each stratum's size before drawing."""

    name: str
    what: What
    by: Facet | None
    scope: str
    """In words: "the library", "collection Bridge", or an article's title."""
    seed: int
    strata: tuple[tuple[str, int], ...]
    codebook: str = ""
    engine: str = ""
    id: str = ""
    made: str = ""

    @property
    def size(self) -> int:
        """How many things the items were drawn from."""
        return sum(n for _, n in self.strata)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one coder said of one item, by its number.

    ``value`` is the right role or tone, or the places (from 0) of a paragraph's wrong findings;
    ``added`` are the stretches the program missed there.
    """

    item: int
    coder: str
    verdict: str
    value: str = ""
    added: tuple[Span, ...] = ()
    made: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer a coder may give: its key, what is kept, and what the button says."""

    key: str
    verdict: str
    label: str
    value: str = ""


RIGHT, DONE = "right", "checked"
# Streamlit keeps the keys C and R for itself, so "right" is Y and "can't tell" is D.
CANNOT = Choice("D", UNSURE, "Can’t tell")
_NUMBERS = "1234567890"
_OTHER_ROLES: tuple[Role, ...] = get_args(Role)
TONES = (
    Choice("1", "tone", "Very negative", "-1"),
    Choice("2", "tone", "Negative", "-0.5"),
    Choice("3", "tone", "Neutral", "0"),
    Choice("4", "tone", "Positive", "0.5"),
    Choice("5", "tone", "Very positive", "1"),
)
CHOICES: dict[What, tuple[Choice, ...]] = {
    "statements": (
        Choice("Y", RIGHT, "Right"),
        Choice("E", "extent", "Wrong words"),
        Choice("S", "speaker", "Wrong speaker"),
        Choice("N", "nothing", "Not a statement"),
        CANNOT,
    ),
    "names": (
        Choice("Y", RIGHT, "Right"),
        Choice("E", "extent", "Wrong words"),
        Choice("T", "type", "Wrong type"),
        Choice("W", "entity", "Wrong person, place or body"),
        Choice("N", "nothing", "Not a name"),
        CANNOT,
    ),
    "roles": (
        Choice("Y", RIGHT, "Right"),
        *(
            Choice(k, "role", r.capitalize(), r)
            for k, r in zip(_NUMBERS, _OTHER_ROLES, strict=True)
        ),
        CANNOT,
    ),
    "tones": (*TONES, CANNOT),
    "missed statements": (Choice("Y", DONE, "Nothing more is missing"), CANNOT),
    "missed names": (Choice("Y", DONE, "Nothing more is missing"), CANNOT),
}
"""For each kind of item the answers, in the order of the buttons."""
VERDICTS = {what: {c.verdict for c in choices} for what, choices in CHOICES.items()}
ANSWERS = {what: {(c.verdict, c.value) for c in cs} for what, cs in CHOICES.items()}
