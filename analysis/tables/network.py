"""Networks across a library: who is named beside whom, and who passes on whose words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import pandas as pd

from analysis.follow import Followed, spread
from analysis.tables.base import frame
from analysis.tables.follow import Frames
from analysis.tables.person import paragraphs_of, relay_rows

NODES = {
    "key": "str",
    "name": "str",
    "type": "str",
    "articles": "int64",
    "links": "int64",
    "x": "float64",
    "y": "float64",
}
LINKS = {
    "key": "str",
    "name": "str",
    "other_key": "str",
    "other": "str",
    "articles": "int64",
    "times": "int64",
    "x": "float64",
    "y": "float64",
    "x2": "float64",
    "y2": "float64",
}
ASKED = 80
"""Names of which pairs are counted: those in most articles."""
DRAWN = 26
"""Names that can be told apart in one picture: those in most links."""


def together_tables(
    frames: Frames, articles: Sequence[Followed], least: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Names that share a paragraph in at least so many articles, and every such pair.

    ``times`` counts paragraphs. Nodes have a place for the ``DRAWN`` most linked; all pairs are
    in the links, those not drawn without a place.
    """
    leading = set(frames.people["key"].head(ASKED))
    kept = set(frames.articles["article"])
    keys = dict(
        zip(
            zip(frames.names["article"], frames.names["entity"], strict=True),
            frames.names["key"],
            strict=True,
        )
    )
    in_articles, times = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for article in articles:
        if article.id not in kept:
            continue
        here = Counter[tuple[str, str]]()
        for present in paragraphs_of(article, keys).values():
            here.update(combinations(sorted(present & leading), 2))
        in_articles.update(here.keys())
        times.update(here)
    pairs = {pair: n for pair, n in in_articles.items() if n >= least}
    return _drawn(frames, pairs, times)


def relay_tables(frames: Frames, least: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Who passes on whose words, in at least so many articles; from relay (``key``) to speaker.

    ``times`` counts statements. Sources without a name of their own stand under what they are
    called, so "officials" of two articles are one node here; the table says how many articles.
    """
    steps = relay_rows(frames)
    steps["relay_key"] = steps["relay_key"].where(steps["relay_key"] != "", steps["relay"])
    steps["speaker_key"] = steps["speaker_key"].where(steps["speaker_key"] != "", steps["speaker"])
    made = steps.groupby(["relay_key", "speaker_key"], as_index=False).agg(
        articles=("article", "nunique"), times=("article", "size")
    )
    both = list(zip(made["relay_key"], made["speaker_key"], strict=True))
    in_articles = dict(zip(both, made["articles"], strict=True))
    pairs = {pair: int(n) for pair, n in in_articles.items() if n >= least}
    times = Counter(dict(zip(both, made["times"], strict=True)))
    return _drawn(frames, pairs, times)


def _drawn(
    frames: Frames, pairs: dict[tuple[str, str], int], times: Counter[tuple[str, str]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    linked = Counter(key for pair in pairs for key in pair)
    order = sorted(linked, key=lambda k: (-linked[k], k))[:DRAWN]
    people = frames.people.set_index("key")
    places = spread(order, {pair: float(n) for pair, n in pairs.items()})

    def fact(key: str, column: str, otherwise: object) -> object:
        return people.loc[key, column] if key in people.index else otherwise

    nodes = [
        {
            "key": key,
            "name": fact(key, "name", key),
            "type": fact(key, "type", "OTHER"),
            "articles": fact(key, "articles", 0),
            "links": linked[key],
            **dict(zip(("x", "y"), places[key], strict=True)),
        }
        for key in order
    ]
    links = [
        {
            "key": a,
            "name": fact(a, "name", a),
            "other_key": b,
            "other": fact(b, "name", b),
            "articles": n,
            "times": times[a, b],
            **_line(places.get(a), places.get(b)),
        }
        for (a, b), n in sorted(pairs.items(), key=lambda p: (-p[1], p[0]))
    ]
    return frame(nodes, NODES), frame(links, LINKS)


def _line(
    here: tuple[float, float] | None, there: tuple[float, float] | None
) -> dict[str, float | None]:
    """Where a link is drawn; nowhere unless both of its ends are."""
    ends = (*here, *there) if here and there else (None,) * 4
    return dict(zip(("x", "y", "x2", "y2"), ends, strict=True))
