"""A smoothed copy has the reader's words, and every place in it is one in the text as given."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Sentence, Span
from analysis.text import is_smooth, moved, smooth

WORDS = [
    ("the har\u00adbour mas\u00adter", "the harbour master"),
    ("a ﬂeet of ofﬁces, a staﬀ aﬄicted", "a fleet of offices, a staff afflicted"),
    ("the Quenby Insti-\ntute", "the Quenby Institute"),
    ("the Quenby Insti-\r\n   tute", "the Quenby Institute"),
    ("the Quenby Insti\u00ad\ntute", "the Quenby Institute"),
    ("the Quenby Insti¬\ntute", "the Quenby Institute"),
    ("a well-\nknown boat", "a well-known boat"),
    ("a 53-year-\nold sailor, the son-in-\nlaw", "a 53-year-old sailor, the son-in-law"),
    ("a ropewalk, then the rope-\nwalk", "a ropewalk, then the ropewalk"),
    ("a tide-mill, then the tide-\nmill", "a tide-mill, then the tide-mill"),
    ("Dana Vole-\nHarwick", "Dana Vole-Harwick"),
    ("pre-\nand post-war docks", "pre- and post-war docks"),
    ("the QUENBY INSTI-\nTUTE", "the QUENBY INSTITUTE"),
    ("zero\u200bwidth", "zerowidth"),
]


@pytest.mark.parametrize(("text", "read"), WORDS)
def test_words_are_whole_again(text: str, read: str) -> None:
    assert smooth(text).text == read
    assert not is_smooth(text)


def test_a_place_in_the_copy_leads_back_to_the_same_words() -> None:
    text = "Mira Vo\u00adle of the Insti-\ntute sat in her ofﬁce."
    copy = smooth(text)
    for word, there in (
        ("Vole", "Vo\u00adle"),
        ("Institute", "Insti-\ntute"),
        ("office", "ofﬁce"),
        ("sat", "sat"),
    ):
        at = copy.text.index(word)
        assert copy.back(Span(at, at + len(word))).of(text) == there
        assert copy.there(copy.back(Span(at, at + len(word)))) == Span(at, at + len(word))


def test_a_record_is_led_back_with_all_it_holds() -> None:
    copy = smooth("a ﬁne\u00adday")
    assert moved((Sentence(Span(2, 6), 3),), copy) == (Sentence(Span(2, 5), 3),)


@given(st.text(alphabet="aB -\n\r\u00ad\u200bﬁﬄ.", min_size=1), st.data())
def test_spans_stay_in_order_and_inside(text: str, data: st.DataObject) -> None:
    copy = smooth(text)
    if not copy.text:
        return
    cuts = sorted({0, len(copy.text), *data.draw(st.lists(st.integers(0, len(copy.text))))})
    back = [copy.back(Span(a, b)) for a, b in pairwise(cuts)]
    assert all(0 <= s.start < s.end <= len(text) for s in back)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(back))
    assert is_smooth(text) == (copy.text == text)
