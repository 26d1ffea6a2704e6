"""Colours: contrast on both backgrounds, apart from each other for colour-blind readers."""

from __future__ import annotations

import tomllib
from itertools import combinations

import numpy as np
import pytest

from analysis.text import signed as in_text
from analysis.tone import tone_side
from charts.library import KIND_COLOURS
from charts.theme import (
    INDIGO,
    KIND_WORDS,
    NAMED_COLOURS,
    NEGATIVE,
    NEUTRAL,
    ON_NAMED,
    OTHERS,
    POSITIVE,
    SOURCE_COLOURS,
    TYPE_COLOURS,
    WRITER,
    source_colours,
)
from charts.theme import signed as in_charts
from tests.shared_data import ROOT
from ui.kit.charts import INKS

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
BACKGROUNDS = [CONFIG["theme"][mode]["backgroundColor"] for mode in ("light", "dark")]
MARKS = [NEGATIVE, NEUTRAL, POSITIVE, WRITER, OTHERS, *SOURCE_COLOURS]
MARKS += [*TYPE_COLOURS.values(), *NAMED_COLOURS.values()]
MARKS += [INDIGO, *KIND_COLOURS.values()]
# Machado, Oliveira & Fernandes 2009, severity 1.0.
BLINDNESS = {
    "none": np.eye(3),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.01182, 0.04294, 0.968881],
        ]
    ),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.3039],
        ]
    ),
}


def linear(colour: str) -> np.ndarray:
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def least_difference(colours: list[str]) -> float:
    """The least CIE76 difference of any two, under any of the four kinds of sight."""
    return min(
        float(np.linalg.norm(lab(m @ linear(a)) - lab(m @ linear(b))))
        for m in BLINDNESS.values()
        for a, b in combinations(colours, 2)
    )


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_marks_reach_three_to_one(background: str) -> None:
    low = {c: round(contrast(c, background), 2) for c in MARKS if contrast(c, background) < 3.0}
    assert not low


def test_text_reaches_four_and_a_half_to_one() -> None:
    for mode in ("light", "dark"):
        theme = CONFIG["theme"][mode]
        for text in (theme["textColor"], theme["linkColor"], INKS[mode]):
            assert contrast(text, theme["backgroundColor"]) >= 4.5


def test_tone_stays_apart_for_colour_blind_readers() -> None:
    assert least_difference([NEGATIVE, POSITIVE]) > 85
    assert least_difference([NEGATIVE, NEUTRAL, POSITIVE]) > 30


def test_the_six_sources_stay_apart_from_each_other_and_from_tone() -> None:
    assert least_difference([*SOURCE_COLOURS, NEGATIVE, POSITIVE]) > 12


def test_the_theme_file_has_the_same_colours() -> None:
    assert CONFIG["theme"]["chartCategoricalColors"] == list(SOURCE_COLOURS)
    assert len(CONFIG["theme"]["chartDivergingColors"]) == 10


def test_sources_take_colours_in_the_order_they_are_heard() -> None:
    found = source_colours([f"s{n}" for n in range(8)])
    assert found["s0"] == SOURCE_COLOURS[0]
    assert found["s6"] == found["s7"] == OTHERS


def test_the_neutral_band_is_vaders() -> None:
    assert [tone_side(x) for x in (-0.05, -0.049, 0.0, 0.049, 0.05)] == [
        "negative",
        "neutral",
        "neutral",
        "neutral",
        "positive",
    ]


def test_the_server_keeps_to_this_machine_and_reports_nothing() -> None:
    assert CONFIG["server"]["address"] == "localhost"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert "http" not in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")


def test_the_four_kinds_of_names_and_five_of_sources_can_be_told_apart() -> None:
    assert least_difference(list(KIND_WORDS.values())) > 15
    assert least_difference(list(NAMED_COLOURS.values())) > 10


def test_no_two_browns_stand_for_different_things() -> None:
    group = NAMED_COLOURS["collective_unnamed"]
    assert all(least_difference([group, c]) > 19 for c in (NEGATIVE, KIND_WORDS["places"]))
    assert all(least_difference([OTHERS, c]) > 10 for c in (WRITER, *SOURCE_COLOURS))


def test_counts_on_the_bar_of_named_and_unnamed_can_be_read() -> None:
    for name, colour in NAMED_COLOURS.items():
        assert contrast(ON_NAMED.get(name, "#ffffff"), colour) >= 4.5, name


@pytest.mark.parametrize("value", [0.0, -0.0, 0.004, -0.004, 0.005, -0.1, 1.0, float("nan")])
def test_charts_write_a_score_as_the_text_does(value: float) -> None:
    assert in_charts(value) == in_text(value)
    assert in_text(-0.004) == "0.00"
