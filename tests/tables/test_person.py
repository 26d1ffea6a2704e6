"""Who passed somebody's words on: each step of a chain counted once, by articles and words."""

from __future__ import annotations

import pandas as pd

from analysis.tables import Frames, relayed_over_time, through_whom
from analysis.tables.base import frame
from analysis.tables.follow import ARROW, FOLLOWED, IN_ARTICLES, PEOPLE, SAID
from analysis.tables.person import RELAYED, THROUGH

NAMES = {"ada reyl": "Ada Reyl", "mary holt": "Mary Holt", "tom fenn": "Tom Fenn"}


def said(article: str, key: str, through: str, words: int) -> dict[str, object]:
    """A statement; its number of words tells it from the others."""
    empty: dict[str, object] = dict.fromkeys(SAID, "")
    numbers = {"words": words, "paragraph": 0, "start": 0, "end": 1, "unnamed": False}
    called = NAMES[key].split()[1]
    return (
        empty
        | {
            "article": article,
            "key": key,
            "called": called,
            "through": through,
            "attribution": f"a{words}",
        }
        | numbers
    )


def made(*rows: dict[str, object]) -> Frames:
    """Articles in which people are called by their surnames."""
    articles = sorted({str(r["article"]) for r in rows})
    numbers = dict.fromkeys(("mentions", "sentences", "scored"), 0) | {
        "tone_sum": 0,
        "said_tone": 0,
    }
    names = [
        dict.fromkeys(IN_ARTICLES, "") | numbers
        | {"article": article, "key": key, "called": name.split()[1]}
        for article in articles
        for key, name in NAMES.items()
    ]  # fmt: skip
    people = [
        {"key": key, "name": name, "type": "PERSON", "articles": 1, "mentions": 1}
        for key, name in NAMES.items()
    ]
    return Frames(
        frame([], FOLLOWED), frame(names, IN_ARTICLES), frame(rows, SAID), frame(people, PEOPLE)
    )


LIBRARY = made(
    said("one", "ada reyl", "the Bugle", 10),
    said("two", "ada reyl", "the Bugle", 5),
    said("two", "ada reyl", "the Bugle", 1),  # of one article, counted once among articles
    said("two", "ada reyl", f"the Bugle{ARROW}Holt", 3),
    said("two", "tom fenn", "the Bugle", 40),  # somebody else's words
    said("two", "ada reyl", "", 100),  # straight from her
)


def rows(table: pd.DataFrame) -> list[list[object]]:
    return [list(row) for row in table.itertuples(index=False)]


def test_those_who_passed_words_on_are_counted_by_step() -> None:
    table = through_whom(LIBRARY, "ada reyl")
    assert dict(table.dtypes.astype(str)) == THROUGH
    assert rows(table) == [["the Bugle", "Ada Reyl", 2, 3, 16], ["Mary Holt", "Ada Reyl", 1, 1, 3]]


def test_a_relay_is_told_both_ways() -> None:
    """Holt passed Reyl's words on, and the Bugle hers: she stands in both columns."""
    table = through_whom(LIBRARY, "mary holt")
    assert sorted(rows(table)) == [
        ["Mary Holt", "Ada Reyl", 1, 1, 3],
        ["the Bugle", "Mary Holt", 1, 1, 3],
    ]


def test_the_statements_behind_a_relay_carry_their_words() -> None:
    table = relayed_over_time(LIBRARY, "ada reyl", {"one": "Rust.", "two": "Moss."})
    assert dict(table.dtypes.astype(str)) == RELAYED
    steps = through_whom(LIBRARY, "ada reyl")
    assert len(table) == steps["statements"].sum()
    assert list(zip(table["article"], table["text"], strict=True)) == [
        ("one", "R"), ("two", "M"), ("two", "M"), ("two", "M")
    ]  # fmt: skip
    assert relayed_over_time(LIBRARY, "nobody", {}).empty


def test_nobody_in_between_gives_the_same_columns() -> None:
    table = through_whom(LIBRARY, "nobody")
    assert table.empty
    assert list(table) == list(THROUGH)
