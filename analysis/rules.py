"""One engine for every list of rules: small named functions, asked in order.

A rule answers or gives None. A list of rules stands at the foot of its file, with a comment
on why an entry stands where it does; whoever asks it gets a verdict, which knows its rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
Answer = TypeVar("Answer")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Verdict(Generic[Answer]):
    """What a rule answered, and which rule it was (“said before”)."""

    answer: Answer
    rule: str


class Rules(Generic[P, Answer]):
    """Rules that answer one question, in the order they are asked; iterated: names and rules."""

    __slots__ = ("_named",)

    def __init__(self, *rules: Callable[P, Answer | None]) -> None:
        self._named = tuple((rule_name(rule), rule) for rule in rules)

    def __iter__(self) -> Iterator[tuple[str, Callable[P, Answer | None]]]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    def first(self, *args: P.args, **kwargs: P.kwargs) -> Verdict[Answer] | None:
        """The verdict of the first rule that answers, None where none does."""
        for name, rule in self._named:
            answer = rule(*args, **kwargs)
            if answer is not None:
                return Verdict(answer, name)
        return None

    def every(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Verdict[Answer]]:
        """The verdicts of all rules that answer, in order."""
        for name, rule in self._named:
            answer = rule(*args, **kwargs)
            if answer is not None:
                yield Verdict(answer, name)

    def through(self, last: Callable[P, Answer | None]) -> Rules[P, Answer]:
        """The rules up to this one, itself included: those that know rather than guess."""
        rules = [rule for _, rule in self._named]
        return Rules(*rules[: rules.index(last) + 1])


class Passes(Generic[Thing, P]):
    """Steps in order, each of which takes what the one before left and gives it on."""

    __slots__ = ("_named",)

    def __init__(self, *steps: Callable[Concatenate[Thing, P], Thing]) -> None:
        self._named = tuple((rule_name(step), step) for step in steps)

    def __iter__(self) -> Iterator[tuple[str, Callable[Concatenate[Thing, P], Thing]]]:
        return iter(self._named)

    def __len__(self) -> int:
        return len(self._named)

    def over(self, thing: Thing, *args: P.args, **kwargs: P.kwargs) -> Thing:
        """What is left of the thing when every step has had it."""
        for _, step in self._named:
            thing = step(thing, *args, **kwargs)
        return thing


def rule_name(rule: Callable[..., object]) -> str:
    """A rule's name as it is shown and kept: ``said_before`` is “said before”."""
    return rule.__name__.strip("_").replace("_", " ")


def rule_means(rule: Callable[..., object]) -> str:
    """What a rule is for: the first line of its docstring, "" where it has none."""
    return ((rule.__doc__ or "").strip().splitlines() or [""])[0]
