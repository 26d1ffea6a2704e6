"""The part each paragraph plays: pages written for the test, a role before each line."""

from __future__ import annotations

import pytest

from analysis.reading import roles
from analysis.reading.article import read_article
from analysis.records import Role

PROSE = "The harbour board met on Tuesday and voted to close the eastern quay until the spring."
MORE = "Traders said that the closure would cost them a third of their trade this winter."

PAGES = {
    "a page as a browser copies it": f"""
boilerplate | Skip to main content
boilerplate | Home > News > Local
boilerplate | Politics
headline | Harbour board shuts the eastern quay
standfirst | Traders fear for the winter as engineers find rot in the piles
byline | By Tomas Reyl and Ines Farrow
byline | Senior Correspondent
dateline | Published March 4, 2026 6:20PM (GMT)
boilerplate | 5 min read
boilerplate | Share
caption | The quay at low water (Dan Whitcombe/Harbour Courier)
body | {PROSE}
boilerplate | Advertisement
body | {MORE}
subhead | What comes next
body | {PROSE}
boilerplate | Sign up for our morning letter
related | Read more: Ferry fares to rise again
body | {MORE}
byline | By Tomas Reyl
bio | Tomas Reyl is a senior writer at the Harbour Courier. He covers the coast.
related | MORE FROM Tomas Reyl
related | Related Topics ----------
related | Harbour board Eastern quay Port Ellery
boilerplate | © 2026 Harbour Courier. All rights reserved.
""",
    "plain paragraphs": f"body | {PROSE}\nbody | {MORE}\nbody | {PROSE}",
    "a photograph's description and its caption are the same line": f"""
headline | Harbour board shuts the eastern quay
caption | The eastern quay at low water
caption | The eastern quay at low water
body | {PROSE}
body | {MORE}
""",
    "a page's title and its headline are copied together": f"""
headline | Harbour board shuts the eastern quay
boilerplate | Harbour board shuts the eastern quay
byline | By Noor Halvorsen
body | {PROSE}
body | {MORE}
""",
    "a bare name above the date": f"""
headline | Harbour board shuts the eastern quay
byline | Noor Halvorsen
dateline | 14 January 2026 09:15 CET
body | {PROSE}
body | {MORE}
""",
    "a wire story": f"""
headline | Harbour board shuts quay
dateline | PORT ELLERY, March 5 (Capital Wire) —
body | {PROSE}
body | {MORE}
bio | (Reporting by Amara Voss; Editing by Luc Abendroth)
""",
    "a quotation is no headline and a speaker's line no subhead": f"""
body | “We will not pay twice”
body | {PROSE}
body | Reyl:
body | {MORE}
body | “It is over”
body | {PROSE}
""",
    "prose that begins like a notice": f"""
body | By Monday, the quay had been shut and the boats had gone to the northern basin.
body | Sign up for nothing, Reyl told the crowd, until the board has answered each of the eleven
 questions that the traders put to it in January, in February and again last week, and until the
 engineers have shown us where the rot is, how deep it goes, and who knew of it and since when.
body | Tomas Reyl is a fisherman who has moored at the quay since 1988.
body | {MORE}
""",
    "a gallery in the middle": f"""
headline | Ten boats that left the harbour
body | {PROSE}
caption | Photo: Dan Whitcombe
boilerplate | 1/10
caption | The ‘Aldine’ leaves (AP Photo/Dan Whitcombe)
body | {MORE}
""",
}


def assign_roles(texts: list[str], **known: str) -> list[Role]:
    return [v.answer for v in roles.assign_roles(texts, **known)]


def parsed(page: str) -> tuple[list[str], list[str]]:
    joined = page.strip().replace("\n ", " ")
    rows = [line.split(" | ", 1) for line in joined.splitlines()]
    return [role for role, _ in rows], [text for _, text in rows]


@pytest.mark.parametrize("name", PAGES)
def test_each_line_has_its_role(name: str) -> None:
    roles, texts = parsed(PAGES[name])
    found = assign_roles(texts)
    assert [f"{r} | {t}" for r, t in zip(found, texts, strict=True)] == [
        f"{r} | {t}" for r, t in zip(roles, texts, strict=True)
    ]


def test_the_given_title_is_the_headline_though_it_ends_with_a_full_stop() -> None:
    texts = ["Harbour board shuts the eastern quay.", PROSE, MORE]
    assert assign_roles(texts)[0] == "body"
    assert assign_roles(texts, title="Harbour Board Shuts the Eastern Quay")[0] == "headline"


def test_a_title_in_two_parts_is_headline_and_standfirst() -> None:
    texts = ["Harbour board shuts quay;", "Traders fear for the winter.", PROSE, MORE]
    title = "Harbour board shuts quay; Traders fear for the winter"
    assert assign_roles(texts, title=title)[:2] == ["headline", "standfirst"]


def test_a_given_author_has_a_biography_without_a_byline() -> None:
    texts = [PROSE, MORE, "Ailsa Moreno is the mother of two boys."]
    assert assign_roles(texts)[-1] == "body"
    assert assign_roles(texts, author="Ailsa Moreno")[-1] == "bio"


def test_lines_without_any_prose_are_read_as_body() -> None:
    assert set(assign_roles(["Share", "Print", "March 4, 2026"])) == {"body"}


def test_the_reader_may_change_a_role() -> None:
    changed: dict[int, Role] = {1: "standfirst", 7: "bio"}
    article = read_article(f"{PROSE}\n{MORE}", roles=changed)
    assert [p.role for p in article.paragraphs] == ["body", "standfirst"]
