"""Whom bylines, agencies' lines and credits name."""

from __future__ import annotations

import pytest

from analysis.text import author_of, credited_author, find_date, is_byline, names_in, outlet_in

BYLINES = [
    ("By Petra Sund and Otto D'Arc, CNN", ["Petra Sund", "Otto D'Arc"], "CNN"),
    ("By JOHN SMITHSON | AP", ["John Smithson"], "AP"),
    ("Noor Halvorsen in Tarn and Mira Holt in New Ellis", ["Noor Halvorsen", "Mira Holt"], None),
    ("Words by Ines Farrow, photos by Ned Vane", ["Ines Farrow"], None),
    (
        "By INES FARROW, HEALTH EDITOR FOR THE HARBOUR COURIER",
        ["Ines Farrow"],
        "Harbour Courier",
    ),
    (
        "By Ines Farrow Published: 11:05, 3 March 2021 | Updated: 16:40, 4 March 2021",
        ["Ines Farrow"],
        None,
    ),
    ("By PETRA SUND, OTTO D'ARC and NED VANE", ["Petra Sund", "Otto D'Arc", "Ned Vane"], None),
    ("By PETRA SUND and NED VANE Associated Press", ["Petra Sund", "Ned Vane"], "Associated Press"),
    ("BBC News, Millbrook", [], "BBC News"),
    ("AFP , Wednesday 3 Mar 2021", [], "AFP"),
    ("Source: Xinhua | 2021-03-03 10:04:12 | Editor: huaxia", [], "Xinhua"),
    ("By Marta Oyelaran | March 4", ["Marta Oyelaran"], None),  # no month is in “Marta”
    ("By Sunday Okafor", ["Sunday Okafor"], None),  # a name, no day
    ("By Petra Sund Monday", ["Petra Sund"], None),
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
        ("(Reporting by Ilse Marr in Quenby; Writing by Jon Wick)", "Ilse Marr"),
        (
            "Reporting by Petra Sund and Ned Vane in Tarn; Editing by Jon Wick",
            "Petra Sund and Ned Vane",
        ),
        ("To contact the reporter on this story: Ilse Marr in Quenby at a@b.example", "Ilse Marr"),
        ("Reporting by phone was allowed.", None),
    ],
)
def test_credits_name_who_reported(text: str, author: str | None) -> None:
    assert credited_author(text) == author


@pytest.mark.parametrize("text", ["1970-01-01T00:00:00Z", "0001-01-01", "January 1, 1900"])
def test_what_systems_write_for_no_date_is_no_date(text: str) -> None:
    assert find_date(text) is None
