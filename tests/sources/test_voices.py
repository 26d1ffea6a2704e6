"""Every body word has one voice, whatever the text and however attributions lie."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.article import read_article
from analysis.records import Article, Attribution, Credit, Paragraph, Span, Voice
from analysis.sources import name_sources, split_voices
from analysis.text.words import body_words, count_words
from benchmarks.gold.given import build
from tests.shared_data import shared


def words_of(article: Article, voices: tuple[Voice, ...]) -> int:
    return sum(count_words(article.text, v.span) for v in voices)


def spoken(marked: str, people: str, *, outermost: bool = False) -> dict[str, int]:
    """Words by voice: source names, "writer", "unattributed"."""
    article, tagged, attributions, entities = build(marked, people)
    sources, credits = name_sources(article, tagged, attributions, entities)
    names = {s.id: s.name for s in sources}
    found: dict[str, int] = {}
    for v in split_voices(article, attributions, credits, outermost=outermost):
        name = names[v.source] if v.source else "unattributed" if v.attribution else "writer"
        found[name] = found.get(name, 0) + count_words(article.text, v.span)
    return found


NESTED = (
    "{1.source Ines Farrow} {1.cue said} {1.content that {2.source Mary Holt} {2.cue knew} "
    "{2.content it was over}}. It rained."
)


def test_words_go_to_the_innermost_source() -> None:
    assert spoken(NESTED, "Ines Farrow; Mary Holt") == {
        "writer": 5,
        "Ines Farrow": 4,
        "Mary Holt": 3,
    }


def test_or_to_the_outermost() -> None:
    people = "Ines Farrow; Mary Holt"
    assert spoken(NESTED, people, outermost=True) == {"writer": 5, "Ines Farrow": 7}


def test_what_nobody_is_credited_with_stays_with_the_source_around_it() -> None:
    marked = (
        "{1.source Ines Farrow} {1.cue said} "
        "{1.content that it {2.cue reportedly} {2.content fell}}."
    )
    assert spoken(marked, "Ines Farrow") == {"writer": 3, "Ines Farrow": 4}


def test_an_unattributed_quotation_is_no_source() -> None:
    marked = "{1.content “All is well.”} {2.source Ines Farrow} {2.cue said} {2.content so}."
    assert spoken(marked, "Ines Farrow") == {"unattributed": 3, "writer": 3, "Ines Farrow": 1}


def test_credits_count_what_voices_hold() -> None:
    article, tagged, attributions, entities = build(NESTED, "Ines Farrow; Mary Holt")
    _, credits = name_sources(article, tagged, attributions, entities)
    assert [(c.words, c.outer_words) for c in credits] == [(4, 7), (3, 0)]


def test_a_quotation_over_two_paragraphs_is_one_voice_in_each() -> None:
    marked = "“{1.content It was long.\n“It was over},” {1.source Ines Farrow} {1.cue said}."
    assert spoken(marked, "Ines Farrow") == {"Ines Farrow": 6, "writer": 3}


texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \n“”\"'’.,—a"), min_size=1
)


@st.composite
def attributed(draw: st.DrawFn) -> tuple[Article, tuple[Attribution, ...], tuple[Credit, ...]]:
    """An arbitrary text with attributions thrown at it, overlapping and misplaced."""
    text = draw(texts.filter(lambda t: bool(t.strip())))
    lines = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    paragraphs = tuple(
        Paragraph(i, Span(*line), draw(st.sampled_from(["body", "body", "caption"])))
        for i, line in enumerate(lines)
    )
    article = Article("x", text, paragraphs)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    made, credits = [], []
    for i, pairs in enumerate(draw(st.lists(st.lists(spans, min_size=1, max_size=3), max_size=6))):
        content = tuple(Span(min(p), max(p)) for p in pairs if p[0] != p[1])
        source = draw(st.sampled_from(["s1", "s2", None]))
        made.append(Attribution(f"a{i}", (), (), content, depth=draw(st.integers(0, 2))))
        credits.append(Credit(f"a{i}", source, 0, 0, "first_hand_text"))
    return article, tuple(made), tuple(credits)


@settings(max_examples=150, deadline=None)
@given(attributed(), st.booleans())
def test_the_parts_always_add_up_to_the_body(
    made: tuple[Article, tuple[Attribution, ...], tuple[Credit, ...]], outermost: bool
) -> None:
    article, attributions, credits = made
    voices = split_voices(article, attributions, credits, outermost=outermost)
    assert words_of(article, voices) == body_words(article)
    assert all(a.span.end <= b.span.start for a, b in pairwise(voices))
    covered = sum(v.span.end - v.span.start for v in voices)
    assert covered == sum(p.span.end - p.span.start for p in article.body)


@settings(max_examples=150, deadline=None)
@given(attributed())
def test_credits_add_up_too_and_any_text_has_sources(
    made: tuple[Article, tuple[Attribution, ...], tuple[Credit, ...]],
) -> None:
    article, attributions, _ = made
    stated = tuple(
        Attribution(a.id, a.content[:1], (), a.content, depth=a.depth)
        for a in attributions
        if a.content
    )
    _, tagged, _, _ = build("Nothing.")
    _, credits = name_sources(article, tagged, stated, ())
    writer = sum(
        count_words(article.text, v.span)
        for v in split_voices(article, stated, credits)
        if v.attribution is None
    )
    assert sum(c.words for c in credits) + writer == body_words(article)


def gold(path: str, every: int) -> list[dict[str, object]]:
    lines = shared(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines[::every]]


@pytest.mark.parametrize(
    "every", [pytest.param(1, marks=pytest.mark.slow), 14], ids=["all", "a sample"]
)
def test_parts_add_up_on_the_public_articles(every: int) -> None:
    """PolNeAR's 924 articles with their own annotations; each fourteenth without ``--slow``."""
    rows = gold("eval/attribution/train.jsonl", every) + gold("eval/attribution/dev.jsonl", every)
    for row in rows:
        article = read_article(str(row["text"]))
        attributions = tuple(
            Attribution(
                f"a{i}",
                *(tuple(sorted(Span(*p) for p in a[k])) for k in ("source", "cue", "content")),
            )
            for i, a in enumerate(row["attributions"])  # type: ignore[arg-type]
            if a["content"]
        )
        _, tagged, _, _ = build("Nothing.")
        sources, credits = name_sources(article, tagged, attributions, ())
        for outermost in (False, True):
            voices = split_voices(article, attributions, credits, outermost=outermost)
            assert words_of(article, voices) == body_words(article), row["id"]
        assert {c.source for c in credits} - {None} == {s.id for s in sources}
