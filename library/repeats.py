"""What repeats in the library: the pairs of articles that share words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from analysis.records import Article, Span
from analysis.repeats import Overlap, candidates, compare, fingerprints, own_copy
from analysis.text import count_words
from library.prints import kept_prints
from library.store import Store

Pair = tuple[str, str]
MOST = 500
"""Pairs compared word for word for one list; the likeliest first."""


def find_repeats(store: Store, id: str | None = None) -> list[Overlap]:
    """Pairs of articles that share passages, most words in common first.

    With ``id``, the pairs of this article, which is then the left one. Articles kept by an
    earlier version without fingerprints get them now.
    """
    read = cache(store.article)
    return most_first(compare_kept(read, pair) for pair in likely_pairs(store, id))


def likely_pairs(store: Store, id: str | None = None) -> list[Pair]:
    """The pairs ``find_repeats`` compares word for word, the likeliest first."""
    return [(a, b) for a, b, _ in candidates(kept_prints(store), id)[:MOST]]


def compare_kept(read: Callable[[str], Article], pair: Pair) -> Overlap:
    """What two kept articles have in common; ``read`` gives the article of an id."""
    return _compared(read(pair[0]), read(pair[1]))


def most_first(overlaps: Iterable[Overlap]) -> list[Overlap]:
    """Those that share passages, most words in common first."""
    return sorted((o for o in overlaps if o.passages), key=lambda o: -o.words)


def repeats_with(store: Store, article: Article, most: int = 5) -> list[Overlap]:
    """What an article, kept or not, shares with the likeliest others in the library."""
    prints = {**kept_prints(store), article.id: fingerprints(article)}
    others = [other for _, other, _ in candidates(prints, article.id)[:most]]
    return most_first(_compared(article, store.article(other)) for other in others)


def shared_spans(overlaps: Iterable[Overlap], id: str) -> tuple[Span, ...]:
    """The stretches of one article that stand in any of the others, in order."""
    spans: set[Span] = set()
    for o in overlaps:
        spans.update(s for p in o.passages if o.left == id for s in p.left)
        spans.update(s for p in o.passages if o.right == id for s in p.right)
    return tuple(sorted(spans))


def own_words(article: Article, overlaps: Iterable[Overlap]) -> int:
    """The article's body words that stand in none of the others of these pairs."""
    own = own_copy(article, shared_spans(overlaps, article.id))
    return sum(count_words(article.text, span) for span in own)


@lru_cache(maxsize=2_000)  # records are frozen: the same two articles always compare the same
def _compared(left: Article, right: Article) -> Overlap:
    return compare(left, right)
