"""Quotation marks: what they pair to and what they hold."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Span
from analysis.text.quotations import find_quotations
from tests.growth import LINEAR, growth


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def held(text: str) -> list[tuple[str, str]]:
    """Kind and words of each quotation; the parts of one over paragraphs joined by a bar."""
    found = find_quotations(text, paragraphs(text))
    return [(q.kind, "|".join(s.of(text) for s in q.spans)) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It is safe for all,” he said.', [("speech", '"It is safe for all,”')]),  # mixed marks
        ("''It is safe for all,'' he said.", [("speech", "''It is safe for all,''")]),
        ('He said."The rest is safe for us."', [("speech", '"The rest is safe for us."')]),  # glued
        ('“It is 6\'2" tall and safe,” he said.', [("speech", '“It is 6\'2" tall and safe,”')]),
        ("The voters’ choice and the mayors’ own.", []),  # apostrophes
        ("In the ’90s they came, ’twas said.", []),
        ("He said “go home", []),  # a stray mark before two words
        (
            "“It is safe for all of us.\n“It will open in May.”",  # running on
            [("speech", "“It is safe for all of us.|“It will open in May.”")],
        ),
        (
            "“It is safe for all of us.\nIt will open in May.",  # never closed
            [("speech", "“It is safe for all of us.")],
        ),
        (
            "“He told me ‘Go home at once, sir,’ and left,” she said.",
            [
                ("speech", "“He told me ‘Go home at once, sir,’ and left,”"),
                ("speech", "‘Go home at once, sir,’"),
            ],
        ),
        ("Rafe “Shorty” Tolland won.", [("nickname", "“Shorty”")]),
        ("She wrote the book “A Winter Abroad” there.", [("title", "“A Winter Abroad”")]),
        ("The so-called “deal” fell.", [("scare", "“deal”")]),
        ("He called it “quite good” then.", [("fragment", "“quite good”")]),
    ],
)  # fmt: skip
def test_marks_pair_by_where_they_stand(text: str, expected: list[tuple[str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“Orm told me: ‘Lund said: “It broke.” I wept,’” Ida said.",
        "‘Orm wrote: “Lund said: ‘It broke.’ I wept,”’ Ida said.",
        '"Orm told me: \'Lund said: "It broke." I wept,\'" Ida said.',
    ],
)
def test_marks_inside_marks_inside_marks(text: str) -> None:
    found = find_quotations(text, paragraphs(text))
    assert [q.level for q in found] == [0, 1, 2]
    assert all(a.covers(Span(b.start, b.end)) for a, b in pairwise(found))
    assert [q.spans[0].of(text).strip("\"'“”‘’")[:4] for q in found] == ["Orm ", "Lund", "It b"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`—8A", max_size=80))
def test_any_text_gives_quotations_inside_it(text: str) -> None:
    found = find_quotations(text, paragraphs(text))
    outer = [s for q in found if q.level == 0 for s in q.spans]
    assert all(s.end <= len(text) for q in found for s in q.spans)
    assert all(not a.overlaps(b) for i, a in enumerate(outer) for b in outer[i + 1 :])


def test_many_marks_take_time_in_proportion() -> None:
    def work(many: str) -> Callable[[int], Callable[[], object]]:
        def of(n: int) -> Callable[[], object]:
            text = many * n + "a’ b” " * n
            return lambda: find_quotations(text, [Span(0, len(text) - 1)])

        return of

    for many in ("“a 'b ", "“a ‘b ", "‘a “b c” "):
        assert growth(work(many), 4_000) < LINEAR
