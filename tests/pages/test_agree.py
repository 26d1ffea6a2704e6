"""Pages that show the same figure show the same number."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from analysis import Analysis, analyze
from analysis.tables import (
    article_table,
    count_names,
    count_tones,
    count_voices,
    entity_table,
    score_columns,
    source_audit,
    source_table,
)
from analysis.tone import NEUTRAL_BAND, tone_side
from library.samples import sample_articles
from tests.pages.figures import figures_of
from tests.shared_data import ROOT
from ui.filters import counted, passages, passing
from ui.kit import words_of
from ui.overview import name_sentence, tone_sentence, voice_sentence
from ui.text import signed

PLACES = range(3)


@pytest.fixture(scope="module", params=PLACES)
def analysis(request: pytest.FixtureRequest) -> Analysis:
    return analyze(sample_articles()[request.param])


def test_the_figures_of_the_screen_are_those_of_the_tables(analysis: Analysis) -> None:
    names = count_names(counted(analysis, "names", {}))
    voices = count_voices(counted(analysis, "statements", {}))
    tones = count_tones(counted(analysis, "sentences", {}))
    listed = entity_table(analysis)
    audit, article = source_audit([analysis]).iloc[0], article_table(analysis).iloc[0]
    assert names.total == int((listed["count"] > 0).sum())
    assert names.mentions == int(listed["count"].sum())
    assert voices.statements == len(analysis.attributions)
    assert (voices.sources, voices.words) == (audit["sources"], audit["attributed_words"])
    assert (voices.unnamed, voices.unnamed_words) == (
        audit["unnamed_sources"], audit["unnamed_words"],
    )  # fmt: skip
    assert voices.sources == len(source_table(analysis))
    assert tones.article == pytest.approx(article["compound"])
    assert tones.writer == pytest.approx(article["writer_compound"])
    assert tones.quoted == pytest.approx(article["quoted_compound"])


def test_a_whole_lies_between_its_two_parts(analysis: Analysis) -> None:
    tones = count_tones(counted(analysis, "sentences", {}))
    assert tones.writer is not None
    assert tones.quoted is not None
    assert tones.article is not None
    assert tones.writer_sentences + tones.quoted_sentences == tones.sentences
    total = tones.writer * tones.writer_sentences + tones.quoted * tones.quoted_sentences
    assert tones.article == pytest.approx(total / tones.sentences)


def test_a_figure_in_a_sentence_leads_to_as_many_places(analysis: Analysis) -> None:
    sentences = [tone_sentence(analysis), name_sentence(analysis), voice_sentence(analysis)]
    quiet = passing(analysis, "statements", {"unnamed": ("yes",)})
    told = words_of(sentences)
    if len(quiet):
        assert f"{quiet['source'].nunique()} unnamed" in told
    for sign in ("negative", "positive"):
        n = len(passages(analysis, f"paragraphs;tone:{sign}"))
        if n:
            assert f"{n} " in told


def test_overview_tone_names_and_sources_say_the_same() -> None:
    pages = {}
    for page in ("2_tone", "3_entities", "4_sources"):
        at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=300)
        at.query_params["article"] = sample_articles()[0].id
        pages[page] = figures_of(at.run())
    made = analyze(sample_articles()[0])
    told = words_of([tone_sentence(made), name_sentence(made), voice_sentence(made)])
    assert f"({pages['2_tone']['Article']})" in told
    assert pages["2_tone"]["Article"] == signed(made.sentiment.article)
    for label, word in (("People", "people"), ("Places", "places"), ("Bodies", "bodies")):
        assert f"{pages['3_entities'][label]} {word}" in told
    assert f"{pages['3_entities']['Mentions']} mentions" in told
    sources = pages["4_sources"]
    assert f"{sources['Sources']} sources" in told
    found = re.search(r"(\S+) statements?(?: \(\d+ without a speaker\))? with (\S+) of its", told)
    assert found is not None
    assert found.groups() == (sources["Statements"], sources["Words"])
    assert f"{sources['Unnamed sources']} unnamed" in told


@pytest.mark.parametrize("page", ["3_entities", "4_sources"])
def test_a_wider_neutral_band_counts_on_every_page_that_names_a_tone(page: str) -> None:
    key = {"3_entities": "chart_tones", "4_sources": "chart_tone"}[page]
    for written, band in (("", NEUTRAL_BAND), ("band:0.5", 0.5)):
        at = AppTest.from_file(str(ROOT / "pages" / f"{page}.py"), default_timeout=300)
        at.query_params["article"] = sample_articles()[0].id
        at.query_params["part"] = "Tone"
        at.query_params["filter"] = written
        at.session_state[f"{key}_table"] = True
        at.run()
        (table,) = [t.value for t in at.dataframe if "tone" in t.value]
        assert list(table["tone"]) == [tone_side(c, band) for c in table["compound"]]
        assert len(set(table["tone"])) > 1 or band > NEUTRAL_BAND
    columns = score_columns(analyze(sample_articles()[0]), band=1.0)
    assert set(columns["tone"]) == {"neutral"}
