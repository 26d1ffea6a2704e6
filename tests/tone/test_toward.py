"""Tone toward a name: the word lists and the language model in one opinion."""

from __future__ import annotations

import pytest

from analysis.language import tag_text
from analysis.reading import read_article
from analysis.records import NameTone, Span
from analysis.tone import tones_toward
from analysis.tone.toward import TargetTone, pooled

NOBODY = TargetTone(0.2, 0.5, 0.3)


def label(text: str, name: str) -> str:
    """The tone toward the first place where the name stands."""
    article = read_article(text, roles=None)
    start = text.index(name)
    [found] = tones_toward(article, tag_text(article), [Span(start, start + len(name))])
    return found.tone.label


@pytest.mark.parametrize(
    ("text", "name", "tone"),
    [
        ("The court condemned Brandt for years of bribery and fraud.", "Brandt", "negative"),
        ("Quill was praised by all sides for her courage and her honesty.", "Quill", "positive"),
        ("Critics accused Mayor Reyl of lying to the voters.", "Reyl", "negative"),
        ("Adeyemi will meet the committee on Monday.", "Adeyemi", "neutral"),
        ("Voters love Farrow, who saved the harbour from ruin.", "Farrow", "positive"),
    ],
)
def test_what_is_said_of_a_name_tells_the_tone(text: str, name: str, tone: str) -> None:
    assert label(text, name) == tone


def test_two_names_in_a_sentence_have_tones_of_their_own() -> None:
    text = "Ada Quill, widely admired, called Tomas Reyl a corrupt and dangerous liar."
    article = read_article(text, roles=None)
    tagged = tag_text(article)

    def score(name: str) -> float:
        start = text.index(name)
        [found] = tones_toward(article, tagged, [Span(start, start + len(name))])
        return found.tone.score

    assert score("Tomas Reyl") < score("Ada Quill")


def test_without_the_model_the_lists_stand_alone() -> None:
    assert pooled(NOBODY, ()) == NOBODY


def test_shares_of_the_pool_sum_to_one_and_follow_a_sure_model() -> None:
    sure = NameTone(Span(0, 4), 0.98, 0.01, 0.01)
    found = pooled(NOBODY, (sure,))
    assert found.negative + found.neutral + found.positive == pytest.approx(1)
    assert found.label == "negative"


def test_a_share_of_nothing_does_not_rule_a_tone_out() -> None:
    found = pooled(TargetTone(1.0, 0.0, 0.0), (NameTone(Span(0, 4), 0.0, 0.0, 1.0),))
    assert 0 < found.positive < 1


def test_the_model_tells_a_tone_of_names_and_pronouns_only() -> None:
    text = "Ada Quill said she would close the old bridge."
    tagged = tag_text(read_article(text, roles=None))
    words = [tone.span.of(text) for tone in tagged.toward]
    assert {"Ada", "Quill", "she"} <= set(words)
    assert "bridge" not in words
    sums = [t.negative + t.neutral + t.positive for t in tagged.toward]
    assert sums == pytest.approx([1] * len(sums), abs=0.003)
