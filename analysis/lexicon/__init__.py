"""The stage ``analysis.lexicon``; only what stands here is for others."""

from __future__ import annotations

from analysis.lexicon.files import DATA, lexicon_lines, word_group, word_list, word_table
from analysis.lexicon.gazetteers import (
    canonical,
    first_name,
    is_country,
    is_listed_outlet,
    is_nickname,
    is_ordinary,
    is_state,
    is_town,
    key,
    known_type,
    nicknames_of,
    people_of,
    place_type,
    us_states,
)
from analysis.lexicon.outlets import is_outlet
from analysis.lexicon.titles import is_title, title_before

__all__ = [
    "DATA",
    "canonical",
    "first_name",
    "is_country",
    "is_listed_outlet",
    "is_nickname",
    "is_ordinary",
    "is_outlet",
    "is_state",
    "is_title",
    "is_town",
    "key",
    "known_type",
    "lexicon_lines",
    "nicknames_of",
    "people_of",
    "place_type",
    "title_before",
    "us_states",
    "word_group",
    "word_list",
    "word_table",
]
