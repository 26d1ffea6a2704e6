"""Every function that takes text takes time in proportion to it, whatever its shape.

A regular expression with two neighbours that can take the same characters costs the square of
a run of them: 50,000 full stops once took a minute.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from analysis import analyze, read_article
from analysis.intake import read_everything
from analysis.language.sentences import split_sentences
from analysis.output import article_json, summarize
from analysis.records import ArticleError, Span
from analysis.repeats import fingerprints
from analysis.text import (
    author_of,
    check_text,
    count_words,
    find_date,
    find_quotations,
    is_bare_name,
    is_byline,
    is_published_line,
    names_job,
    outlet_of,
    text_notes,
    word_starts,
    words_of,
)
from analysis.tone.typography import offset_map, straighten
from library.articles import content_hash
from library.search import matching
from tests.shapes import PIECES, shape
from ui.text import plain

EXPONENT = 1.3
"""Of time over length; 1 is proportion, a busy machine adds noise."""
NOISE = 0.1
"""Seconds of the processor that say nothing about growth."""
QUICK = 5.0
"""Seconds for 200,000 characters below which growth is not asked after."""
SHORT, LONG = 10_000, 40_000
"""A square costs 16 times as much for the longer, a proportion 4 times."""


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "read_article": read_article,
    "split_sentences": lambda t: split_sentences(t, Span(0, len(t))),
    "find_quotations": lambda t: find_quotations(t, whole(t)),
    "word_starts": lambda t: word_starts(t, Span(0, len(t))),
    "count_words": lambda t: [
        count_words(t, Span(i, min(len(t), i + 500))) for i in range(0, len(t), 500)
    ],
    "words_of": words_of,
    "check_text": check_text,
    "text_notes": text_notes,
    "find_date": find_date,
    "is_byline": is_byline,
    "is_bare_name": is_bare_name,
    "names_job": names_job,
    "author_of": author_of,
    "outlet_of": outlet_of,
    "is_published_line": lambda t: is_published_line(t, words_of(t)),
    "straighten": straighten,
    "offset_map": offset_map,
    "fingerprints": lambda t: fingerprints(read_article(t)),
    "content_hash": content_hash,
    "matching": lambda t: matching(t, "sqlite"),
    "plain": plain,
    **{
        f"a file .{kind}": lambda t, kind=kind: read_everything(  # type: ignore[misc]
            f"x.{kind}", t.encode("utf-8", "replace")
        )
        for kind in ("txt", "md", "html", "eml", "csv", "jsonl")
    },
}


def seconds(work: Callable[[str], object], text: str) -> float:
    """Processor time of one run, without what collecting garbage of other tests takes."""
    gc.disable()
    try:
        began = time.process_time()
        with suppress(ArticleError):  # one sentence is an answer too
            work(text)
        return time.process_time() - began
    finally:
        gc.enable()


def steepness(work: Callable[[str], object], piece: str) -> tuple[float, float] | None:
    """Seconds at the two lengths where they grow too fast, each the less of two runs."""
    longer = seconds(work, shape(piece, LONG))
    if longer <= NOISE:
        return None
    for _ in range(2):
        shorter = seconds(work, shape(piece, SHORT))
        if longer <= shorter * (LONG / SHORT) ** EXPONENT + NOISE:
            return None
        longer = min(longer, seconds(work, shape(piece, LONG)))
    return round(shorter, 2), round(longer, 2)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_time_grows_with_the_length_for_every_shape(name: str) -> None:
    work = FUNCTIONS[name]
    work(shape("He left. ", 500))  # what is loaded once
    steep = {piece: found for piece in PIECES if (found := steepness(work, piece))}
    assert not steep


WITHIN = 30
"""Seconds of the processor for 200,000 characters of any shape."""


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_any_shape_of_200_000_characters_is_analysed_in_half_a_minute(piece: str) -> None:
    def work(text: str) -> None:
        analysis = analyze(read_article(text))
        article_json(analysis)
        summarize(analysis)

    work(shape("He left. ", 500))
    longer = seconds(work, shape(piece, 200_000))
    assert longer < WITHIN
    if longer > QUICK:  # what takes a second or two says little of growth on a busy machine
        assert longer < seconds(work, shape(piece, 100_000)) * 2**EXPONENT + 0.5
