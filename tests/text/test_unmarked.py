"""Footnote signs and LaTeX marks are read over, and no offset moves."""

from __future__ import annotations

import pytest

from analysis.text import unmarked


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Wages fell,[2] the union said.[3]", "Wages fell,    the union said.   "),
        ("“Nobody came”[12] he said.", "“Nobody came”     he said."),
        ("He left² the ship.³", "He left  the ship. "),
        ("``Open it,'' she said.", ' "Open it,"  she said.'),
        ("``Open it,'' she said. ``Now.''", ' "Open it,"  she said.  "Now." '),
        # brackets and apostrophes that are none of these
        ("He wrote [sic] and the dogs' bowls.", "He wrote [sic] and the dogs' bowls."),
        ("It is 3 [or 4] miles.", "It is 3 [or 4] miles."),
        ("She ''ran'' home.", "She ''ran'' home."),
    ],
)
def test_signs_become_spaces(text: str, read: str) -> None:
    assert unmarked(text) == read
    assert len(unmarked(text)) == len(text)
