"""What a browser prints around a page is no part of the article in a PDF made of it."""

from analysis.intake.pdf import _stated_title, _without_heads

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
