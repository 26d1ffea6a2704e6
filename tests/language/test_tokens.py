"""Words are cut as spaCy's English tokenizer cuts them, without spaCy."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language.tokens import Rules, Tokenizer, split_words, tokenizer
from analysis.lexicon import DATA
from tests.shared_data import ROOT, shared
from training.tokenizer import newspaper_tokenizer, rules_of

TOKENS = [
    ("me”—he said", ["me", "”", "—", "he", "said"]),
    ("the U.S.-led plan", ["the", "U.S.-led", "plan"]),
    ('"It’s over," he', ['"', "It", "’s", "over", ",", '"', "he"]),
    ("Nicole J. Karlis", ["Nicole", "J.", "Karlis"]),
    ("said.“The", ["said", ".", "“", "The"]),
    ("at 10a.m. (BBC.co.uk)", ["at", "10", "a.m.", "(", "BBC.co.uk", ")"]),
    ("I can't, won’t", ["I", "ca", "n't", ",", "wo", "n’t"]),
]
MARKS = ["(", ")", '"', "“", "”", "—", "--", "-", ".", "…", ",", ":", "'", "’", "/", "%", "°"]
OTHERS = ["US$", "3", "10", "km", "D-Ohio", "http://a.example/c?d=e", "x@y.example", "é", "日", " "]


@cache
def spacys() -> Any:
    """spaCy's tokenizer with our extra marks, from which the rules were taken."""
    return newspaper_tokenizer()


def by_spacy(text: str) -> list[tuple[str, int]]:
    return [(t.text, t.idx) for t in spacys()(text) if not t.is_space]


def by_us(text: str) -> list[tuple[str, int]]:
    return [(word.text, word.start) for word in split_words(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_words_survive_newspaper_typography(text: str, expected: list[str]) -> None:
    words = split_words(text, 0, len(text))
    assert [word.text for word in words] == expected
    assert all(text[word.start : word.end] == word.text for word in words)


def test_the_rules_are_spacys() -> None:
    kept = json.loads((DATA / "tokenizer.json").read_text(encoding="utf-8"))
    assert kept == rules_of(spacys())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, *OTHERS, *Rules.load().exceptions]), max_size=5))
def test_any_chunk_is_cut_as_spacy_cuts_it(pieces: list[str]) -> None:
    # each stretch by itself: spaCy's list of exceptions also matches across a space
    for chunk in "".join(pieces).split():
        assert by_us(chunk) == by_spacy(chunk)


def test_real_articles_are_cut_as_spacy_cuts_them() -> None:
    """All of PolNeAR's development articles, 75,000 words."""
    file = shared("eval/attribution/dev.jsonl")
    texts = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(texts) == 84
    for text in texts:
        assert by_us(text) == by_spacy(text)


def test_a_line_of_brackets_is_cut_quickly_and_completely() -> None:
    text = "(" * 200_000
    assert sum(w.end - w.start for w in split_words(text, 0, len(text))) == len(text)


def test_half_a_character_stands_for_one() -> None:
    assert by_us("a \ud800 b") == [("a", 0), ("\ufffd", 2), ("b", 4)]


def test_ever_new_words_do_not_fill_the_memory() -> None:
    """A batch of 15,000 lines of new names grew by 55 MB, without end."""
    small, sizes = Tokenizer(Rules.load(), most=1_000), []
    line = "“He won’t,” said Mr. O{0}’Brien-{0} of {0}ville (D-Ohio), a U.S. co-owner… {0}@x.org"
    for n in range(2_000):
        text = line.format(f"q{n}")
        assert small.words(text, 0, len(text)) == split_words(text, 0, len(text))
        sizes.append(len(small.known))
    assert max(sizes) <= 1_000
    assert sizes != sorted(sizes)  # it was emptied, and filled again
    assert len(tokenizer().known) <= tokenizer().most


def test_nothing_of_the_product_imports_spacy() -> None:
    code = """
import sys
sys.modules["spacy"] = None
from analysis import analyze, read_article
print(analyze(read_article("Ada Quill said the ferry was late.")).model)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith("en_hearsay_news "), done.stderr
