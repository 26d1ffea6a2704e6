"""Word lists and gazetteers: the one place where the analysis opens files.

In goes a word or a name, out comes what the lists know: its type, its people, its sex, whether it
is a title or an outlet. A word goes into ``data/lexicons`` (its header says what belongs there),
never into code; small groups of words into ``word_groups.txt``, phrases into ``phrase_groups.txt``;
a rule that asks where they stand is a ``Pattern`` with the group's name in it. Titles are in
``titles``, outlets in ``outlets``, all other names in ``gazetteers``. Run
``python -m benchmarks accuracy``.
"""

from __future__ import annotations

from analysis.lexicon.files import (
    DATA,
    Words,
    group_words,
    lexicon_lines,
    word_group,
    word_list,
    word_table,
)
from analysis.lexicon.gazetteers import (
    canonical,
    first_name,
    is_country,
    is_firm,
    is_nickname,
    is_ordinary,
    is_state,
    is_town,
    key,
    known_type,
    nicknames_of,
    one_sex,
    people_of,
    place_type,
    us_states,
)
from analysis.lexicon.nouns import noun_table
from analysis.lexicon.outlets import is_listed_outlet, is_outlet
from analysis.lexicon.patterns import PagePattern, Pattern
from analysis.lexicon.titles import is_title, title_before, title_role, title_sex

__all__ = [
    "DATA",
    "PagePattern",
    "Pattern",
    "Words",
    "canonical",
    "first_name",
    "group_words",
    "is_country",
    "is_firm",
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
    "noun_table",
    "one_sex",
    "people_of",
    "place_type",
    "title_before",
    "title_role",
    "title_sex",
    "us_states",
    "word_group",
    "word_list",
    "word_table",
]
