"""Titles and positions before names, and whose sex they tell."""

from __future__ import annotations

import pytest

from analysis.lexicon import is_title, lexicon_lines, title_before, title_role, title_sex, word_list


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mr. {Reyl} left.", "mr."),
        ("Yesterday Prime Minister {Ada Quill} left.", "prime minister"),
        ("Yesterday the minister\u00a0{Ada Quill} left.", "minister"),
        ("He met “Dr. “{Ruth Adeyemi}” there.", "dr."),
        ("The bridge {Ada Quill} built", None),
        ("{Ada Quill} left", None),
    ],
)
def test_the_title_straight_before_a_name(text: str, title: str | None) -> None:
    start = text.index("{")
    assert title_before(text.replace("{", "").replace("}", ""), start) == title


@pytest.mark.parametrize(
    ("word", "sex"),
    [("Mrs.", "f"), ("Mr", "m"), ("spokeswoman", "f"), ("Sir", "m"), ("Dr.", ""), ("bridge", "")],
)
def test_titles_and_roles_tell_a_sex_or_none(word: str, sex: str) -> None:
    assert title_sex(word) == sex


@pytest.mark.parametrize(
    ("word", "role"), [("sen.", "senator"), ("mr.", ""), ("sen", "senator"), ("bridge", None)]
)
def test_a_title_leads_to_its_role(word: str, role: str | None) -> None:
    assert title_role(word) == role


def test_titles_are_known_whatever_their_case() -> None:
    assert is_title("Prime Minister")
    assert is_title("MR.")
    assert not is_title("harbour")


def test_every_title_that_tells_a_sex_is_in_the_list_of_titles() -> None:
    titles = word_list("titles")
    rows = (line.split("\t") for line in lexicon_lines("name_titles"))
    missing = {row[0] for row in rows if row[0].casefold() not in titles}
    assert missing == set()


def test_no_title_is_missed_where_the_pattern_is_not_asked() -> None:
    """The last word decides first; marks, a second word and wide spaces must not hide it."""
    found = [
        title_before(before + "X", len(before))
        for title in sorted(word_list("titles"))
        if title.count(" ") < 2
        for before in (
            f"Then {title.upper()} ",
            f"({title}  “",
            f"Then {title}\u00a0",
            f"“{title} '",
        )
    ]
    assert all(found)
    assert title_before("the mayor of X", 13) is None
    assert title_before("“Senator”X", 9) is None
