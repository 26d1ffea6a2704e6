"""Outlets: by the list, or by how outlets are named."""

from __future__ import annotations

import pytest

from analysis.lexicon import is_listed_outlet, is_outlet


@pytest.mark.parametrize("name", ["Reuters", "the BBC", "The Guardian", "Al-Jazeera", "al jazeera"])
def test_listed_outlets_are_known_however_written(name: str) -> None:
    assert is_listed_outlet(name)


@pytest.mark.parametrize(
    "name", ["Harbour Courier", "the Ellery Gazette", "BBC Scotland", "Dunmore Herald"]
)
def test_outlets_are_known_by_their_last_word_or_as_editions(name: str) -> None:
    assert is_outlet(name)
    assert not is_listed_outlet(name)


@pytest.mark.parametrize(
    "name", ["Time Share", "Nature Reserve", "Capitol Hill", "Ada Quill", "hill", "", "the"]
)
def test_what_only_shares_a_word_with_an_outlet_is_none(name: str) -> None:
    assert not is_outlet(name)


def test_a_single_word_is_an_outlet_only_as_the_list_writes_it() -> None:
    assert is_outlet("Reuters")
    assert not is_outlet("reuters")
