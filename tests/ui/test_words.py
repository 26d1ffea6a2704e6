"""Words and numbers as the interface writes them; initials of speakers."""

from __future__ import annotations

import re

import pytest

from ui.kit.progress import progress_text
from ui.reading.initials import initials
from ui.text import count, date_words, minutes, plain, share, signed


@pytest.mark.parametrize(
    ("given", "expected"), [((1, "source"), "1 source"), ((2, "source"), "2 sources")]
)
def test_counts_agree_with_their_word(given: tuple[int, str], expected: str) -> None:
    assert count(*given) == expected
    assert count(1200, "body", "bodies") == "1,200 bodies"


def test_scores_have_their_sign() -> None:
    assert signed(-0.417) == "−0.42"
    assert signed(0.42) == "+0.42"
    assert signed(None) == signed(float("nan")) == "–"


def test_a_share_never_says_none_of_some_or_all_of_less() -> None:
    assert share(1, 1000) == "under 1%"
    assert share(999, 1000) == "over 99%"
    assert share(0, 10) == "0%"
    assert share(5, 0) == "0%"
    assert share(10, 10) == "100%"


def test_dates_read_as_words_and_odd_ones_stay() -> None:
    assert date_words("2026-03-04T18:20:00+00:00") == "4 March 2026"
    assert date_words("some time ago") == "some time ago"
    assert date_words(None) == ""
    assert minutes(10) == "1 min"
    assert minutes(690) == "3 min"


def test_markdown_in_a_headline_is_escaped() -> None:
    escaped = plain("*a* [b](c) $x$ <i> `d` # e")
    assert escaped == r"\*a\* \[b\]\(c\) \$x\$ \<i\> \`d\` \# e"
    assert ":smile:" not in plain(":smile:").replace("\\", "")


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/a",
        "HTTP://evil.example",
        "see www.evil.example.",
        "spy@evil.example",
        "(spy@evil.example)",
    ],
)
def test_an_address_is_never_made_a_link(address: str) -> None:
    """Streamlit's page looks for addresses once more after it has taken the escapes away."""
    seen = re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", plain(address))
    assert seen.replace("\u2060", "") == address
    assert not re.search(r"https?://|www\.|@\w", seen, re.IGNORECASE)


def test_speakers_alike_get_longer_marks() -> None:
    names = {"a": "Judith Castellane", "b": "Jon Corry", "c": "the mayor", "d": "FBI"}
    short = initials(names)
    assert len(set(short.values())) == 4
    assert short["d"] == "FBI"
    assert short["a"] == "JCa"
    assert short["b"] == "JCo"


def test_two_of_the_very_same_name_are_numbered() -> None:
    assert len(set(initials({"a": "Kim", "b": "Kim"}).values())) == 2


def test_a_speaker_without_letters_has_a_mark() -> None:
    assert initials({"a": "—"}) == {"a": "?"}


def test_progress_says_rate_and_time_left() -> None:
    assert progress_text(120, 500, 3.0, "file") == "120 of 500 files, 40 a second, 10 s left"
    assert progress_text(1, 10, 30.0, "file") == "1 of 10 files, 2 a minute, 4 min left"
