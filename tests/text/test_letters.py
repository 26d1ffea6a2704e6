"""Mail that is answered: whose each quoted line is, and where it stands in the text as given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis import analyze, read_article
from analysis.records import Span
from analysis.text import find_letters, quote_depths
from tests.growth import LINEAR, growth

THREAD = """Thank you both, we print tonight.

On Tue, Nov 4, 2025 at 9:12 AM Runa Ferriday
<runa@beacon.example> wrote:
> The harbour says the lamp was old, and the keeper says it was
> never lit at all.
>
> On Mon, 3 Nov 2025 at 17:40, Joren Tully <joren@lamp.example> wrote:
>> I lit it myself every night of the win-
>> ter, the pilot told me so.
>
> We shall see about that.
"""
BARE = """See below.

On 3 Nov 2025, at 17:40, Joren Tully <joren@lamp.example> wrote:

The lamp is fine.

Please do not ring my wife again.
"""
UNSIGNED = """I disagree with all of this.

> The lamp should be sold to the highest
> bidder in the spring.

It should not.
"""
PROSE = """On 4 May 2026, Runa Ferriday wrote:

The lamp went out that night. Nobody has said why.
"""
LINKS = """> The lamp: what we know

> Ten walks by the sea
"""


def letters(text: str) -> list[tuple[str, list[str]]]:
    """Who is credited with what a mail quotes, in the order of the text."""
    done = analyze(read_article(text))
    names = {s.id: s.name for s in done.sources}
    return [
        (names.get(c.source or "", "-"), [s.of(text) for s in a.content])
        for a, c in zip(done.attributions, done.credits, strict=True)
        if a.rule == "quoted mail"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            THREAD,
            [
                ("Runa Ferriday", ["The harbour says the lamp was old, and the keeper says it was\n"
                 "> never lit at all.", "We shall see about that."]),
                ("Joren Tully", ["I lit it myself every night of the win-\n"
                 ">> ter, the pilot told me so."]),
            ],
        ),
        (BARE, [("Joren Tully", ["The lamp is fine.", "Please do not ring my wife again."])]),
        (UNSIGNED, [("-", ["The lamp should be sold to the highest\n> bidder in the spring."])]),
        (PROSE, []),
        (LINKS, []),
    ],
)  # fmt: skip
def test_what_a_mail_quotes_is_whose_it_is(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    assert letters(text) == expected


def test_who_is_cited_in_a_quoted_line_is_found_across_its_marks() -> None:
    done = analyze(read_article(THREAD))
    held = {a.id: a for a in done.attributions}
    inner = [a for a in done.attributions if a.source and a.source[0].of(THREAD) == "the pilot"]
    assert [held[a.parent].source[0].of(THREAD) for a in inner if a.parent] == ["Joren Tully"]
    assert {e.name: e.type for e in done.entities}["Runa Ferriday"] == "PERSON"


def test_depths_are_nought_where_no_line_says_that_it_is_mail() -> None:
    for text, depths in [(THREAD, [0, 0, 1, 1, 2, 1]), (LINKS, [0, 0]), (UNSIGNED, [0, 1, 0])]:
        spans = [p.span for p in read_article(text).paragraphs]
        assert quote_depths(text, spans) == depths


def test_many_marks_take_time_in_proportion() -> None:
    def work(n: int) -> Callable[[], object]:
        text = "On 4 May, Ida Voss wrote:\n> > > a b\n" * n
        at = [i * 36 for i in range(n)]
        spans = [Span(a + i, a + j) for a in at for i, j in ((0, 25), (32, 35))]
        return lambda: find_letters(text, spans, quote_depths(text, spans))

    assert growth(work, 500) < LINEAR
