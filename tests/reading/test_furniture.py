"""What stands around an article and is none of it: live blogs, printed pages, letters by mail."""

from __future__ import annotations

import pytest

from analysis import read_article

PROSE = (
    "The council of Varnholm voted on Tuesday night to close the old lock for eleven months.",
    "Boat owners complained that the closure would cut the upper canal off from the open sea.",
    "“We can't keep patching it and hoping,” said Runa Ferriday, who leads the works committee.",
)
BLOG = (
    "Lock closed in Varnholm: live", "16.20 GMT", "Divers go home", PROSE[0], "15.55 GMT",
    "“Keep off the gates”", PROSE[1], "Key events", "Divers go home 16.20", "Gates shut 15.55",
    "15.30 GMT", PROSE[2],
)  # fmt: skip


def roles(*lines: str) -> list[str]:
    return [p.role for p in read_article("\n\n".join(lines)).paragraphs]


def test_a_live_blog_has_headings_under_its_hours_and_a_list_of_events() -> None:
    assert roles(*BLOG) == [
        "headline", "boilerplate", "subhead", "body", "boilerplate", "subhead", "body", "related",
        "related", "related", "boilerplate", "body",
    ]  # fmt: skip


def test_the_head_of_each_printed_page_is_no_headline() -> None:
    found = roles(
        "The Marl Review          Page 3", "Lock to close for a year", PROSE[0],
        "The Marl Review          Page 4", PROSE[1],
    )  # fmt: skip
    assert found == ["boilerplate", "headline", "body", "boilerplate", "body"]


def test_numbered_headings_are_no_heads_of_pages() -> None:
    assert roles("Lock to close", PROSE[0], "Day 1", PROSE[1], "Day 2", PROSE[2]) == [
        "headline", "body", "subhead", "body", "subhead", "body",
    ]  # fmt: skip


def test_the_foot_of_an_agency_s_report_is_no_part_of_it() -> None:
    assert roles(PROSE[0], PROSE[1], "bur-mdu/ks/jj", "© Marl Wire") == [
        "body", "body", "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert roles("Lock to close", "© Otto Venn", PROSE[0], PROSE[1])[1] == "caption"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("“We can't keep patching it and hoping”", "boilerplate"),
        ("“We shall patch it again”", "body"),
        ("“We can't keep patching it and hoping,” said Runa Ferriday.", "body"),
    ],
)
def test_what_is_set_large_beside_its_paragraph_counts_once(line: str, role: str) -> None:
    assert roles("Lock to close", PROSE[0], line, PROSE[2])[2] == role


@pytest.mark.parametrize(
    "line", ["Trouble reading this? View in browser", "Unsubscribe", "View in browser",
             "You receive this because you signed up at marlweekly.example."],
)  # fmt: skip
def test_what_a_newsletter_prints_around_its_letter(line: str) -> None:
    assert roles("Lock to close", PROSE[0], PROSE[1], line)[3] == "boilerplate"
