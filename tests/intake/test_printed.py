"""What a browser prints around a page is no part of the article in a PDF made of it."""

from analysis.intake.pdf import _stated_title, _with_title, _without_heads

PAGES = [
    "3/5/26, 9:41 AM Ferry shut - Quenby Post\nFerry shut\n"
    "The ferry will stay shut, the board said.\n"
    "file:///home/dv/My files/ferry.html 1/2",
    "3/5/26, 9:41 AM Ferry shut - Quenby Post\nNobody knows for how long.\n"
    "https://post.example/ferry 2/2",
]


def test_heads_and_feet_of_a_printed_page_are_left_out() -> None:
    assert _without_heads(PAGES) == [
        "Ferry shut\nThe ferry will stay shut, the board said.",
        "Nobody knows for how long.",
    ]


def test_a_date_line_stays_where_nothing_was_printed_around_it() -> None:
    page = "Ferry shut\n05.03.2026, 09:41 Otto Venn\nThe ferry will stay shut.\nIt leaks."
    assert _without_heads([page]) == [page]
    named = "The list is at www.post.example for all to see.\nIt leaks."
    assert _without_heads([named]) == [named]


def test_a_file_name_is_no_title() -> None:
    text = "ferry_final.docx\nFerry shut\nThe ferry will stay shut."
    assert _stated_title("ferry_final.docx", text) is None
    assert _stated_title("Microsoft Word - ferry", text) is None
    assert _stated_title("Ferry  shut", text) == "Ferry shut"


def test_an_outlet_behind_the_title_is_none_of_it() -> None:
    text = "Ferry - and bridge - shut\nThe ferry will stay shut."
    assert _stated_title("Ferry - and bridge - shut | Quenby Post", text) == (
        "Ferry - and bridge - shut"
    )
    assert _stated_title("Boats - Quenby Post", text) is None


def test_a_headline_over_two_lines_is_one_and_stands_apart() -> None:
    lines = ["Quenby Post", "Ferry stays", "shut", "It leaks."]
    title = "Ferry stays shut"
    assert _with_title(lines, title) == ["Quenby Post", "", title, "", "It leaks."]
    assert _with_title(lines, "Boats") == _with_title(lines, None) == lines
