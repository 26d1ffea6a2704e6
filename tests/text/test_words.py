"""Words are counted once, wherever the text is cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.records import Span
from analysis.text.words import count_words


def test_a_dash_between_spaces_is_no_word() -> None:
    text = "“We know,” she said — twice."
    assert count_words(text, Span(0, len(text))) == 5


def test_a_word_belongs_to_the_span_of_its_first_letter() -> None:
    text = 'he said "no"'
    assert count_words(text, Span(0, 8)) == 2
    assert count_words(text, Span(9, 12)) == 1
    assert count_words(text, Span(10, 12)) == 0


@given(st.text(min_size=1), st.data())
def test_cutting_a_text_never_changes_its_words(text: str, data: st.DataObject) -> None:
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text)), max_size=5))})
    parts = [Span(a, b) for a, b in pairwise(cuts)]
    whole = count_words(text, Span(0, len(text)))
    assert sum(count_words(text, part) for part in parts) == whole
    assert whole == sum(any(c.isalnum() for c in run) for run in text.split())
