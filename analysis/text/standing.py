"""Those a pronoun can mean, how they stand in a sentence, and the rules that choose among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar

from analysis.rules import Rules

Sort = Literal["person", "body", "document", "many", "other"]
How = Literal["spoke", "pronoun", "subject", "in passing"]

AGREES: dict[str, frozenset[Sort]] = {
    "he": frozenset({"person"}),
    "she": frozenset({"person"}),
    "they": frozenset({"many", "body"}),
    "it": frozenset({"body", "document"}),
}


class Candidate(Protocol):
    """Somebody a pronoun can mean; ``gender`` is "m" or "f" where the text tells it."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def sort(self) -> Sort: ...
    @property
    def gender(self) -> str: ...


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True, slots=True)
class Standing(Generic[C]):
    """Somebody in a sentence: where, and how they stand there."""

    offset: int
    who: C
    how: How


@dataclass(frozen=True, slots=True)
class Answer(Generic[C]):
    """Who can be meant: one when clear, none or several when not."""

    found: tuple[C, ...] = ()
    rule: str = ""
    sure: bool = False
    """Whether it is near, and nobody else of that sex is: mentions are counted by these only."""


Left = list[Standing[Any]]
Known = Callable[[Any], bool]


def _one(standing: Iterable[Standing[Any]]) -> Standing[Any] | None:
    """The last place of the one who stands there, if it is one."""
    found = {s.who.key: s for s in standing}
    return next(iter(found.values())) if len(found) == 1 else None


def who_spoke(left: Left, known: Known) -> Standing[Any] | None:
    """“When Reyl arrived, Farrow said no … He”: the one speaker of a sentence."""
    return _one(s for s in left if s.how == "spoke")


def the_subject(left: Left, known: Known) -> Standing[Any] | None:
    """“Farrow met Reyl … He”: the one who speaks, is the subject, or is “he” there."""
    return _one(s for s in left if s.how != "in passing")


def the_only_one(left: Left, known: Known) -> Standing[Any] | None:
    """“A letter reached Farrow … He”: whoever stands there alone."""
    return _one(left)


def the_only_one_of_that_sex(left: Left, known: Known) -> Standing[Any] | None:
    """“Rook's wife Ida … She”: the one whose name or title tells that sex."""
    return _one(s for s in left if known(s.who))


RULES = Rules(
    who_spoke,
    the_subject,
    the_only_one,
    the_only_one_of_that_sex,  # last: a name tells the sex less surely than the sentence
)
