"""Whom bylines, agencies' lines and credits name."""

from __future__ import annotations

import pytest

from analysis.text import author_of, credited_author, find_date, is_byline, names_in, outlet_in

BYLINES = [
    ("By Ana Ruiz and Tom O'Dowd, CNN", ["Ana Ruiz", "Tom O'Dowd"], "CNN"),
    ("By JOHN SMITHSON | AP", ["John Smithson"], "AP"),
    ("Noor Halvorsen in Tarn and Mira Holt in New Ellis", ["Noor Halvorsen", "Mira Holt"], None),
    ("Words by Ines Farrow, photos by Joe Hart", ["Ines Farrow"], None),
    (
        "By INES FARROW, HEALTH EDITOR FOR THE HARBOUR COURIER",
        ["Ines Farrow"],
        "Harbour Courier",
    ),
    (
        "By Ines Farrow Published: 12:31, 3 March 2021 | Updated: 14:02, 4 March 2021",
        ["Ines Farrow"],
        None,
    ),
    ("By ANA RUIZ, TOM O'DOWD and JOE HART", ["Ana Ruiz", "Tom O'Dowd", "Joe Hart"], None),
    ("By ANA RUIZ and JOE HART Associated Press", ["Ana Ruiz", "Joe Hart"], "Associated Press"),
    ("BBC News, Millbrook", [], "BBC News"),
    ("AFP , Wednesday 3 Mar 2021", [], "AFP"),
    ("Source: Xinhua | 2021-03-03 10:04:12 | Editor: huaxia", [], "Xinhua"),
    ("By Marta Oyelaran | March 4", ["Marta Oyelaran"], None),  # no month is in “Marta”
    ("By Sunday Okafor", ["Sunday Okafor"], None),  # a name, no day
    ("By Ana Ruiz Monday", ["Ana Ruiz"], None),
    (
        "By Ludwig van der Meer in Berlin, Agence France-Presse",
        ["Ludwig van der Meer"],
        "Agence France-Presse",
    ),
]


@pytest.mark.parametrize(("line", "people", "outlet"), BYLINES, ids=lambda value: str(value)[:40])
def test_people_are_told_from_jobs_places_and_outlets(
    line: str, people: list[str], outlet: str | None
) -> None:
    assert names_in(line) == people
    assert outlet_in(line) == outlet


def test_a_byline_without_people_is_its_agency() -> None:
    assert author_of("By The Associated Press") == "The Associated Press"
    assert is_byline("By Ines Farrow Published: 12:31, 3 March 2021")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("(Reporting by Anna Weiss in Port Ellis; Writing by Tom Cole)", "Anna Weiss"),
        (
            "Reporting by Ana Ruiz and Joe Hart in Tarn; Editing by Tom Cole",
            "Ana Ruiz and Joe Hart",
        ),
        ("To contact the reporter on this story: Anna Weiss in Tarn at a@b.example", "Anna Weiss"),
        ("Reporting by phone was allowed.", None),
    ],
)
def test_credits_name_who_reported(text: str, author: str | None) -> None:
    assert credited_author(text) == author


@pytest.mark.parametrize("text", ["1970-01-01T00:00:00Z", "0001-01-01", "January 1, 1900"])
def test_what_systems_write_for_no_date_is_no_date(text: str) -> None:
    assert find_date(text) is None
