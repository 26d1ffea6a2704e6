"""Texts as readers have them, read whole: transcripts, releases, lists, live blogs."""

from __future__ import annotations

from functools import cache

import pytest

from analysis import Analysis, analyze, read_article
from analysis.records import Span
from analysis.text import find_dateline, find_turns


@cache
def read(text: str) -> Analysis:
    return analyze(read_article(text))


def speaker(text: str, words: str) -> str:
    """Who is credited with these words, innermost; "-" for nobody."""
    done = read(text)
    at = text.index(words)
    names = {s.id: s.name for s in done.sources}
    held = [
        (a.depth, names.get(c.source or "", "-"))
        for a, c in zip(done.attributions, done.credits, strict=True)
        if any(s.start <= at and at + len(words) <= s.end for s in a.content)
    ]
    return max(held, default=(0, "-"))[1]


def kinds(text: str) -> dict[str, str]:
    return {e.name: e.type for e in read(text).entities}


def roles(text: str) -> list[str]:
    return [p.role for p in read(text).article.paragraphs]


ROOM = """From Agent Tomas Reik: Who had the key?

From Ms. Wilma Oord: My brother, until May.

From Agent Tomas Reik: And after that?

From Ms. Wilma Oord: Nobody told me.

From Detective Sergeant Ola Finch: Did you ask?
"""
HEARING = """Justice Petra Holm: You may begin.

Mr. Aron Wick: There are two points.

Justice Holm: Take the second.

Mr. Wick: The lease was never signed.
"""


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (ROOM, "Who had the key?", "Tomas Reik"),
        (ROOM, "My brother, until May.", "Wilma Oord"),
        (ROOM, "Did you ask?", "Ola Finch"),
        (HEARING, "Take the second.", "Petra Holm"),
        (HEARING, "The lease was never signed.", "Aron Wick"),
    ],
)
def test_a_label_with_a_preposition_or_a_title_is_its_speaker_s(
    text: str, words: str, name: str
) -> None:
    assert speaker(text, words) == name
    assert kinds(text)[name] == "PERSON"


@pytest.mark.parametrize(
    ("label", "name"),
    [("MS. OORD", "OORD"), ("The Judge", "The Judge"), ("Mason Reed", "Mason Reed"),
     ("Dean Moore", "Dean Moore"), ("Special Agent Vik Orr", "Vik Orr"), ("From", "From")],
)  # fmt: skip
def test_what_of_a_label_is_the_name(label: str, name: str) -> None:
    lines = [f"{label}: Yes.", "Ida Voss: No.", f"{label}: Why?", "Ida Voss: So."]
    text = "\n".join(lines)
    starts = [text.index(line, i * 5) for i, line in enumerate(lines)]
    turns = find_turns(text, [Span(s, s + len(x)) for s, x in zip(starts, lines, strict=True)])
    assert turns[0].name.of(text) == name


def test_who_is_not_named_in_a_broadcast_is_no_person() -> None:
    text = (
        "ANNOUNCER: This is Morning Tide.\n\nLENA BRISK, HOST: The strike goes on.\n\n"
        "UNIDENTIFIED DOCKER: Not for six.\n\nBRISK: Thank you."
    )
    assert kinds(text) == {"Lena Brisk": "PERSON", "Morning Tide": kinds(text)["Morning Tide"]}
    assert speaker(text, "Not for six.") == "UNIDENTIFIED DOCKER"


CAPTIONS = """>> PELL ARDEN, HOST: The mast fell at noon. Rosa, who saw it?

>> ROSA VINCK, REPORTER: The cook did, Pell.

(BEGIN VIDEO CLIP)

>> UNIDENTIFIED MALE: It sang before it went.

>> ARDEN: Thank you, Rosa.
"""
STARRED = """**QUAY: Ms. Orlo, why paint boats?**

**Orlo:** They hold still.

**QUAY: And the sea?**

**Orlo:** It never does.
"""
CITED = """The station printed what was said.

"LORN: Is the dam safe?

"VESPER: Ask me in May.

"LORN: It is May, Ms. Vesper.
"""


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (CAPTIONS, "The mast fell", "Pell Arden"),
        (CAPTIONS, "The cook did", "Rosa Vinck"),
        (CAPTIONS, "It sang", "UNIDENTIFIED MALE"),
        (CAPTIONS, "Thank you, Rosa", "Pell Arden"),
        (STARRED, "why paint boats?", "QUAY"),
        (STARRED, "They hold still", "Orlo"),
        (CITED, "Is the dam safe", "LORN"),
        (CITED, "Ask me in May", "VESPER"),
    ],
)
def test_marks_before_a_label_change_nothing(text: str, words: str, name: str) -> None:
    assert speaker(text, words).casefold() == name.casefold()
    done = read(text)
    said = [c.of(text) for a in done.attributions if a.rule == "turn" for c in a.content]
    assert not any(line.endswith("*") for line in said)


RELEASE = (
    "TORVIK, Norland, Nov. 3, 2026 /PRNewswire/ -- Esker Looms, a maker of yarn, today announced a "
    "new mill.\n\n“It will spin,” said Ketil Orm, founder of Esker Looms.\n\nSOURCE Esker Looms\n"
)
SMART = (
    "SELBY FORD, Ohio--(BUSINESS WIRE)--Larch Foods said today it will buy Dunn Dairy for $40 "
    "million.\n\n“It is a good fit,” said Wes Pruitt, chief executive."
)


def test_the_date_line_of_a_service_names_places_and_no_body() -> None:
    assert kinds(RELEASE) == {
        "Torvik": "GPE", "Norland": "GPE", "Esker Looms": "ORG", "Ketil Orm": "PERSON"
    }  # fmt: skip
    assert read(RELEASE).article.outlet == "PR Newswire"
    assert speaker(RELEASE, "new mill") == "Esker Looms"
    assert kinds(SMART)["Selby Ford, Ohio"] == "GPE"
    assert not {"BUSINESS WIRE", "Business Wire"} & kinds(SMART).keys()
    assert speaker(SMART, "it will buy Dunn Dairy") == "Larch Foods"


def test_the_day_behind_who_announces_is_no_part_of_the_name() -> None:
    text = (
        "TARN BAY, Norland, June 4, 2025 /PRNewswire/ -- Corvane Systems today announced the "
        "opening of its second plant.\n\n“We are glad,” said Mona Vester, its chief executive."
    )
    assert speaker(text, "the opening of its second plant") == "Corvane Systems"


@pytest.mark.parametrize(
    "line",
    ["X-RAY machines are in short supply.", "The port shut.", "PRESS-BOX seats cost more.",
     "NATO (2024) said so."],
)  # fmt: skip
def test_what_begins_with_capitals_need_be_no_date_line(line: str) -> None:
    assert find_dateline(line, Span(0, len(line))) is None


def test_a_date_line_is_sure_by_its_day_or_agency() -> None:
    for line, sure in [("EXCLUSIVE — The port shut.", False), ("SKERRY (AP) — It shut.", True),
                       ("SKERRY, May 4 — It shut.", True)]:  # fmt: skip
        found = find_dateline(line, Span(0, len(line)))
        assert found is not None
        assert found.sure is sure
        assert line[found.end :] in ("The port shut.", "It shut.")


def test_a_surname_in_capitals_and_a_first_name_need_no_age() -> None:
    text = (
        "Two people appear at Hask on Monday.\n\nFORGE, Liv, is charged with theft. "
        "MOORE, Dean P., is charged with fraud. Forge denies the charge.\n\n“I was not there,” "
        "Forge said."
    )
    assert kinds(text) == {"Hask": "GPE", "Liv Forge": "PERSON", "Dean P. Moore": "PERSON"}
    assert speaker(text, "I was not there") == "Liv Forge"


def test_the_hour_of_a_live_blog_is_no_part_of_a_name() -> None:
    text = (
        "Storm on the coast: live\n\n14:05 Bridge closed in Hollis\n\nThe bridge in Hollis has "
        "been closed, the coastguard said on Monday evening.\n\n13:40 Tunnel closed in Hollis\n\n"
        "The tunnel in Hollis has been closed as well, the coastguard said."
    )
    assert not any(c.isdigit() for name in kinds(text) for c in name)
    assert roles(text) == ["headline", "subhead", "body", "subhead", "body"]


PROSE = (
    "The council of Varnholm voted on Tuesday night to close the old lock for eleven months.",
    "“We can't keep patching it and hoping,” said Runa Ferriday, who leads the works committee.",
    "Boat owners complained that the closure would cut the upper canal off from the sea.",
    "Engineers found cracks in two of the four gates last autumn, and divers went down in May.",
)


def test_what_a_printer_sets_around_a_page_makes_no_standfirst_of_the_article() -> None:
    text = "\n\n".join(
        ["Lock to close for eleven months", "file:///C:/pages/lock.html 1/2", *PROSE,
         "https://beacon.example/lock?print=1 2/2", "14/05/2024, 21:43"]
    )  # fmt: skip
    assert roles(text) == [
        "headline", "boilerplate", "body", "body", "body", "body", "boilerplate", "dateline"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "role"),
    [("‘Nobody counts the eels’", "headline"), ("“Nobody counts them”: an interview", "headline"),
     ("“Nobody counts the eels.”", "body"), ("‘Nobody counts the eels.’", "body"),
     ("“Nobody counts the eels”", "body")],
)  # fmt: skip
def test_a_quotation_that_ends_with_a_full_stop_is_no_headline(first: str, role: str) -> None:
    assert roles("\n\n".join([first, *PROSE]))[0] == role


def test_he_is_not_whoever_is_most_likely_a_woman() -> None:
    text = (
        "Inga Maro and Pavel Rook both gave evidence on Monday.\n\nMaro told the inquiry that the "
        "valve had been sealed. He told it the valve was open.\n\nHe said he had photographs; she "
        "said she had the logbook."
    )
    assert speaker(text, "the valve had been sealed") == "Inga Maro"
    assert speaker(text, "the valve was open") == "Pavel Rook"
    assert speaker(text, "he had photographs") == "Pavel Rook"
    assert speaker(text, "she had the logbook") == "Inga Maro"


def test_a_name_broken_at_a_line_end_is_shown_on_one_line() -> None:
    text = (
        "Officials said on Mon-\nday that the wells had been\nclosed. Dr. Simone\nAchter said the "
        "cause was not known to the water labo-\nratory, which she leads.\n"
    )
    assert "Simone Achter" in kinds(text)


@pytest.mark.parametrize("whole", ["Rory T. Brandt III", "Rory T. Brandt Jr.", "Rory Brandt Sr."])
def test_a_surname_is_found_before_what_stands_behind_it(whole: str) -> None:
    text = f"{whole} said the navy would help. “Nets are nets,” Brandt said on Monday."
    assert speaker(text, "Nets are nets") == whole


def test_who_opens_a_sentence_says_what_comes_behind_and_said() -> None:
    assert speaker("Akers saw it in May and said the cracks were old.", "the cracks were old") == (
        "Akers"
    )
    text = "Akers saw it in May, the guards were asleep, and said nothing of the cracks."
    assert all("Akers saw" not in s.name for s in read(text).sources)
