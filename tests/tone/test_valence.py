"""The words behind a score: the library's own numbers, and a sum that adds up."""

from __future__ import annotations

import json
import math
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SPECIAL_CASES, SentimentIntensityAnalyzer, normalize

from analysis.records import Score
from analysis.tone.typography import straighten
from analysis.tone.valence import LONGEST, Reading, plain_reader
from tests.growth import LINEAR, growth
from tests.shared_data import shared

LIBRARY = SentimentIntensityAnalyzer()
# Words that call every rule of the library, in any order.
RULES = """
good bad GREAT hate no not never without doubt so this very slightly kind of least at
but But and or nor the bomb to die for yeah right sort isn't isn’t despite :) ;) ! ? !!!
😀 😢 ❤️ “great” —bad— hardly just enough uber UTTERLY beating heart kiss death bus stop
"""
RULE_WORDS = RULES.split()


def library_score(text: str) -> Score:
    found = LIBRARY.polarity_scores(straighten(text))
    return Score(found["compound"], found["pos"], found["neu"], found["neg"])


def adds_up(reading: Reading) -> bool:
    return math.isclose(round(normalize(reading.total), 4), reading.score.compound, abs_tol=1.1e-4)


@given(st.lists(st.sampled_from(RULE_WORDS), max_size=25).map(" ".join))
def test_any_mixture_of_rules_scores_as_the_library_does(text: str) -> None:
    reading = plain_reader().read(text)
    assert reading.score == library_score(text)
    assert adds_up(reading)


@given(st.text(max_size=120))
def test_any_text_scores_as_the_library_does(text: str) -> None:
    assert plain_reader().read(text).score == library_score(text)


def test_every_nyt_snippet_scores_as_the_library_does_and_adds_up() -> None:
    lines = shared("eval/sentiment/nyt_dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    assert len(texts) == 3435
    for text in texts:
        reading = plain_reader().read(text)
        assert reading.score == library_score(text), text
        assert adds_up(reading), text


@given(st.lists(st.sampled_from(RULE_WORDS), max_size=25).map(" ".join), st.integers(0, 50))
def test_every_word_stands_where_its_span_says(text: str, start: int) -> None:
    for word in plain_reader().read(text, start).words:
        found = text[word.span.start - start : word.span.end - start]
        known = straighten(found).strip().lower()
        assert known in LIBRARY.lexicon or any(c in LIBRARY.emojis for c in found), found


CHANGES = [
    ("It is good.", "good", ()),
    ("It is not good.", "good", ("negated by “not”",)),
    ("It isn’t good.", "good", ("negated by “isn't”",)),
    ("It is very good.", "good", ("strengthened by “very”",)),
    ("It is slightly good.", "good", ("weakened by “slightly”",)),
    ("It is GOOD here.", "GOOD", ("strengthened by capitals",)),
    ("There is no problem.", "problem", ("negated by “no”",)),
    ("There is no problem.", "no", ("counted through the next word",)),
    ("It was good, but slow.", "good", ("halved before “but”",)),
    ("It was slow, but good.", "good", ("raised by half after “but”",)),
    ("They never had this support.", "support", ("strengthened by “so”",)),
    ("That is the least good idea.", "good", ("negated by “least”",)),
    ("In town the bomb exploded.", "bomb", ("part of an idiom",)),
]


@pytest.mark.parametrize(("text", "word", "changes"), CHANGES)
def test_a_word_says_what_changed_it(text: str, word: str, changes: tuple[str, ...]) -> None:
    found = [w for w in plain_reader().read(text).words if w.span.of(text) == word]
    assert [w.changes for w in found] == [changes]
    assert (found[0].counted == found[0].valence) == (changes == ())


def test_punctuation_is_told_apart_from_the_words() -> None:
    reading = plain_reader().read("It is good!!")
    assert reading.emphasis == pytest.approx(0.584)
    assert reading.total == pytest.approx(1.9 + 0.584)
    assert plain_reader().read("It is bad!").emphasis == pytest.approx(-0.292)
    assert plain_reader().read("It is here!").emphasis == 0


@pytest.mark.parametrize("nothing", [None, float("nan"), "", "  \n", b"good", 3])
def test_what_is_no_text_reads_as_empty(nothing: object) -> None:
    assert plain_reader().read(nothing) == Reading(Score())


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("😀", 1_000),
        ("good but bad ", 1_000),
        ("a", 50_000),
        ("good ", 4_000),
        ("“", 10_000),
        ("北京", 5_000),
    ],
    ids=["emoji", "words and buts", "one run", "tone words", "marks", "no spaces"],
)
def test_long_text_takes_linear_time_and_gives_one_result(piece: str, times: int) -> None:
    reader = plain_reader()
    assert growth(lambda n: partial(reader.read, piece * n), times) < LINEAR
    reading = reader.read(piece * times)
    assert -1 <= reading.score.compound <= 1


def test_a_longer_sentence_is_the_mean_of_its_stretches() -> None:
    text = "good " * LONGEST + "bad " * LONGEST
    good, bad = (plain_reader().read(f"{w} " * LONGEST).score.compound for w in ("good", "bad"))
    assert plain_reader().read(text).score.compound == pytest.approx((good + bad) / 2)


def test_the_library_is_left_as_it_was() -> None:
    before = dict(LIBRARY.lexicon)
    own = plain_reader().with_words((("good", -3.0),))
    assert own.read("It is good.").score.compound < 0
    assert plain_reader().read("It is good.").score.compound > 0
    assert LIBRARY.lexicon == before
    assert SPECIAL_CASES["the bomb"] == 3
