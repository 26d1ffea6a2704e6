"""The body cut into voices: every word belongs to the writer or to one source, once.

Innermost (the default) gives a word to the deepest attribution with a stated source that
holds it; outermost gives it to the article's own attribution, PolNeAR's rule. Content
nobody is credited with belongs to no source; where it stands inside a sourced
attribution it stays that source's.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from analysis.records import Article, Attribution, Credit, Span, Voice
from analysis.text import count_words


def split_voices(
    article: Article,
    attributions: tuple[Attribution, ...],
    credits: tuple[Credit, ...],
    *,
    outermost: bool = False,
) -> tuple[Voice, ...]:
    """The body cut into the writer's words and each source's, in order, nothing left over.

    An unattributed quotation is a voice with an attribution and no source.
    """
    sources = {c.attribution: c.source for c in credits}
    return part_body(article, attributions, sources, outermost=outermost)


def part_body(
    article: Article,
    attributions: tuple[Attribution, ...],
    sources: Mapping[str, str | None],
    *,
    outermost: bool = False,
) -> tuple[Voice, ...]:
    """``split_voices`` from the source id of each attribution."""
    pieces = _pieces(attributions, sources, outermost=outermost)
    voices: list[Voice] = []
    at = 0
    for paragraph in article.body:
        while at < len(pieces) and pieces[at][1] <= paragraph.span.start:
            at += 1
        # a piece may reach into the next paragraph, so its place is kept
        voices += _part_paragraph(paragraph.span, pieces, at, sources)
    return tuple(voices)


def words_by_attribution(article: Article, voices: tuple[Voice, ...]) -> dict[str, int]:
    """How many body words each attribution holds as a voice of its own."""
    counts: dict[str, int] = {}
    for voice in voices:
        if voice.attribution is not None:
            words = count_words(article.text, voice.span)
            counts[voice.attribution] = counts.get(voice.attribution, 0) + words
    return counts


def count_credits(
    article: Article, attributions: tuple[Attribution, ...], credits: tuple[Credit, ...]
) -> tuple[Credit, ...]:
    """The credits with the body words each holds, innermost and outermost."""
    source_of = {c.attribution: c.source for c in credits}
    inner, outer = (
        words_by_attribution(
            article, part_body(article, attributions, source_of, outermost=outermost)
        )
        for outermost in (False, True)
    )
    return tuple(
        replace(c, words=inner.get(c.attribution, 0), outer_words=outer.get(c.attribution, 0))
        for c in credits
    )


def _pieces(
    attributions: tuple[Attribution, ...],
    sources: Mapping[str, str | None],
    *,
    outermost: bool,
) -> list[tuple[int, int, str]]:
    """Stretches of the text with the one attribution that owns each, in order and apart."""
    edges: list[tuple[int, int, tuple[object, ...]]] = []
    for order, a in enumerate(attributions):
        stated = sources.get(a.id) is not None
        if a.source and not stated:
            continue  # “I disagree”: the writer's own words
        for span in a.content:
            depth = -a.depth if outermost else a.depth
            # smallest first: a stated source, then depth, then the later (so inner) start
            rank = (not stated, -depth, -span.start, span.end, order, a.id)
            edges.append((span.start, span.end, rank))
    edges.sort(key=lambda e: e[0])
    return _sweep(edges)


def _sweep(edges: list[tuple[int, int, tuple[object, ...]]]) -> list[tuple[int, int, str]]:
    """Walk the text once, keeping the best-ranked attribution at each character."""
    cuts = sorted({e[0] for e in edges} | {e[1] for e in edges})
    open_now: list[tuple[tuple[object, ...], int]] = []
    found: list[tuple[int, int, str]] = []
    at = 0
    for start, end in pairwise(cuts):
        while at < len(edges) and edges[at][0] <= start:
            heapq.heappush(open_now, (edges[at][2], edges[at][1]))
            at += 1
        while open_now and open_now[0][1] <= start:
            heapq.heappop(open_now)
        if open_now:
            owner = str(open_now[0][0][-1])
            if found and found[-1][2] == owner and found[-1][1] == start:
                found[-1] = (found[-1][0], end, owner)
            else:
                found.append((start, end, owner))
    return found


def _part_paragraph(
    span: Span,
    pieces: list[tuple[int, int, str]],
    at: int,
    sources: Mapping[str, str | None],
) -> list[Voice]:
    """One paragraph cut where its voices change, from its first to its last character."""
    voices: list[Voice] = []
    cursor = span.start
    while at < len(pieces) and pieces[at][0] < span.end:
        start, end, owner = pieces[at]
        start, end = max(start, cursor), min(end, span.end)
        if cursor < start:
            voices.append(Voice(Span(cursor, start), None))
        if start < end:
            voices.append(Voice(Span(start, end), sources.get(owner), owner))
            cursor = end
        at += 1
    if cursor < span.end:
        voices.append(Voice(Span(cursor, span.end), None))
    return voices
