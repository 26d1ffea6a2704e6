"""Texts no newspaper prints, which once took minutes: each stage's time grows with the length.

Budgets are seconds of the processor, several times what is needed; with a comparison of
everything with everything these sizes take far longer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product

import pytest

from analysis import analyze, read_article
from analysis.entities.entities import link_names
from analysis.entities.references import refer_back
from analysis.language.consistency import Run, consistent
from analysis.language.tokens import Word
from analysis.names.mentions import Found, find_mentions, named_in_quotes, propagate
from analysis.output.as_json import article_json
from analysis.output.summary import summarize
from analysis.records import Article, Entity, EntityType, Mention, Sentence, Span, Tagged
from analysis.text.words import count_words

PARTS = (
    "bark",
    "keld",
    "novi",
    "mint",
    "tusk",
    "sago",
    "pelu",
    "rhod",
    "lyff",
    "vich",
    "huma",
    "zeqt",
)
STRANGE = ["".join(parts).capitalize() for parts in product(PARTS, repeat=3)]
"""1,728 words that no list knows, with many of the same beginnings and ends."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds


def article_of(names: list[str], joint: str = " met ") -> tuple[Article, list[Span]]:
    """The names in a row, and where each stands."""
    article = read_article("He left. " + joint.join(names) + ".")
    spans, at = [], article.text.index(names[0])
    for name in names:
        spans.append(Span(at, at + len(name)))
        at += len(name) + len(joint)
    return article, spans


def linked(names: list[str], kind: EntityType) -> tuple[Entity, ...]:
    article, spans = article_of(names)
    return link_names(article, tuple(Mention(s, kind, "name", 0) for s in spans))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("PERSON", "{}"),  # with many endings in common
        ("PERSON", "{} Reyl"),
        ("ORG", "Ministry of {}"),
        ("EVENT", "{} Festival"),
    ],
)
def test_thousands_of_names_alike_are_linked_in_time(kind: EntityType, name: str) -> None:
    names = [name.format(word) for word in STRANGE]
    with within(8):
        found = linked(names, kind)
    assert sum(len(e.mentions) for e in found) == len(names)
    assert len(found) > len(names) / 2  # two letters apart, some are taken for slips of the pen


def test_a_surname_of_thousands_is_nobodys() -> None:
    with within(10):
        found = linked([f"{word} Reyl" for word in STRANGE] + ["Reyl"] * 1500, "PERSON")
    alone = next(e for e in found if e.name == "Reyl")
    assert len(alone.mentions) == 1500
    assert alone.unresolved


def test_names_with_one_first_word_are_found_again_in_time() -> None:
    names = [f"Ann {word}" for word in STRANGE]
    article, spans = article_of(names * 2)
    found = [Found(span, "PERSON", 0) for span in spans[: len(names)]]
    with within(5):
        again = propagate(article, list(article.paragraphs), found)
    assert [f.span for f in again] == spans[len(names) :]


def test_the_networks_names_are_spread_in_time() -> None:
    line = [Word(w, 0, 1) for name in STRANGE for w in ("Ann", name, "often", "met", "with")]
    runs = [Run(0, i, i + 2, "PERSON", 0.9) for i in range(0, len(line), 5)]
    with within(5):
        found = consistent([line, line], runs, [["X"] * len(line)] * 2, ())
    assert sum(run.paragraph for run in found) == len(runs)


def test_titles_in_quotation_marks_are_joined_in_time() -> None:
    text = "".join(f"a film called “{word} Vale” and " for word in STRANGE)
    article = read_article("He left. " + text)
    at = [i for i, c in enumerate(article.text) if c == "“"]
    found = [Found(Span(i + 1, article.text.index(" ", i)), "PERSON", 0) for i in at]
    with within(5):
        joined = named_in_quotes(article, list(article.paragraphs), found)
    assert {f.type for f in joined} == {"WORK"}


@pytest.mark.parametrize("words", ["Alpha Beta Gamma ", "President Minister ", "House of the "])
def test_a_flood_of_capitals_costs_little_more_than_prose(words: str) -> None:
    article = read_article("He left. " + words * (30_000 // len(words)))
    sentences = tuple(
        Sentence(Span(at, min(at + 3000, len(article.text))), 0)
        for at in range(0, len(article.text), 3000)
    )
    with within(4):
        find_mentions(article, Tagged((), sentences, (), (), "rules"))


def test_pronouns_among_thousands_of_quotations_and_people_take_little_time() -> None:
    lines = [f"“He left,” said {word} Reyl. She stayed." for word in STRANGE]
    article = read_article("\n".join(lines))
    people, sentences, at = [], [], 0
    for i, line in enumerate(lines):
        begin = at + line.index("said ") + 5
        mention = Mention(Span(begin, at + line.index(".")), "PERSON", "name", i)
        people.append(Entity(f"e{i}", mention.span.of(article.text), "PERSON", (mention,)))
        sentences.append(Sentence(Span(at, at + len(line)), i))
        at += len(line) + 1
    with within(6):
        found = refer_back(article, Tagged((), tuple(sentences), (), (), "rules"), tuple(people))
    assert sum(len(e.mentions) for e in found) > len(people)


def test_words_without_spaces_are_counted_in_time() -> None:
    text = "ab—" * 50_000
    with within(3):
        counts = [count_words(text, Span(at, at + 3)) for at in range(0, len(text), 3)]
    assert counts == [1] + [0] * (len(counts) - 1)


HARD: dict[str, Callable[[int], str]] = {
    "closing marks": lambda n: "The bridge is shut " + "” " * n + "according to Tom Reyl.",
    "one quotation": lambda n: "“He said that she left.\n\n" * (n // 25),
    "quoted and said": lambda n: "".join(f'"a" said {w}. ' for w in STRANGE[: n // 18]),
    "glued quotations": lambda n: "“He left”she said" * (n // 17),
    "null characters": lambda n: "He said\0 no. " * (n // 13),
    "half characters": lambda n: "He said \ud800 no. " * (n // 14),
    "one word": lambda n: "He said: " + "x" * n + " was good, said Tom Reyl.",
}


@pytest.mark.parametrize("name", HARD)
def test_every_text_gets_a_result_in_time(name: str) -> None:
    with within(10):
        analysis = analyze(read_article(HARD[name](8_000)))
        found = article_json(analysis)
        assert summarize(analysis)
    credited = sum(source["words"] for source in found["sources"])
    assert credited + found["unattributed_words"] == found["words"]
