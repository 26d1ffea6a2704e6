"""Shouted words are read in the letters a newspaper would use, at the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Span
from analysis.text import quieted

READ = [
    (
        "THE HARBOUR BOARD WILL CLOSE THE FERRY ON FRIDAY, CHAIRMAN PETER WALL SAID. WALL LEFT.",
        "The harbour board will close the ferry on Friday, chairman Peter Wall said. Wall left.",
    ),
    (
        "“I'VE SEEN NOTHING LIKE IT,” SAID MAYOR INES FARROW, WHO IS 54.",
        "“I've seen nothing like it,” said Mayor Ines Farrow, who is 54.",
    ),
    (
        "SOLDIERS OF NATO AND THE U.S. LEFT QUENBY IN MAY, SHE SAID.",
        "Soldiers of NATO and the U.S. left Quenby in May, she said.",
    ),
    ("Dockers were SICK of waiting.", "Dockers were sick of waiting."),
    ("“Never again,” SHE SAID.", "“Never again,” she said."),
    ("It is NOT so.", "It is NOT so."),  # too short to be sure that it is no name
    ("The union NUDW asked UNICEF.", "The union NUDW asked UNICEF."),
    ("UNKNOWN MAN: It was COLD there.", "UNKNOWN MAN: It was cold there."),
    ("Captain INES FARROW left.", "Captain INES FARROW left."),
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_it_reads_as_a_newspaper(text: str, read: str) -> None:
    assert quieted(text, [Span(0, len(text))]) == read


@given(st.text(alphabet="ABIMay ßŉİ.'’\n", min_size=1))
def test_no_place_moves(text: str) -> None:
    assert len(quieted(text, [Span(0, len(text))])) == len(text)
