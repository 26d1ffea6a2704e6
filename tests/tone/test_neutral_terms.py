"""Terms of trade and procedure carry no tone; a good thing that is lost is a bad one."""

import pytest

from analysis.tone import news_reader

NEUTRAL = [
    "Crude oil rose by two dollars on Monday.",
    "The tanker carried 400,000 barrels of crude to Quenby.",
    "No vote was held, and no date was set.",
    "The firm drilled wells along the coast.",
    "Gross domestic product was 40 billion won.",
    "A confidence vote was put on the agenda.",
]
BAD = [
    "The board lacks confidence, an officer wrote.",
    "She lost the support of her party.",
    "The leak undermined support for the plan.",
]


@pytest.mark.parametrize("text", NEUTRAL)
def test_a_term_is_neutral(text: str) -> None:
    assert news_reader().read(text).score.compound == 0


@pytest.mark.parametrize("text", BAD)
def test_a_good_thing_that_is_lost_is_bad(text: str) -> None:
    reading = news_reader().read(text)
    assert reading.score.compound < 0
    assert any("turned by" in note for word in reading.words for note in word.changes)


@pytest.mark.parametrize("text", ["She won the support of her party.", "No injuries were seen."])
def test_the_rest_stays(text: str) -> None:
    assert news_reader().read(text).score.compound > 0
