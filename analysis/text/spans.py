"""Things with a place in the text, found again by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from analysis.records import Span

T = TypeVar("T")


def _own_span(item: Any) -> Span:
    found: Span = item if isinstance(item, Span) else item.span
    return found


class InOrder(tuple[T, ...], Generic[T]):
    """A tuple of things that stand in order and apart; each question takes logarithmic time.

    ``span`` says where a thing stands: by default it is a ``Span`` or has one as ``.span``.
    """

    _starts: list[int]
    _ends: list[int]

    def __new__(cls, items: Iterable[T], span: Callable[[T], Span] = _own_span) -> InOrder[T]:
        made = super().__new__(cls, tuple(items))
        spans = [span(item) for item in made]
        made._starts = [s.start for s in spans]
        made._ends = [s.end for s in spans]
        return made

    def begun(self, offset: int) -> int:
        """How many begin before this character: the number of the first that does not."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> int:
        """The number of the last that begins at or before this character, -1 where none does."""
        return bisect_right(self._starts, offset) - 1

    def at(self, offset: int) -> T | None:
        """The one that holds this character."""
        i = self.before(offset)
        return self[i] if i >= 0 and offset < self._ends[i] else None

    def within(self, start: int, end: int) -> tuple[T, ...]:
        """Those that share a character with the range, in order."""
        return self[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def touching(self, span: Span) -> tuple[T, ...]:
        """Those that share a character with the span, in order."""
        return self.within(span.start, span.end)

    def covering(self, span: Span) -> T | None:
        """The one that holds the span from its first to its last character."""
        i = self.before(span.start)
        return self[i] if i >= 0 and span.end <= self._ends[i] else None

    def beginning(self, span: Span) -> range:
        """The numbers of those that begin inside the span."""
        return range(self.begun(span.start), self.begun(span.end))

    def free(self, span: Span) -> bool:
        """Whether none shares a character with the span."""
        return not self.touching(span)
