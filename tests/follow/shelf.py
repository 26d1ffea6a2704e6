"""A small library to follow: the samples, each as six articles of three months."""

from __future__ import annotations

from functools import cache

from analysis import Analysis, analyze
from analysis.follow import Followed, Somebody, facts_of, join_facts
from analysis.tables import Frames, follow_frames
from library.samples import sample_articles

COPIES = 6


@cache
def analysed() -> tuple[Analysis, ...]:
    return tuple(analyze(a) for a in sample_articles())


@cache
def followed() -> tuple[Followed, ...]:
    """36 articles; half of each outlet's are in the collection Bridge, the last is undated."""
    made = []
    for analysis in analysed():
        a, facts = analysis.article, facts_of(analysis)
        for n in range(COPIES):
            date = f"2026-0{n % 3 + 1}-0{n + 1}"
            held = ("Bridge",) if n % 2 else ()
            words = (a.title or "", a.outlet or "", a.author or "", date)
            made.append(Followed(f"{a.id}{n}", *words, held, (), facts))
    first = made[0]
    made[0] = Followed(first.id, first.title, "", first.author, "", (), (), first.facts)
    return tuple(made)


@cache
def cast() -> tuple[Somebody, ...]:
    return join_facts(followed())


@cache
def frames() -> Frames:
    return follow_frames(followed(), cast())


def texts() -> dict[str, str]:
    """The text of each article by its id."""
    by_id = {a.article.id: a.article.text for a in analysed()}
    return {f.id: by_id[f.id[:-1]] for f in followed()}
