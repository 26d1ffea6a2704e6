"""The score: positions are words, shares add up, every case draws."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from analysis import analyze, read_article
from analysis.records import Analysis
from analysis.tables.score import (
    COLUMNS,
    GROUPS,
    NAMES,
    VOICES,
    grouped,
    score_columns,
    score_names,
    score_voices,
)
from charts.score import FIELDS, NARROW, WIDE, highlight, score, slim_score
from charts.score.grouped import by_column
from library.samples import sample_articles
from tests.ui.factory import long, small
from ui.kit.charts import spec_of
from ui.kit.prose import words_of
from ui.overview import name_sentence, tone_sentence, voice_sentence


def drawn(analysis: Analysis) -> dict[str, Any]:
    tables = score_columns(analysis), score_voices(analysis), score_names(analysis)
    made: dict[str, Any] = score(*tables).to_dict()
    return made


def test_a_column_is_as_wide_as_its_words() -> None:
    table = score_columns(small())
    assert list(table["words"]) == [10, 9, 5]
    assert list(table["x0"]) == [0, 10, 19]
    assert list(table["x1"]) == [10, 19, 24]
    assert list(table["label"]) == ["1", "2", "3"]


def test_writer_and_credited_words_make_up_the_column() -> None:
    table = score_columns(small())
    assert list(table["attributed_words"]) == [6, 6, 0]
    assert (table["writer_words"] + table["attributed_words"] == table["words"]).all()


def test_voices_stand_where_they_are_read_most_heard_first() -> None:
    table = score_voices(small())
    assert list(table["name"]) == ["Ann Bree", "Ann Bree", "the firm"]
    assert list(table["lane"]) == [0, 0, 1]
    assert list(table["x0"]) == [4, 13, 16]
    assert list(table["words"]) == [6, 3, 3]


def test_names_are_counted_by_column() -> None:
    table = score_names(small())
    assert list(table["name"]) == ["Ann Bree", "Ann Bree"]
    assert list(table["count"]) == [1, 1]


def test_two_hundred_paragraphs_are_grouped_by_equal_share_of_words() -> None:
    analysis = long(200)
    table = score_columns(analysis)
    assert grouped(analysis.article)
    assert len(table) == GROUPS
    assert table["label"].iloc[0] == "1–5"
    assert int(table["words"].sum()) == int(table["x1"].iloc[-1])
    assert table["compound"].iloc[0] == pytest.approx(0.1)
    drawn(analysis)


def test_every_sample_and_extreme_draws() -> None:
    for article in sample_articles()[:2]:
        assert drawn(analyze(article))["layer"]
    for analysis in (small(), long(1), analyze(read_article("Word"))):
        made = drawn(analysis)
        assert made["params"][0]["select"]["fields"] == FIELDS
        slim_score(score_columns(analysis)).to_dict()


def test_empty_tables_keep_their_columns_and_draw() -> None:
    empty = (
        pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS),
        pd.DataFrame(columns=list(VOICES)).astype(VOICES),
        pd.DataFrame(columns=list(NAMES)).astype(NAMES),
    )
    assert score(*empty).to_dict()["layer"]


def strengths(field: str, **chosen: Any) -> list[float]:
    """The strengths in the first table of the score that has this column, for this choice."""
    analysis = small()
    tables = score_columns(analysis), score_voices(analysis), score_names(analysis)
    marked = highlight(spec_of(score(*tables))["datasets"], **chosen)
    table = next(t for t in marked.values() if field in t and "strength" in t)
    return list(table["strength"].round(2))


def test_what_is_chosen_stands_out() -> None:
    assert strengths("tone") == [1.0, 1.0, 1.0]
    assert strengths("tone", paragraph=2) == [0.3, 1.0, 0.3]
    assert strengths("excerpt", paragraph=2) == [0.3, 1.0, 0.3]
    assert strengths("forms", entity="e1") == [1.0, 1.0]
    assert strengths("part", source="s2") == [0.3, 0.16, 0.3, 1.0, 0.16, 0.16]


def test_three_sentences_say_what_was_counted() -> None:
    analysis = small()
    assert words_of([tone_sentence(analysis)]).startswith("It sounds ")
    assert "1 of 3 paragraphs is negative and 1 positive" in words_of([tone_sentence(analysis)])
    harsh = "A terrible crash killed many.", "He was murdered in a horrible war.", "The boat left."
    sad = analyze(read_article("\n\n".join(harsh), roles=dict.fromkeys(range(5), "body")))
    assert "2 of 3 paragraphs are negative and none positive" in words_of([tone_sentence(sad)])
    assert words_of([tone_sentence(long(1))]).endswith("; it is one paragraph long.")
    assert words_of([name_sentence(analysis)]) == (
        "It is about 1 person, 2 mentions in all; most of all Ann Bree, named 2 times."
    )
    assert words_of([voice_sentence(analysis)]).startswith(
        "2 sources speak in it, in 3 statements with 12 of its 24 words (50%); most of all Ann Bree"
    )
    assert "Nobody but the writer" in words_of([voice_sentence(long(2))])


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_numbers_under_many_columns_do_not_touch(width: int) -> None:
    columns = score_columns(long(200))
    held = next(d for d in drawn(long(200))["datasets"].values() if d and "wide" in d[0])
    shown = [d for d in held if d["wide" if width == WIDE else "narrow"]]
    assert 3 <= len(shown) < len(columns)
    scale = width / max(columns["x1"])
    for before, after in pairwise(shown):
        assert (after["x"] - before["x"]) * scale > (len(before["label"]) + len(after["label"])) * 3


def test_a_long_article_has_one_bar_for_each_lane_and_column() -> None:
    analysis = speaking(GROUPS * 6)
    columns = score_columns(analysis)
    voices = by_column(score_voices(analysis), columns)
    assert len(voices) < len(score_voices(analysis))
    assert not voices.duplicated(["lane", "column"]).any()
    assert voices["words"].sum() == score_voices(analysis)["words"].sum()
    widths = voices["x1"] - voices["x0"]
    assert widths.min() > 0.8 * (columns["x1"] - columns["x0"]).min()
    assert set(voices.loc[voices["lane"] == 5, "name"]) <= {"others"}
    short = score_voices(small())
    assert by_column(short, score_columns(small())) is short


def speaking(paragraphs: int) -> Analysis:
    """Many short paragraphs in which eight people speak in turn."""
    names = ("Ines Calder", "Colm Hastings", "Irma Dalby", "Maud Ellery", "Piers Langan")
    names += ("Tessa Marlowe", "Jonas Pell", "Agnes Thorley")
    said = "{0} said the harbour was closed. The boats stayed where they were."
    text = "\n\n".join(said.format(names[n % len(names)]) for n in range(paragraphs))
    return analyze(read_article(text))
