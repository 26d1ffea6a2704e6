"""Look-ups by place, against asking every span in turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Sentence, Span
from analysis.text import InOrder


@st.composite
def apart(draw: st.DrawFn) -> list[Span]:
    edges = sorted(draw(st.sets(st.integers(0, 60), max_size=16)))
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(apart(), st.integers(0, 60))
def test_a_character_is_held_by_the_span_that_has_it(spans: list[Span], offset: int) -> None:
    found = InOrder(spans)
    assert found.at(offset) == next((s for s in spans if s.start <= offset < s.end), None)
    assert found.begun(offset) == sum(s.start < offset for s in spans)
    assert found.before(offset) == sum(s.start <= offset for s in spans) - 1


@given(apart(), st.integers(0, 59), st.integers(1, 20))
def test_a_stretch_finds_what_touches_covers_and_begins_in_it(
    spans: list[Span], start: int, size: int
) -> None:
    found, asked = InOrder(spans), Span(start, start + size)
    assert list(found.touching(asked)) == [s for s in spans if s.overlaps(asked)]
    assert found.free(asked) == (not any(s.overlaps(asked) for s in spans))
    assert found.covering(asked) == next((s for s in spans if s.covers(asked)), None)
    begin = [i for i, s in enumerate(spans) if asked.start <= s.start < asked.end]
    assert list(found.beginning(asked)) == begin


def test_records_stand_where_their_span_says_and_pairs_where_they_are_told() -> None:
    sentences = InOrder([Sentence(Span(0, 5), 0), Sentence(Span(6, 9), 0)])
    assert sentences.at(7) is sentences[1]
    assert sentences == (Sentence(Span(0, 5), 0), Sentence(Span(6, 9), 0))
    pairs = InOrder([(Span(2, 4), "a")], lambda pair: pair[0])
    assert pairs.at(3) == (Span(2, 4), "a")
    assert pairs.at(4) is None
