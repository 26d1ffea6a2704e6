"""A report says what the pages say."""

from __future__ import annotations

import pytest

from analysis import Analysis, analyze, read_article
from analysis.tables import source_audit
from library.samples import sample_articles
from report import audit_lines, rows_of, summary, words_of
from ui.filters import counted, every
from ui.overview import name_sentence, tone_sentence, voice_sentence


@pytest.fixture(scope="module", params=range(3))
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return analyze(sample_articles()[request.param])


def test_the_summary_is_that_of_the_overview(analysis: Analysis) -> None:
    overview = [tone_sentence(analysis), name_sentence(analysis), voice_sentence(analysis)]
    assert summary(analysis, rows_of(analysis)) == overview
    assert len(words_of(overview).split()) > 30


def test_the_rows_that_count_are_those_of_the_pages(analysis: Analysis) -> None:
    rows = rows_of(analysis)
    assert len(rows.statements) == len(counted(analysis, "statements", {}))
    assert list(rows.sentences["start"]) == list(counted(analysis, "sentences", {})["start"])
    assert list(rows.places["start"]) == list(counted(analysis, "names", {})["start"])
    assert list(rows.paragraphs["compound"]) == list(every(analysis, "paragraphs", {})["compound"])


def test_the_audit_of_nothing_says_so() -> None:
    quiet = analyze(read_article("Rain fell on the harbour all day.\n\nThe boats stayed in."))
    assert audit_lines(source_audit([quiet])) == [
        "Nothing is attributed to anybody, so there is nothing to audit."
    ]
