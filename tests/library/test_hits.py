"""Hits are the words the search asked for, in place, with what stands around them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.hits import all_marks, find_hits

TEXT = (
    "Ferry resumes\n\nThe ferry to Elmsay, a ferryman said, sails again. "
    + "Nothing else was told of the crossing by anybody who had been there that day. " * 4
    + "\n\nPassengers in São Téo waited for the last ferry."
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", ["Ferry", "ferry", "ferryman", "ferry"]),
        ("FERRYM", ["ferryman"]),
        ('"ferry to Elmsay"', ["ferry to Elmsay"]),
        ("“last fer”", ["last ferry"]),
        ("sao teo", ["São", "Téo"]),
        ("ferry xylophone", ["Ferry", "ferry", "ferryman", "ferry"]),
        ("xylophone", []),
        ("", []),
        ("...", []),
    ],
)
def test_marks_are_what_was_searched_for(query: str, found: list[str]) -> None:
    assert [m.of(TEXT) for m in all_marks(TEXT, query)] == found


def test_hits_near_each_other_share_their_surroundings() -> None:
    hits = find_hits(TEXT, "ferry")
    assert [[m.of(TEXT) for m in hit.marks] for hit in hits] == [
        ["Ferry"], ["ferry", "ferryman"], ["ferry"],
    ]  # fmt: skip
    assert all("\n" not in hit.around.of(TEXT) for hit in hits)
    assert hits[1].around.of(TEXT).startswith("The ferry to Elmsay")
    assert len(find_hits(TEXT, "ferry", most=1)) == 1


def test_scripts_without_spaces_are_found_as_they_stand() -> None:
    assert [m.of("橋が閉鎖された。") for m in all_marks("橋が閉鎖された。", "閉鎖")] == ["閉鎖"]


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_and_query_give_marks_inside_the_text(text: str, query: str) -> None:
    for hit in find_hits(text, query):
        assert hit.marks
        assert 0 <= hit.around.start <= hit.marks[0].start
        assert hit.marks[-1].end <= hit.around.end <= len(text)
    marks = all_marks(text, query)
    assert all(a.end <= b.start for a, b in pairwise(marks))
