"""A small analysis built by hand, and long ones, for tests of the frame."""

from __future__ import annotations

from analysis.records import (
    Analysis,
    Article,
    Attribution,
    Credit,
    Entity,
    Mention,
    Paragraph,
    ParagraphTone,
    Score,
    Sentence,
    SentenceTone,
    Sentiment,
    Source,
    Span,
    Tagged,
    ToneWord,
    Voice,
)

TEXT = (
    "Bridge shut\n"
    "Mayor Ann Bree said the terrible report left no choice.\n"
    'Ann Bree added: "The firm said it was safe."\n'
    "The bridge closed on Monday."
)


def span(words: str, after: int = 0) -> Span:
    """Where these words stand in the text."""
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def small() -> Analysis:
    """A headline and three body paragraphs; Bree speaks twice, the firm inside her words."""
    lines = TEXT.split("\n")
    spans = [span(line) for line in lines]
    paragraphs = tuple(
        Paragraph(i, s, "headline" if i == 0 else "body") for i, s in enumerate(spans)
    )
    names = (
        Mention(span("Ann Bree"), "PERSON", "name", 1),
        Mention(span("Ann Bree", spans[2].start), "PERSON", "name", 2, "same name"),
    )
    report, outer, inner = statements = _statements(spans[2].start)
    sources = (
        Source("s1", "Ann Bree", "e1", "person", "official", "named", ("a1", "a2")),
        Source("s2", "the firm", None, "organisation", "business", "role_only", ("a3",)),
    )
    credits = (
        Credit("a1", "s1", 6, 6, "first_hand_text"),
        Credit("a2", "s1", 3, 6, "first_hand_text"),
        Credit("a3", "s2", 3, 0, "via_media"),
    )
    return Analysis(
        Article("small", TEXT, paragraphs, "Bridge shut", "The Post", "B. Writer", "2026-03-04"),
        Tagged((), tuple(Sentence(s, i) for i, s in enumerate(spans)), (), (), "rules"),
        (Entity("e1", "Ann Bree", "PERSON", names),),
        statements,
        credits,
        sources,
        _voices(spans, report.content[0], outer.content[0], inner.content[0]),
        _tone(),
    )


def _statements(second: int) -> tuple[Attribution, Attribution, Attribution]:
    """The report in Bree's words, what she added, and the firm's words inside that."""
    told = span("the terrible report left no choice")
    quote = span('"The firm said it was safe."')
    said = span("said", quote.start)
    return (
        Attribution("a1", (span("Mayor Ann Bree"),), (span("said"),), (told,)),
        Attribution("a2", (span("Ann Bree", second),), (span("added"),), (quote,), (quote,)),
        Attribution(
            "a3", (span("The firm"),), (said,), (span("it was safe"),), parent="a2", depth=1
        ),
    )


def long(paragraphs: int) -> Analysis:
    """An analysis of this many equal body paragraphs, of which nobody speaks."""
    lines = [f"Paragraph number {n} has seven words exactly." for n in range(paragraphs)]
    text = "\n".join(lines)
    found, at = [], 0
    for index, line in enumerate(lines):
        found.append(Paragraph(index, Span(at, at + len(line)), "body"))
        at += len(line) + 1
    tones = tuple(ParagraphTone(p.index, Score(compound=0.1)) for p in found)
    said = tuple(SentenceTone(p.index, Score(compound=0.1)) for p in found)
    return Analysis(
        Article("long", text, tuple(found)),
        Tagged((), tuple(Sentence(p.span, p.index) for p in found), (), (), "rules"),
        (),
        (),
        (),
        (),
        tuple(Voice(p.span, None) for p in found),
        Sentiment("plain", said, tones, 0.1, None, 0.1, None),
    )


def _voices(lines: list[Span], report: Span, quote: Span, inner: Span) -> tuple[Voice, ...]:
    return (
        Voice(Span(lines[1].start, report.start), None),
        Voice(report, "s1", "a1"),
        Voice(Span(report.end, lines[1].end), None),
        Voice(Span(lines[2].start, quote.start), None),
        Voice(Span(quote.start, inner.start), "s1", "a2"),
        Voice(inner, "s2", "a3"),
        Voice(Span(inner.end, lines[2].end), "s1", "a2"),
        Voice(lines[3], None),
    )


def _tone() -> Sentiment:
    terrible = ToneWord(span("terrible"), -2.1, -2.1)
    return Sentiment(
        "plain",
        (
            SentenceTone(1, Score(compound=-0.5), (terrible,)),
            SentenceTone(2, Score(compound=0.4)),
            SentenceTone(3, Score()),
        ),
        (
            ParagraphTone(1, Score(compound=-0.5), None, -0.5),
            ParagraphTone(2, Score(compound=0.4), None, 0.4),
            ParagraphTone(3, Score(), 0.0, None),
        ),
        article=-0.03,
        headline=None,
        writer=0.0,
        quoted=-0.05,
        sources=(("s1", -0.1),),
    )
