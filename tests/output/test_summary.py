"""An article told to a terminal: what stands there is counted from the analysis."""

from __future__ import annotations

from analysis import analyze, read_article
from analysis.output import article_json, summarize

TEXT = """Ferry to Brask runs again

By Edda Marrow

“The boats are safe,” said Captain Rolf Dannick of the ferry line on Monday.

Dannick praised the crew. It rained all day.
"""
DONE = analyze(read_article(TEXT, outlet="Brask Gazette"))


def test_the_summary_begins_with_what_is_known_of_the_article() -> None:
    title, facts, *_ = summarize(DONE).splitlines()
    assert title == "Ferry to Brask runs again"
    assert facts == "Brask Gazette · Edda Marrow · 22 words"


def test_words_of_sources_and_of_the_writer_add_up_to_the_body() -> None:
    lines = summarize(DONE).split("Heard: ")[1].splitlines()
    [speaker] = DONE.sources
    heard = DONE.words_by_source[speaker.id]
    assert lines[0] == f"1 source, {heard} of 22 words"
    assert lines[1].split() == [str(heard), "Rolf", "Dannick", "(person,", "named)"]
    assert 4 <= heard < 22
    assert sum(int(line.split()[0]) for line in lines[1:]) == 22


def test_the_words_of_all_sources_are_added() -> None:
    two = TEXT + "\n“Nobody asked the crew,” said Ida Voss of the union.\n"
    done = analyze(read_article(two))
    words = done.words_by_source
    assert len(done.sources) == 2
    assert min(words.values()) > 0
    assert f"Heard: 2 sources, {sum(words.values())} of 32 words" in summarize(done)


def test_the_json_counts_what_the_summary_counts() -> None:
    told = article_json(DONE)
    named = [e for e in told["entities"] if e["name"] == "Rolf Dannick"]
    assert [e["count"] for e in named] == [2]
    assert "   2  Rolf Dannick (PERSON)" in summarize(DONE)


def test_an_article_without_anything_is_told_too() -> None:
    lines = summarize(analyze(read_article("Yes."))).splitlines()
    assert "Named in the body: 0 entities" in lines
    assert "Heard: 0 sources, 0 of 1 word" in lines
