"""Texts no newspaper prints, which once took minutes: each stage's time grows with the length.

A budget is a ratio: twice the text may take little more than twice the time, on any machine.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from functools import partial
from itertools import product

import pytest

from analysis import analyze, read_article
from analysis.entities.entities import link_names
from analysis.entities.references import refer_back
from analysis.language.consistency import Run, consistent
from analysis.language.tokens import Word
from analysis.names.found import Found, Seen
from analysis.names.mentions import find_mentions
from analysis.names.spread import named_elsewhere
from analysis.names.united import named_in_quotes
from analysis.output.as_json import article_json
from analysis.output.summary import summarize
from analysis.records import Analysis, Article, Entity, EntityType, Mention, Sentence, Span, Tagged
from analysis.text import article_quotations
from analysis.text.words import count_words
from tests.growth import LINEAR, growth
from tests.shared_data import ROOT

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
SHUFFLED = random.Random(1).sample(STRANGE, len(STRANGE))
"""The first n of these are as alike as all are."""


def article_of(names: list[str], joint: str = " met ") -> tuple[Article, list[Span]]:
    """The names in a row, and where each stands."""
    article = read_article("He left. " + joint.join(names) + ".")
    spans, at = [], article.text.index(names[0])
    for name in names:
        spans.append(Span(at, at + len(name)))
        at += len(name) + len(joint)
    return article, spans


def seen_in(article: Article) -> Seen:
    return Seen.of(article, Tagged((), (), (), (), "rules"))


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
    names = [name.format(word) for word in SHUFFLED]
    assert growth(lambda n: partial(linked, names[:n], kind), 400) < LINEAR
    found = linked(names, kind)
    assert sum(len(e.mentions) for e in found) == len(names)
    assert len(found) > len(names) / 2  # two letters apart, some are taken for slips of the pen


def test_a_surname_of_thousands_is_nobodys() -> None:
    def crowd(n: int) -> list[str]:
        return [f"{word} Reyl" for word in SHUFFLED[:n]] + ["Reyl"] * n

    assert growth(lambda n: partial(linked, crowd(n), "PERSON"), 400) < LINEAR
    found = linked(crowd(1500), "PERSON")
    alone = next(e for e in found if e.name == "Reyl")
    assert len(alone.mentions) == 1500
    assert alone.unresolved


def test_names_with_one_first_word_are_found_again_in_time() -> None:
    def work(n: int) -> Callable[[], list[Found]]:
        names = [f"Ann {word}" for word in SHUFFLED[:n]]
        article, spans = article_of(names * 2)
        found = [Found(span, "PERSON", 0) for span in spans[:n]]
        seen = seen_in(article)
        assert [f.span for f in named_elsewhere(found, seen)] == spans
        return lambda: named_elsewhere(found, seen)

    assert growth(work, 400) < LINEAR


def test_the_networks_names_are_spread_in_time() -> None:
    def work(n: int) -> Callable[[], object]:
        line = [
            Word(w, 0, 1) for name in SHUFFLED[:n] for w in ("Ann", name, "often", "met", "with")
        ]
        runs = [Run(0, i, i + 2, "PERSON", 0.9) for i in range(0, len(line), 5)]
        found = consistent([line, line], runs)
        assert sum(run.paragraph for run in found) == len(runs)
        return lambda: consistent([line, line], runs)

    assert growth(work, 400) < LINEAR


def test_titles_in_quotation_marks_are_joined_in_time() -> None:
    def work(n: int) -> Callable[[], object]:
        text = "".join(f"a film called “{word} Vale” and " for word in SHUFFLED[:n])
        article = read_article("He left. " + text)
        at = [i for i, c in enumerate(article.text) if c == "“"]
        found = [Found(Span(i + 1, article.text.index(" ", i)), "PERSON", 0) for i in at]
        seen = seen_in(article)
        assert {f.type for f in named_in_quotes(found, seen)} == {"WORK"}
        return lambda: named_in_quotes(found, seen)

    assert growth(work, 400) < LINEAR


@pytest.mark.parametrize("words", ["Alpha Beta Gamma ", "President Minister ", "House of the "])
def test_a_flood_of_capitals_takes_linear_time(words: str) -> None:
    def work(n: int) -> Callable[[], object]:
        article = read_article("He left. " + words * (n // len(words)))
        sentences = tuple(
            Sentence(Span(at, min(at + 3000, len(article.text))), 0)
            for at in range(0, len(article.text), 3000)
        )
        return lambda: find_mentions(article, Tagged((), sentences, (), (), "rules"))

    assert growth(work, 12_000) < LINEAR


def test_pronouns_among_thousands_of_quotations_and_people_take_linear_time() -> None:
    def work(n: int) -> Callable[[], object]:
        lines = [f"“He left,” said {word} Reyl. She stayed." for word in SHUFFLED[:n]]
        article = read_article("\n".join(lines))
        people, sentences, at = [], [], 0
        for i, line in enumerate(lines):
            begin = at + line.index("said ") + 5
            mention = Mention(Span(begin, at + line.index(".")), "PERSON", "name", i)
            people.append(Entity(f"e{i}", mention.span.of(article.text), "PERSON", (mention,)))
            sentences.append(Sentence(Span(at, at + len(line)), i))
            at += len(line) + 1
        tagged = Tagged((), tuple(sentences), (), (), "rules")
        quotations = article_quotations(article)
        found = refer_back(article, tagged, tuple(people), quotations)
        assert sum(len(e.mentions) for e in found) > len(people)
        return lambda: refer_back(article, tagged, tuple(people), quotations)

    assert growth(work, 400) < LINEAR


def test_words_without_spaces_are_counted_in_linear_time() -> None:
    def work(n: int) -> Callable[[], list[int]]:
        text = "ab—" * n
        return lambda: [count_words(text, Span(at, at + 3)) for at in range(0, len(text), 3)]

    assert growth(work, 10_000) < LINEAR
    assert work(100)() == [1] + [0] * 99


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
    def work(n: int) -> Callable[[], Analysis]:
        article = read_article(HARD[name](n))
        return lambda: analyze(article)

    assert growth(work, 2_000) < LINEAR
    analysis = work(4_000)()
    found = article_json(analysis)
    assert summarize(analysis)
    credited = sum(source["words"] for source in found["sources"])
    assert credited + found["unattributed_words"] == found["words"]


NAMED = {"about", "lexicon", "name"}
"""What an answer that is kept for good may be asked by: names of lists, engines and rules."""


def test_no_answer_about_words_of_articles_is_kept_for_good() -> None:
    """Without a bound only what has no parameter, or the name of a list: those are few."""
    asked = {}
    for path in (ROOT / "analysis").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                marks = {ast.unparse(mark) for mark in node.decorator_list}
                if marks & {"cache", "lru_cache(maxsize=None)", "lru_cache(None)"}:
                    asked[f"{path.name} {node.name}"] = {a.arg for a in node.args.args}
    assert len(asked) > 40
    assert not {name: by for name, by in asked.items() if by - NAMED}
