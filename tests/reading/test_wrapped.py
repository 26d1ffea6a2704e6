"""Lines broken at a fixed width, joined as a reader would; the text stays as it was given."""

from __future__ import annotations

from analysis.reading.paragraphs import cut_paragraphs


def cut(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in cut_paragraphs(text)]


CAPITALS = """The ferry between New Tarn and the islands will sail again, Minister
Ines Farrow said on Monday. She had come from talks with the leader of
Coast Union of Pilots, Ned Vane. Both of them told reporters that Ms
Farrow would pay.

"It is done," Farrow said.
"""
INDENTED = """NEW TARN, June 7 (Reuters) - The ferry between the islands will sail
again next month, the ministry said on Monday.
    "We are ready," Minister Ines Farrow told reporters. "The pilots
have done a wonderful job."
    Pilots' leader Ned Vane said nobody had spoken to them on the new
hours. He would not say more. (Reporting by Ilsa Marre; Editing by Jon
Wick)
"""
TITLES = "Ferry sails again in spring\nMayor quits over the bridge\nPilots want better hours\n"


def test_lines_that_begin_with_names_are_joined_where_the_width_says_so() -> None:
    assert [len(part.split()) for part in cut(CAPITALS)] == [42, 5]


def test_an_indent_begins_a_paragraph_and_a_credit_is_one() -> None:
    found = cut(INDENTED)
    assert [part[:9] for part in found] == ["NEW TARN,", '"We are r', "Pilots' l", "(Reportin"]
    assert found[1].endswith('wonderful job."')


def test_titles_of_like_length_stay_apart() -> None:
    assert len(cut(TITLES)) == 3
