"""Sentence ends, written into the text as bars."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.sentences import LONGEST, split_sentences
from analysis.records import Span
from tests.growth import LINEAR, growth

CASES = [
    "Mayor Judith Castellane spoke.| She left.",
    "talks between the U.S. and Valdoria, too.",  # abbreviation before a lower-case word
    "talks in the U.S. Senate chamber.| They failed.",  # abbreviation before a name
    "talks in the U.S.| The envoy left.",  # abbreviation that ends a sentence
    "Sen. Amos Brandt met Lt. Gen. Ruth Oyler.| Both smiled.",  # two titles in a row
    "said Rep. G.K. Marlowe (D-N.C.) on Monday.",  # initials without a space, party and state
    "Nicole J. Harrow voted.",  # initial
    "Dr. No is a film.| It is old.",  # a title goes on whatever follows
    "He lost his vitamin C.| The trial ended.",  # a capital that is no initial
    '"I finished it," Brandt said.| "We won."',  # comma inside the mark: no end
    "“I finished it,” Brandt said.| “We won.”",
    '"Moon is keen. "| He left.',  # a mark set off by a space closes its sentence
    "He left.”| She stayed.",
    "“He left.| She stayed,” Brandt said.",  # a quotation holds two sentences
    "“Why not?” Luc Abendroth asked.| Nobody knew.",  # the speaker belongs to the question
    "“Why not?” he asked.",
    "“Why not?”| The room was silent.",
    "Well . . . yes.| Fine.",
    "It was over…| Then it rained.",
    "It was… over.",
    "PORT ELLERY, March 5 (Capital Wire) — The port shut.| Ships waited.",  # date line
    "LAGOS, Sept. 11 (Wire) — Talks began.",
    "Port city shuts bridge over safety fears",  # headline without a stop
    "Shares rose 3.5 percent to $4.20.| Bonds fell.",  # decimals
    "See www.example.org/a.b for more.| Then write.",
    "1. Boil the water.| 2. Add salt.",
    "She came first in No. 5.| He was last.",
    "She said no.| Brandt agreed.",  # “No.” only before a figure
    "At 5 p.m. Monday the gate shut.| At 6 p.m.| The crowd left.",
    "Acme Inc. shares fell.| So did those of Brannock & Co.| The index rose.",
    "The iMac sold.| iPhones did not.",  # a name that begins with a small letter
    "He works for Grun! magazine.| Really?!| Yes.",
    "(He left.)| She stayed.",
    'He called it "an ‘utter disgrace.’"| Nobody laughed.',  # mixed, nested marks
    "She died in 1998.[2]| He did not.",  # reference
    "市长周一表示。|大桥将关闭。",  # no space after a full stop
    "قال رئيس البلدية؟| لا.",
    "Kyle met Prof. Dr. Ines Farrow vs. St. Brannoc's.| Draw.",
]


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with a bar at the end of each sentence but the last."""
    ends = [s.end for s in spans[:-1]]
    return "|".join(text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True))


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_at_the_bars(case: str) -> None:
    text = case.replace("|", "")
    assert marked(text, split_sentences(text, Span(0, len(text)))) == case


@given(st.text(alphabet=st.sampled_from("ab AB.!?…\"”“'’)( 1\n\t,。"), min_size=1))
def test_sentences_are_in_order_apart_and_cover_every_letter(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    assert list(spans) == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() for s in spans)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


def test_a_sentence_inside_a_longer_text_has_absolute_offsets() -> None:
    text = "Headline\n\nOne. Two."
    assert [s.of(text) for s in split_sentences(text, Span(10, len(text)))] == ["One.", "Two."]


LINES = ["a", "a, b ", ". ", '"']


@pytest.mark.parametrize("piece", LINES)
def test_a_long_line_is_cut_in_linear_time(piece: str) -> None:
    def work(n: int) -> Callable[[], object]:
        text = piece * (n // len(piece))
        return lambda: split_sentences(text, Span(0, len(text)))

    assert growth(work, 50_000) < LINEAR


@pytest.mark.parametrize("piece", LINES)
def test_a_long_line_is_cut_into_pieces_that_hold_all_of_it(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    spans = split_sentences(text, Span(0, len(text)))
    assert max(s.end - s.start for s in spans) <= LONGEST
    assert sum(len("".join(s.of(text).split())) for s in spans) == len("".join(text.split()))
