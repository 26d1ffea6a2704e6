"""Regular expressions filled with words of the lists."""

from __future__ import annotations

import pytest

from analysis.lexicon import Pattern


def test_a_group_in_braces_is_any_of_its_words() -> None:
    pattern = Pattern(r"{compass} of Brask")
    assert pattern.fullmatch("north of Brask")
    assert pattern.fullmatch("east of Brask")
    assert pattern.fullmatch("left of Brask") is None


def test_a_group_is_one_piece_of_the_expression() -> None:
    """Its words are alternatives among themselves, not to what stands around them."""
    assert Pattern(r"^{compass} gate$").search("the south") is None


def test_a_place_from_which_to_look_is_obeyed() -> None:
    pattern = Pattern(r"{compass}")
    assert pattern.match("go north", 3)
    assert pattern.match("go north", 0) is None
    assert [m[0] for m in pattern.finditer("north, south", 3)] == ["south"]
    assert pattern.sub("-", "go north") == "go -"


def test_a_group_that_no_list_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        Pattern(r"{nothing of the kind}").match("nothing")
