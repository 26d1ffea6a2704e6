"""Plain marks for typographic ones, and the way back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.tone.typography import STRAIGHT, offset_map, straighten

MARKED = st.text(alphabet=st.sampled_from(["a", " ", "'", *STRAIGHT, "é", "😀", "\u200d"]))


@pytest.mark.parametrize(
    ("given_text", "plain"),
    [
        ("isn’t", "isn't"),
        ("“improve relations”", '"improve relations"'),
        ("snub—despite", "snub - despite"),
        ("well…", "well ... "),
        ("co\u00adoperate\u200b", "cooperate"),
        ("plain 'text' - as it is", "plain 'text' - as it is"),
    ],
)
def test_marks_are_written_the_plain_way(given_text: str, plain: str) -> None:
    assert straighten(given_text) == plain


def test_straight_text_is_returned_as_it_is() -> None:
    assert straighten("It isn't.") == "It isn't."
    assert offset_map("It") == (0, 1, 2)


@given(MARKED)
def test_the_map_leads_from_each_plain_character_to_where_it_came_from(text: str) -> None:
    plain, offsets = straighten(text), offset_map(text)
    assert len(offsets) == len(plain) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
    for character, origin in zip(plain, offsets, strict=False):
        assert character in STRAIGHT.get(text[origin], text[origin])


@given(MARKED)
def test_straightening_twice_changes_nothing_more(text: str) -> None:
    assert straighten(straighten(text)) == straighten(text)
