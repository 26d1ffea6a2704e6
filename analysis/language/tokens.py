"""spaCy's English tokenizer, made to survive newspaper typography."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.attrs import IDX, LENGTH
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Typesetters glue dashes and quotation marks to words (“me”—he, 2012–13, said."The);
# spaCy splits most of these only between lower-case letters.
# Each is in brackets: spaCy puts ^ before a prefix and $ behind a suffix.
_DASHES = r"(?:--+|[–—―])"
_MARKS = r"(?:[\"“”„«»]|``|'')"
_LONE = re.compile("[\ud800-\udfff]")  # half a character: spaCy cannot store it
_ENDLESS = re.compile(r"\S{401,}")
_PIECE = 50
"""Characters of an endless run that are split at once: spaCy's time goes with their square."""
_EXTRA = (_DASHES, _MARKS, r"…")


@dataclass(frozen=True, slots=True)
class Word:
    """A token of the article: its characters and where they stand."""

    text: str
    start: int
    end: int


MOST_WORDS = 20_000
"""Different words kept beside the pipeline's own, about 20 MB; most of an article's recur."""


def newspaper_tokenizer(nlp: Language) -> Any:
    """The pipeline's own tokenizer with dashes and quotation marks always split off."""
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*defaults.prefixes, *_EXTRA]).search
    tokenizer.suffix_search = compile_suffix_regex([*defaults.suffixes, *_EXTRA]).search
    tokenizer.infix_finditer = compile_infix_regex([*defaults.infixes, *_EXTRA]).finditer
    return tokenizer


def blank_english() -> Language:
    """An English pipeline with nothing in it but the newspaper tokenizer."""
    nlp = spacy.blank("en")
    nlp.tokenizer = newspaper_tokenizer(nlp)
    return nlp


class Splitter:
    """The pipeline's tokenizer, taken anew once its store of words has grown too large.

    spaCy keeps every word it has ever seen, so that a batch of ever new names would grow without
    end. Safe in several threads: who is at work keeps the tokenizer they began with.
    """

    def __init__(self, nlp: Language, most: int = MOST_WORDS) -> None:
        own: Any = nlp.tokenizer
        self._tokenizer, self._rules = own, own.to_bytes()
        self._most = most + len(nlp.vocab)

    def __call__(self, text: str, start: int, end: int) -> list[Word]:
        """The words and marks of ``text[start:end]``, as ``split_words`` gives them."""
        tokenizer = self._tokenizer
        if len(tokenizer.vocab) > self._most:
            fresh: Any = spacy.blank("en").tokenizer
            self._tokenizer = tokenizer = fresh.from_bytes(self._rules)
        return split_words(tokenizer, text, start, end)


def split_words(tokenizer: Any, text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]`` without the white space, offsets absolute."""
    words: list[Word] = []
    for begin, stop in _digestible(text, start, end):
        piece = _LONE.sub("\ufffd", text[begin:stop])
        # the table at once: a Python object for each token takes as long as finding them
        for at, size in tokenizer(piece).to_array([IDX, LENGTH]).tolist():
            word = piece[at : at + size]
            if not word.isspace():
                words.append(Word(word, begin + at, begin + at + size))
    return words


def _digestible(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch itself, or cut inside runs without a space that no word can be.

    spaCy takes marks off a run one by one: a line of 200,000 brackets would take minutes.
    """
    cuts = [start]
    for run in _ENDLESS.finditer(text, start, end):
        cuts += range(run.start() + _PIECE, run.end(), _PIECE)
    return list(zip(cuts, [*cuts[1:], end], strict=True))
