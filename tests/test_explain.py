"""Why the program says what it says of a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import Analysis, analyze, read_article
from analysis.command import main
from analysis.explain import Reason, explain, explained, statement_reasons

TEXT = """Bridge shut for a year

By Marta Oyelaran

PORT ELLERY — Mayor Judith Castellane said the bridge was a terrible danger to the town.

“We have no choice,” Castellane told reporters. She left.
"""


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze(read_article(TEXT))


def reasons(analysis: Analysis, words: str) -> dict[str, Reason]:
    return {r.about: r for r in explain(analysis, TEXT.index(words))}


def test_a_name_says_who_found_typed_and_merged_it(analysis: Analysis) -> None:
    found = reasons(analysis, "Castellane told")
    assert found["name"].rule
    assert found["type"].said == "PERSON"
    assert found["entity"].rule == "surname"
    assert found["entity"].means.startswith("“Pence” after “Mike Pence”")


def test_a_statement_says_what_made_it_and_whom_it_credits(analysis: Analysis) -> None:
    cue = reasons(analysis, "told reporters")["cue"]
    assert cue.rule in {"model", "verb behind"}
    found = reasons(analysis, "no choice")
    assert found["content"].rule == cue.rule
    assert found["credit"].rule == "by name"
    assert "Judith Castellane" in found["credit"].said


def test_a_sentence_names_the_words_that_count(analysis: Analysis) -> None:
    found = explain(analysis, TEXT.index("bridge was"))
    assert {r.span.of(TEXT) for r in found if r.about == "tone word"} == {"terrible", "danger"}
    assert next(r for r in found if r.about == "sentence").said.startswith("compound -")


def test_a_paragraph_says_its_part_and_the_readers_own_is_theirs(analysis: Analysis) -> None:
    assert reasons(analysis, "By Marta")["paragraph"].rule == "byline"
    article = read_article(TEXT, roles={1: "body"})
    assert article.paragraphs[1].rule == "reader"


def test_every_rule_that_speaks_is_explained(analysis: Analysis) -> None:
    for offset in range(len(TEXT)):
        for reason in explain(analysis, offset):
            if reason.about not in {"sentence", "tone word"}:
                assert reason.means, reason
    for a in analysis.attributions:
        assert [r for r in statement_reasons(analysis, a) if r.about == "credit"]


def test_nothing_is_said_outside_the_paragraphs(analysis: Analysis) -> None:
    assert explain(analysis, len(TEXT) - 1) == ()
    assert explained(analysis, len(TEXT) - 1).endswith("No paragraph stands there.")


def test_the_command_explains_a_character_or_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["--quiet", "--explain", "Castellane told", str(path)]) == 0
    by_words = capsys.readouterr().out
    assert main(["--quiet", "--explain", str(TEXT.index("Castellane told")), str(path)]) == 0
    assert capsys.readouterr().out == by_words
    assert "surname. “Pence” after “Mike Pence”" in by_words
    assert main(["--quiet", "--explain", "99999", str(path)]) == 2
    assert "give a character from 0 to" in capsys.readouterr().err
