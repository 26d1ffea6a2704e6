"""Tone by sentence, paragraph, voice and source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from analysis.records import (
    Article,
    Paragraph,
    Role,
    Scorer,
    Sentence,
    Sentiment,
    Span,
    Tagged,
    Voice,
)
from analysis.tone.sentiment import describe_tone, name_tone, score_sentiment, tones_disagree
from analysis.tone.valence import plain_reader
from tests.growth import LINEAR, growth

SAID = "The plan is good. It is a terrible waste, she said."


def article_of(*paragraphs: tuple[Role, str]) -> Article:
    text, made = "", []
    for i, (role, words) in enumerate(paragraphs):
        made.append(Paragraph(i, Span(len(text), len(text) + len(words)), role))
        text += words + "\n\n"
    return Article("a", text, tuple(made))


def tagged_of(article: Article) -> Tagged:
    """Sentences end at full stops: enough for these texts."""
    sentences = []
    for p in article.paragraphs:
        at = p.span.start
        for piece in p.span.of(article.text).split(". "):
            end = min(at + len(piece) + 1, p.span.end)
            sentences.append(Sentence(Span(at, end), p.index))
            at = end + 1
    return Tagged((), tuple(sentences), (), (), "rules")


def tone_of(article: Article, voices: tuple[Voice, ...] = (), **options: object) -> Sentiment:
    chosen = {"scorer": "plain", **options}
    return score_sentiment(article, tagged_of(article), voices, **chosen)  # type: ignore[arg-type]


def compound(text: str) -> float:
    return plain_reader().read(text).score.compound


def test_a_paragraph_is_the_mean_of_its_sentences_and_the_article_of_all_in_the_body() -> None:
    article = article_of(("headline", "A triumph."), ("body", SAID), ("body", "It rained."))
    tone = tone_of(article)
    good, waste = compound("The plan is good."), compound("It is a terrible waste, she said.")
    assert tone.paragraphs[1].score.compound == pytest.approx((good + waste) / 2)
    assert tone.article == pytest.approx((good + waste + 0) / 3)
    assert tone.headline == compound("A triumph.")


def test_a_sentence_is_parted_where_the_voice_changes() -> None:
    article = article_of(("body", SAID))
    cut = SAID.index("It is"), SAID.index(", she")
    voices = (
        Voice(Span(0, cut[0]), None),
        Voice(Span(*cut), "s1", "a1"),
        Voice(Span(cut[1], len(SAID)), None),
    )
    tone = tone_of(article, voices)
    assert tone.sources == (("s1", pytest.approx(compound("It is a terrible waste"))),)
    # 5 of the 7 words of its sentence are hers: it counts for those quoted
    assert tone.quoted == pytest.approx(compound("It is a terrible waste, she said."))
    assert tone.writer == pytest.approx(compound("The plan is good."))
    assert tone.article == pytest.approx((tone.writer + tone.quoted) / 2)
    assert (tone.paragraphs[0].writer, tone.paragraphs[0].quoted) == (tone.writer, tone.quoted)


def test_an_unattributed_quotation_is_not_the_writers() -> None:
    article = article_of(("body", "It is terrible."))
    tone = tone_of(article, (Voice(Span(0, 15), None, "a1"),))
    assert tone.writer is None
    assert tone.quoted == compound("It is terrible.")
    assert tone.sources == ()


def test_where_all_is_the_writers_the_writers_tone_is_the_paragraphs() -> None:
    article = article_of(("body", SAID))
    tone = tone_of(article, (Voice(Span(0, len(SAID)), None),))
    assert tone.writer == pytest.approx(tone.paragraphs[0].score.compound)
    assert tone.quoted is None


def test_without_body_there_is_no_tone_and_a_title_stands_in_for_a_headline() -> None:
    article = Article("a", "", (), title="A wonderful day")
    assert tone_of(article).article is None
    assert tone_of(article).headline == compound("A wonderful day")


def test_the_readers_own_words_go_first() -> None:
    article = article_of(("body", "The plan is good."))
    assert tone_of(article, lexicon=(("good", 0.0),)).article == 0
    assert tone_of(article).article == compound("The plan is good.")


def test_the_words_of_a_sentence_stand_in_the_article() -> None:
    article = article_of(("headline", "A triumph."), ("body", "It isn’t “good”—or is it?"))
    words = [w for s in tone_of(article).sentences for w in s.words]
    assert [w.span.of(article.text) for w in words] == ["triumph", "good"]


@pytest.mark.parametrize("scorer", ["plain", "news"])
@pytest.mark.parametrize("piece", ["😀", "“", "good,bad ", "北京"])
def test_difficult_text_is_scored_in_linear_time(scorer: Scorer, piece: str) -> None:
    def work(n: int) -> Callable[[], Sentiment]:
        article = article_of(("body", piece * n))
        voices = (Voice(article.paragraphs[0].span, None),)
        return lambda: tone_of(article, voices, scorer=scorer)

    assert growth(work, 1_000) < LINEAR
    score = work(1_000)().article
    assert score is not None
    assert -1 <= score <= 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "no score"),
        (float("nan"), "no score"),
        (0.0, "0.00, neutral"),
        (0.049, "+0.05, neutral"),
        (-0.05, "−0.05, mildly negative"),
        (0.42, "+0.42, fairly positive"),
        (-0.9, "−0.90, strongly negative"),
    ],
)
def test_a_score_is_told_in_words(value: float | None, words: str) -> None:
    assert describe_tone(value) == words


def test_the_neutral_band_can_be_widened() -> None:
    assert name_tone(0.2, band=0.25) == "neutral"


def test_headline_and_body_disagree_only_across_zero_and_outside_the_band() -> None:
    assert tones_disagree(0.4, -0.2)
    assert not tones_disagree(0.4, -0.02)
    assert not tones_disagree(0.4, 0.1)
    assert not tones_disagree(None, 0.1)
