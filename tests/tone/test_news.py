"""The news-tuned scorer: names pass by, phrases are one word, the lists are sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.lexicon.files import lexicon_lines, word_list, word_table
from analysis.records import Span
from analysis.tone.news import inflect, news_lexicon, news_reader, read_word_list
from analysis.tone.toward import score_target
from analysis.tone.valence import plain_reader


def compound(text: str, names: tuple[Span, ...] = ()) -> float:
    return news_reader().read(text, names=names).score.compound


@pytest.mark.parametrize(
    "text",
    [
        "The state Supreme Court Justice ordered it to open.",  # an office, no praise
        "Dr Joy Love and Mr Grace Hope went to the United Arena.",
        "The interest rate decision comes on Monday.",
        "She read it in the Morning Hero of Dunmore.",
    ],
)
def test_names_and_offices_have_no_tone(text: str) -> None:
    assert compound(text) == 0


def test_a_name_the_model_found_has_no_tone_where_capitals_do_not_tell() -> None:
    text = "Joy spoke first."
    assert compound(text) > 0
    assert compound(text, (Span(0, 3),)) == 0


def test_the_first_word_of_a_sentence_or_quotation_is_no_name() -> None:
    assert compound("Terrible weather stopped play.") < 0
    assert compound("He called it “Wonderful” again.") > 0


def test_a_bomb_is_a_bomb() -> None:
    text = "In the old town the bomb exploded near a police post."
    assert plain_reader().read(text).score.compound > 0 > compound(text)


def test_phrases_are_read_as_one_word() -> None:
    text = "The death toll rose again."
    words = news_reader().read(text).words
    assert [w.span.of(text) for w in words] == ["death toll"]
    assert words[0].valence == news_lexicon()["death toll"]


def test_what_is_prevented_turns() -> None:
    text = "Regular screening could prevent cancer."
    reading = news_reader().read(text)
    assert reading.score.compound > 0
    assert any("turned by “prevent”" in w.changes for w in reading.words)


@given(st.text(max_size=120))
def test_any_text_has_a_score_and_words_inside_it(text: str) -> None:
    reading = news_reader().read(text)
    assert -1 <= reading.score.compound <= 1
    assert all(0 <= w.span.start < w.span.end <= len(text) for w in reading.words)


def test_endings_are_regular() -> None:
    assert inflect("indict") == ("indicts", "indicted", "indicting")
    assert inflect("accuse") == ("accuses", "accused", "accusing")
    assert inflect("decry") == ("decries", "decried", "decrying")
    assert inflect("crash") == ("crashes", "crashed", "crashing")


def test_the_list_is_words_with_valences_each_once() -> None:
    rows = [line.split("\t") for line in lexicon_lines("news_tone")]
    assert len(rows) > 4000
    assert all(len(row) == 2 and -4 <= float(row[1]) <= 4 for row in rows)
    assert len({row[0].lower() for row in rows}) == len(rows)


def test_a_reader_may_bring_words() -> None:
    words, wrong = read_word_list("# mine\nlandslide\t1.5\nbitter row, -2\nrow = 1\nnonsense\nx 9")
    assert words == (("landslide", 1.5), ("bitter row", -2.0), ("row", 1.0))
    assert wrong == ("nonsense", "x 9")
    text = "It ended in a bitter row."
    found = news_reader().with_words(words).read(text).words
    assert "bitter row" in [w.span.of(text) for w in found]


@given(st.text(max_size=200))
def test_any_upload_is_read(text: str) -> None:
    words, _ = read_word_list(text)
    assert all(-4 <= value <= 4 for _, value in words)


# ---------------------------------------------------------------- toward a name


TOWARD = [
    ("Voters praised Brandt for her courage.", "Brandt", "positive"),
    ("Brandt won wide praise for a brilliant speech.", "Brandt", "positive"),
    ("Brandt was accused of fraud.", "Brandt", "negative"),
    ("Castell attacked Brandt as a liar.", "Brandt", "negative"),
    ("Brandt said the plan would come in May.", "Brandt", "neutral"),
    pytest.param(
        "The court condemned Brandt.",
        "court",
        "neutral",
        marks=pytest.mark.xfail(reason="the verb is heard on both of its sides", strict=True),
    ),
]


@pytest.mark.parametrize(("text", "name", "label"), TOWARD)
def test_the_tone_toward_a_name(text: str, name: str, label: str) -> None:
    at = text.index(name)
    assert score_target(text, at, at + len(name)).label == label


def test_shares_sum_to_one_on_any_text() -> None:
    for text in ("x", "“" * 500 + "x", "bad " * 5000 + "x"):
        tone = score_target(text, len(text) - 1, len(text))
        assert tone.negative + tone.neutral + tone.positive == pytest.approx(1)


def test_the_weights_hold_no_names_parties_or_peoples() -> None:
    words = {name.split(" ", 1)[1] for name in word_table("target_tone") if " " in name}
    named = (
        "trump obama clinton sanders cruz biden romney bush pence comey mueller putin ted "
        "hillary donald republican republicans democrat democrats gop liberal liberals "
        "conservative conservatives muslim muslims jews jewish christian american americans "
        "russian russia russians iran mexico email emails white black gay immigrants president"
    )
    assert not words & set(named.split())
    assert not words & {w.lower() for w in word_list("given_names")}
