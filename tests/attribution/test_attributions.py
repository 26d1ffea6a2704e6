"""Who says what: structure, nesting, stance and what the reader corrects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.attribution.attributions import find_attributions
from analysis.attribution.cues import read_cue
from analysis.language.sentences import split_sentences
from analysis.language.tokens import split_words
from analysis.records import (
    Article,
    Attribution,
    Correction,
    Paragraph,
    Sentence,
    Span,
    Tag,
    Tagged,
    TagRole,
    Token,
)
from analysis.text import article_quotations
from benchmarks.gold.attributions import COMPLAINTS, PASSAGES, Passage
from benchmarks.gold.marked import Marked, parts_of, read_marked, write_marked


def read(text: str, tags: tuple[Tag, ...] = ()) -> tuple[Article, Tagged]:
    """An article of body paragraphs, one a line, as the rules see it without a model."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(len(paragraphs), Span(at, at + len(line)), "body"))
        at += len(line) + 1
    tokens = tuple(
        Token(Span(w.start, w.end))
        for p in paragraphs
        for w in split_words(text, p.span.start, p.span.end)
    )
    sentences = tuple(
        Sentence(s, p.index) for p in paragraphs for s in split_sentences(text, p.span)
    )
    return Article("t", text, tuple(paragraphs)), Tagged(tokens, sentences, (), tags, "rules")


def find(text: str, *corrections: Correction) -> tuple[Attribution, ...]:
    article, tagged = read(text)
    return find_attributions(article, tagged, article_quotations(article), tuple(corrections))[0]


def structure(found: tuple[Attribution, ...]) -> list[Marked]:
    numbers = {a.id: i for i, a in enumerate(found)}
    return [Marked(*parts_of(a), None if a.parent is None else numbers[a.parent]) for a in found]


def test_every_complaint_about_other_tools_has_a_passage() -> None:
    assert set(COMPLAINTS.values()) <= {p.why for p in PASSAGES}


def cases() -> list[object]:
    """The gold passages; the hard ones fail, and one that is solved says so."""
    return [
        pytest.param(
            p, id=p.why, marks=[pytest.mark.xfail(reason=p.hard, strict=True)] if p.hard else []
        )
        for p in PASSAGES
    ]


@pytest.mark.parametrize("passage", cases())
def test_rules_alone_find_the_structure(passage: Passage) -> None:
    text, expected = read_marked(passage.marked)
    found = find(text)
    assert sorted(structure(found), key=repr) == sorted(expected, key=repr), write_marked(
        text, found
    )


def test_there_are_enough_passages() -> None:
    assert len(PASSAGES) >= 40


def test_marked_text_is_read() -> None:
    text, (outer, inner) = read_marked(
        "{content {source Kim} {cue revealed} {content the news}}, {cue according to} {source He}."
    )
    assert text == "Kim revealed the news, according to He."
    assert [s.of(text) for s in outer.content + inner.content] == [
        "Kim revealed the news",
        "the news",
    ]
    assert (outer.parent, inner.parent) == (None, 0)


@pytest.mark.parametrize(
    ("cue", "stance", "act"),
    [
        ("said", "neutral", "speech"),
        ("has reportedly expressed", "hedge", "speech_act"),
        ("claimed", "distance", "speech"),
        ("admitted", "concede", "speech"),
        ("went on to say", "neutral", "speech"),
        ("called for", "directive", "speech_act"),
        ("fears", "private", "thought"),
        ("extended an invitation", "commit", "speech_act"),
        ("frobbed", "unclassified", "speech_act"),
    ],
)
def test_stance_and_act_of_a_cue(cue: str, stance: str, act: str) -> None:
    reading = read_cue(cue)
    assert (reading.stance, reading.act) == (stance, act)


@pytest.mark.parametrize("cue", ["did not say", "didn’t say", "never said", "cannot say"])
def test_a_negated_cue_says_so(cue: str) -> None:
    assert read_cue(cue).negated


def test_the_models_tags_are_linked() -> None:
    text = "Fenn backed the plan, and Reyl fought it hard."
    words = [("source", "Fenn"), ("cue", "backed"), ("content", "the plan"),
             ("source", "Reyl"), ("cue", "fought"), ("content", "it hard")]  # fmt: skip
    tags = tuple(Tag(r, Span(text.index(w), text.index(w) + len(w))) for r, w in words)  # type: ignore[arg-type]
    article, tagged = read(text, tags)
    first, second = find_attributions(article, tagged, article_quotations(article))[0]
    assert [s.of(text) for s in first.source + first.content] == ["Fenn", "the plan"]
    assert [s.of(text) for s in second.source + second.content] == ["Reyl", "it hard"]


TRIMMED = [
    ("{source PORT ELLERY — The council} {cue said} {content it was safe}.",
     "PORT ELLERY — {source The council} {cue said} {content it was safe}."),
    ("{content PORT ELLERY, March 5 (Capital Wire) — It was safe}, {source the council} "
     "{cue said}.",
     "PORT ELLERY, March 5 (Capital Wire) — {content It was safe}, {source the council} "
     "{cue said}."),
    ("{source A teacher mistakenly} {cue thought} {content it was safe}.",
     "{source A teacher} mistakenly {cue thought} {content it was safe}."),
    ("{content Two officials, who asked not to be named,} {cue said} {content it was safe}.",
     "{source Two officials, who asked not to be named,} {cue said} {content it was safe}."),
    ("{content The pier, which was old,} {cue said} {content it was safe}.",
     "{content The pier, which was old,} {cue said} {content it was safe}."),
]  # fmt: skip


@pytest.mark.parametrize(("tagged", "expected"), TRIMMED)
def test_what_the_models_tags_take_in_too_much_is_cut(tagged: str, expected: str) -> None:
    text, (marked,) = read_marked(tagged)
    roles: tuple[TagRole, ...] = ("source", "cue", "content")
    tags = [Tag(r, s) for r, spans in zip(roles, parts_of(marked), strict=True) for s in spans]
    article, words = read(text, tuple(sorted(tags, key=lambda t: t.span)))
    adverb = "mistakenly"
    tokens = [replace(t, pos="ADV" * (t.span.of(text) == adverb)) for t in words.tokens]
    found = find_attributions(
        article, replace(words, tokens=tuple(tokens)), article_quotations(article)
    )[0]
    assert structure(found) == list(read_marked(expected)[1])


def test_the_reader_says_what_is_no_quotation() -> None:
    text = "“The bridge is safe for all,” Fenn said."
    at = Span(text.index("bridge"), text.index("bridge") + 6)
    assert find(text, Correction("not quotation", at)) == ()


def test_the_reader_names_the_speaker() -> None:
    text = "Reyl came. “The bridge is safe for all,” Fenn said."
    at = Span(text.index("bridge"), text.index("bridge") + 6)
    (found,) = find(text, Correction("speaker", at, Span(0, 4)))
    assert [s.of(text) for s in found.source] == ["Reyl"]
    assert found.confidence == "high"


def test_the_reader_says_that_nobody_is_stated() -> None:
    text = "Reyl came. “The bridge is safe for all,” Fenn said."
    (found,) = find(text, Correction("speaker", Span(text.index("bridge"), text.index(" is safe"))))
    assert (found.source, found.rule) == ((), "reader")


def lapsed(text: str, *corrections: Correction) -> tuple[Correction, ...]:
    article, tagged = read(text)
    return find_attributions(article, tagged, article_quotations(article), corrections)[1]


def test_a_correction_of_a_statement_that_no_longer_applies_is_given_back() -> None:
    text = "Reyl came. “The bridge is safe for all,” Fenn said. It rained."
    quoted, rain = Span(text.index("bridge"), text.index(",”")), Span(len(text) - 6, len(text) - 1)
    none_here = Correction("not quotation", rain)
    removed = Correction("not quotation", quoted)
    assert lapsed(text, none_here) == (none_here,)
    assert lapsed(text, removed, Correction("speaker", quoted, Span(0, 4))) == ()
    assert lapsed(text, removed, removed) == (removed,)  # the first has left nothing to remove
    assert lapsed(text, Correction("merge", rain, quoted)) == ()  # of names: not this stage's


def test_a_speaker_given_to_words_that_are_no_longer_read_is_given_back() -> None:
    text = "Reyl came.\n“The bridge is safe for all,” Fenn said."
    first, _ = text.split("\n")
    said = Correction("speaker", Span(len(first) + 1, len(text)), Span(0, 4))
    article, tagged = read(first)
    read_in_part = replace(
        article,
        text=text,
        paragraphs=(*article.paragraphs, Paragraph(1, said.target, "boilerplate")),
    )
    assert lapsed(text, said) == ()
    assert find_attributions(read_in_part, tagged, article_quotations(read_in_part), (said,)) == (
        (),
        (said,),
    )


@pytest.mark.parametrize("text", ["", "\n", "!", "“”", "… — “ ”"])
def test_a_text_without_words_has_no_statements(text: str) -> None:
    assert find(text) == ()


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        " said ",
        " that ",
        "Reyl",
        ", ",
        ". ",
        "\n",
        " according to ",
        "reportedly ",
        "his alleged ",
        "—",
        ":",
        "told ",
        "the report ",
        "日本",
        "😀",
        " ",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_lie_inside_and_children_inside_parents(text: str) -> None:
    found = find(text)
    by_id = {a.id: a for a in found}
    for a in found:
        spans = a.source + a.cue + a.content + a.quoted
        assert all(s.end <= len(text) for s in spans)
        if a.parent is not None:
            holder = by_id[a.parent]
            assert all(
                any(c.covers(s) for c in holder.content) for s in a.source + a.cue + a.content
            )
            assert a.depth == holder.depth + 1
    assert found == find(text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["source", "cue", "content"]), st.integers(1, 3)), max_size=12
    )
)
def test_any_tags_give_a_result(runs: list[tuple[str, int]]) -> None:
    text = "Fenn said “it is safe for us all,” Reyl added. They left, and Holt wept."
    _, tagged = read(text)
    tags, at = [], 0
    for role, size in runs:
        if at + size <= len(tagged.tokens):
            start, end = tagged.tokens[at].span.start, tagged.tokens[at + size - 1].span.end
            tags.append(Tag(role, Span(start, end)))  # type: ignore[arg-type]
            at += size
    article, tagged = read(text, tuple(tags))
    found = find_attributions(article, tagged, article_quotations(article))[0]
    assert all(a.content for a in found)
