"""Towns by what the words beside them say, and people before lists."""

from __future__ import annotations

import pytest

from analysis import analyze, read_article
from analysis.records import Span
from analysis.text import find_dateline


def kinds(text: str) -> dict[str, str]:
    return {e.name: e.type for e in analyze(read_article(text)).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The town of Ostrey Bellow has lost its bus. Nobody in the council said why Ostrey "
         "Bellow was chosen.", "Ostrey Bellow"),
        ("Wenna Gulp, a village of 300 people, has no doctor. The nurse said Wenna Gulp was "
         "too far from anywhere.", "Wenna Gulp"),
        ("Residents of Pellow Quim are angry. Pellow Quim has waited nine years for a bridge.",
         "Pellow Quim"),
        ("GARRICKSUND - The last lamp in Garricksund went out on Monday, the keeper said.",
         "Garricksund"),
    ],
)  # fmt: skip
def test_a_place_is_known_by_who_lives_there(text: str, name: str) -> None:
    assert kinds(text)[name] == "GPE"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The town of Ostrey is small. The Ostrey Institute is not.", "Ostrey Institute"),
        ("The mayor of Tarn Hoop met Dr Vera Tarn Hoop.", "Vera Tarn Hoop"),
    ],
)
def test_a_town_lends_its_name_to_others(text: str, name: str) -> None:
    assert kinds(text)[name] in ("ORG", "PERSON")


COURT = (
    "FOX, Liv Grace, 29, of Mill Lane, admitted driving without insurance.\n\n"
    "PARIS, Mona, 33, of Hill Row, denied assault.\n\n"
    "A second letter was sent to Fox in May and came back. Paris told the bench that she had been "
    "in Ghent that day."
)


def test_a_surname_of_the_list_is_no_broadcaster_and_no_city() -> None:
    found = kinds(COURT)
    assert found["Liv Grace Fox"] == "PERSON"
    assert found["Mona Paris"] == "PERSON"
    assert not {"Fox", "Paris"} & found.keys()


def test_a_broadcaster_named_in_full_keeps_its_short_name_where_nobody_acts() -> None:
    found = kinds("Amanda Fox left Fox News in May. The new owner of Fox is a bank.")
    assert found["Amanda Fox"] == "PERSON"
    assert found["Fox News"] == "ORG"


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("OSTREY, Norland – October 2, 2025 – Quell Lamps today", ["OSTREY", "Norland"]),
        ("Ostrey, Norland – 2 October 2025 – Quell Lamps today", ["Ostrey", "Norland"]),
        ("Ostrey – The council", None),
    ],
)
def test_a_date_line_with_its_day_between_dashes(line: str, places: list[str] | None) -> None:
    found = find_dateline(line, Span(0, len(line)))
    assert (found and [p.of(line) for p in found.places]) == places
