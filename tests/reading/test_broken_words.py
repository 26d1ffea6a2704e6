"""Words broken at a line end: joined as a reader would, offsets into the text as given."""

import pytest

from analysis import analyze, read_article
from analysis.records import Correction, Span
from analysis.text import body_words, count_words

COLUMN = """\
The Quenby Har-
bour Board said
the pumps were
no longer in use.
“They are a dan-
ger to all of us,”
said its head, Pe-
tra Halvor-
sen.

The board meets
on Friday to de-
cide what to do.
"""
SOFT = (
    "Har\u00adbour mas\u00adter Petra Hal\u00advorsen said on Mon\u00adday that the ﬁreboat and "
    "the ofﬁces would be sold.\n\n“We have no use for them,” Halvor\u00adsen said in Quenby."
)
LINES = (
    "Petra Halvorsen said on Monday that the fireboat would be sold to the neighbouring har-\n"
    "bour of Dorrit.\n"
    "The crew did not want to comment on the sale of the boat on Tuesday."
)


@pytest.mark.parametrize(("text", "paragraphs"), [(COLUMN, 2), (SOFT, 2), (LINES, 2)])
def test_paragraphs_are_those_a_reader_sees(text: str, paragraphs: int) -> None:
    assert len(read_article(text).body) == paragraphs


@pytest.mark.parametrize("text", [COLUMN, SOFT])
def test_names_and_speakers_are_whole(text: str) -> None:
    done = analyze(read_article(text))
    people = {e.name: e for e in done.entities if e.type == "PERSON"}
    assert "Petra Halvorsen" in people
    assert "Petra Halvorsen" in {s.name for s in done.sources}
    spoken = [a for a in done.attributions if a.quoted]
    assert [c.of(text)[0] for a in spoken for c in a.content] == ["“"]


@pytest.mark.parametrize("text", [COLUMN, SOFT, LINES])
def test_places_point_into_the_text_as_given_and_words_add_up(text: str) -> None:
    done = analyze(read_article(text))
    assert done.article.text == text
    assert {t.span.of(text)[:1].isspace() for t in done.tagged.tokens} == {False}
    assert done.tagged.tokens[-1].span.of(text) == "."
    named = sum(c.words for c in done.credits if c.source)
    free = sum(count_words(text, v.span) for v in done.voices if v.source is None)
    assert named + free == body_words(done.article)


def test_title_and_author_are_told_without_the_marks() -> None:
    text = "Fire\u00adboat to be sold in Quen\u00adby\n\nBy Petra Hal\u00advorsen\n\n" + SOFT
    article = read_article(text)
    assert (article.title, article.author) == ("Fireboat to be sold in Quenby", "Petra Halvorsen")


def test_a_correction_is_made_at_the_place_it_names() -> None:
    at = SOFT.index("Petra")
    wanted = Correction("rename", Span(at, at + len("Petra Hal\u00advorsen")), value="P. Halvorsen")
    done = analyze(read_article(SOFT), corrections=(wanted,))
    assert "P. Halvorsen" in {e.name for e in done.entities}
    assert (done.corrections, done.dropped) == ((wanted,), ())
    lost = Correction("hide", Span(0, 3))
    assert analyze(read_article(SOFT), corrections=(lost,)).dropped == (lost,)
