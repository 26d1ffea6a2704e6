"""Whose name a word is, read by the whole program: surnames, nicknames, titles, firms."""

from __future__ import annotations

from functools import cache

import pytest

from analysis import Analysis, analyze, read_article


@cache
def read(text: str) -> Analysis:
    return analyze(read_article(text))


def names(text: str) -> dict[str, tuple[str, int]]:
    """Each entity's type and how often it is named."""
    return {
        e.name: (e.type, sum(m.kind == "name" for m in e.mentions)) for e in read(text).entities
    }


PEOPLE = [
    # surnames that are places
    ("Martha Lisbon won. Lisbon said she would stay. Her rival, Peter Vienna, left. Vienna wept.",
     {"Martha Lisbon": 2, "Peter Vienna": 2}),
    ("Jonah Houston drove the bus. Houston also sang. “It was late,” Houston said.",
     {"Jonah Houston": 3}),
    # bodies, buildings, titles and plain nouns
    ("Mary Church rowed out. Church, 61, said the sea was calm. The church there was locked.",
     {"Mary Church": 2}),
    ("Anna Judge and Henry King spoke. Judge, a nurse, said she was glad. King said little.",
     {"Anna Judge": 2, "Henry King": 2}),
    ("Their friend Tom Marshall sang; Marshall, a cook, said he was shy.", {"Tom Marshall": 2}),
    ("Lily Field ran. Field said it rained. “I slipped,” Field said.", {"Lily Field": 3}),
    # first names that are months and small words
    ("Will Prior and May Stone opened a shop. Prior said it was small. Stone, 34, laughed.",
     {"Will Prior": 2, "May Stone": 2}),
    ("April Summers left in April. Summers said the school may close.", {"April Summers": 2}),
    # nicknames, in either order
    ("William “Billy” Trask wed. Billy Trask, 71, wore green. Trask sang.",
     {"William “Billy” Trask": 3}),
    ("Dorothea (Dot) Finch came. Ms Finch said it was time.", {"Dorothea (Dot) Finch": 2}),
    ("Kate Morrow joined in May. Katherine Morrow, 48, will lead it.", {"Kate Morrow": 2}),
    # particles and courtesies
    ("Piet van den Brook and Lena van den Brook farm. Mr van den Brook said it was dry. "
     "Ms van den Brook said so too.", {"Piet van den Brook": 2, "Lena van den Brook": 2}),
    ("Talks ended. Maryam bint Khalid al-Sarraf stayed on. Sheikha al-Sarraf said no.",
     {"Maryam bint Khalid al-Sarraf": 2}),
    # titles no list has
    ("The Zupan of Vorsk, Oleksa Brill, came. “Look,” Zupan Brill said. Brill left.",
     {"Oleksa Brill": 3}),
    ("The QRS for roads, Nora Brill, said no. QRS Brill left. Brill said it was late.",
     {"Nora Brill": 3}),
    # surname first
    ("The list has BRANDT, Erik, 40, and SOLBERG, Maria, 38. Brandt, Erik, baked. Ms Solberg ran.",
     {"Erik Brandt": 2, "Maria Solberg": 2}),
    # … where it is a plain word, and the first name a river
    ("Fined were FORGE, Tilde, 31, and PLANK, Lena, 29. Forge said she was glad. Ms Plank left.",
     {"Tilde Forge": 2, "Lena Plank": 2}),
    # a couple whom nobody names in full
    ("Mr Oduya and Ms Oduya keep bees. Mr Oduya said it was hard work.",
     {"Mr Oduya": 2, "Ms Oduya": 1}),
    # capitals throughout
    ("WICK - ADA QUILL WILL LEAVE THE COUNCIL, A SPOKESMAN SAID. QUILL SAID SHE WAS HAPPY.",
     {"Ada Quill": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_are_one_and_people(text: str, expected: dict[str, int]) -> None:
    found = {name: n for name, (kind, n) in names(text).items() if kind == "PERSON"}
    assert found == expected


BODIES = [
    ("Shares in Linden Grove fell. Linden Grove said it would close two plants.", "Linden Grove"),
    ("Marlow Vane, the retailer, lost money. Customers of Marlow Vane were told.", "Marlow Vane"),
    ("Corbin's said it would open shops. The owner of Corbin's said staff were glad.", "Corbin's"),
    ("Petra Lund, chief executive of Arlo Bexley, left. Arlo Bexley gave no reason.",
     "Arlo Bexley"),
    ("Brakspear plc was flat. Brakspear employs forty people.", "Brakspear"),
    ("Morgan Stanley said on Monday that costs rose. Morgan Stanley hired.", "Morgan Stanley"),
    ("All trains were late, Southern Rail said. Southern Rail gave money back.", "Southern Rail"),
    ("The Ministry of Culture, Sport and Tourism said yes.",
     "Ministry of Culture, Sport and Tourism"),
    ("He rang the Food and Drugs Authority.", "Food and Drugs Authority"),
    ("The Department of Energy and Rural Works closed.", "Department of Energy and Rural Works"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_firms_and_departments_are_one_body(text: str, name: str) -> None:
    kind, times = names(text)[name]
    assert (kind, times) == ("ORG", text.count(name))


def test_a_person_called_like_a_firm_stays_one() -> None:
    found = names("Mr Vane, no relation, sold shares in Marlow Vane. Vane said he was glad.")
    assert found["Vane"] == ("PERSON", 2)
    assert found["Marlow Vane"] == ("ORG", 1)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Sen. Ida Sand, R-Cape Wick, said yes.", "R-Cape Wick"),
        ("Will Prior baked, and Brown bread is cheap.", "Brown"),
        ("“Found 😡” she wrote. #Wick 😡", "Wick 😡"),
        ("Supt. Jo Lake and Insp. Ray Cole came.", "Supt"),
        ("Paul Brack said no. The Brackses left, the Bracks said.", "Bracks"),
        ("She was TIRED of the row.", "TIRED"),
        ("'Pay the crew,' he said.", "Pay"),
    ],
)
def test_what_is_no_name(text: str, never: str) -> None:
    assert never not in names(text)


def test_two_of_one_family_side_by_side_are_two() -> None:
    found = names("Bob Farrow and Robert Farrow run the mill.")
    assert set(found) == {"Bob Farrow", "Robert Farrow"}


def test_a_surname_alone_is_neither_of_a_couple() -> None:
    done = read("Mr Oduya and Ms Oduya keep bees. Nobody saw them leave. Oduya came back.")
    why = {e.name: e.unresolved for e in done.entities}
    assert why["Oduya"] == "“Oduya” could be Mr Oduya or Ms Oduya"


def test_initials_of_the_lists_are_no_plain_words() -> None:
    assert "Car" not in names("Car traffic on the ring road fell by a tenth, the city said.")
    envoys = names("The CAR and the UAE sent envoys to Quenby.")
    assert envoys["Central African Republic"][0] == "GPE"
