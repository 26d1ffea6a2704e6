"""Pronouns: their forms and sexes in one place, and speech in which they are the speaker's."""

from __future__ import annotations

import pytest

from analysis.pipeline import analyze
from analysis.reading import read_article
from analysis.records import Span
from analysis.text import human_pronouns, pronoun_of, pronoun_sex


@pytest.mark.parametrize(
    ("word", "pronoun", "sex"),
    [("His", "he", "m"), ("hers", "she", "f"), ("themselves", "they", ""), ("we", "", "")],
)
def test_a_form_knows_its_pronoun_and_its_sex(word: str, pronoun: str, sex: str) -> None:
    assert (pronoun_of(word), pronoun_sex(word)) == (pronoun, sex)


def test_only_forms_of_he_and_she_are_looked_for_in_a_stretch() -> None:
    text = "He gave it to her; the hero they met was his."
    found = human_pronouns(text, Span(0, len(text) - 5))
    assert [span.of(text) for span in found] == ["He", "her"]


def test_speech_over_two_paragraphs_keeps_its_pronouns_to_itself() -> None:
    """A mark opens each paragraph and only the last is closed: all of it is one quotation."""
    said = "“Nobody asked the boatmen what they thought of it.\n\n“He never came to the quay.”"
    done = analyze(read_article(f"Carl Bree closed the harbour on Monday.\n\n{said}\n\nHe left."))
    bree = next(e for e in done.entities if e.name == "Carl Bree")
    places = [m.span for m in bree.mentions if m.kind == "pronoun"]
    assert all(p.start > done.article.text.index("He left") - 1 for p in places)


def test_a_few_quoted_words_leave_the_pronoun_to_the_sentence() -> None:
    done = analyze(read_article("Carl Bree gave way. The paper praised “his good sense” again."))
    bree = next(e for e in done.entities if e.name == "Carl Bree")
    assert [m.span.of(done.article.text) for m in bree.mentions] == ["Carl Bree", "his"]
