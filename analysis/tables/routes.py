"""The ways words came, as a tree from the outlet, and where each step of it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pandas as pd

from analysis.tables.base import frame
from analysis.tables.rows import CHAIN_ARROW

NODES = {
    "node": "str",
    "name": "str",
    "source": "str",
    "step": "int64",
    "place": "float64",
    "words": "int64",
    "statements": "int64",
}
LINKS = {
    "source": "str",
    "chain": "str",
    "provenance": "str",
    "words": "int64",
    "last": "bool",
    "step": "int64",
    "place": "float64",
    "to_step": "int64",
    "to_place": "float64",
}
LABELS = LINKS | {"step": "float64"}
SHOWN_ROUTES = 12  # more leaves than this cannot be told apart in one small picture
LABEL_AT = 0.66
"""How far along its line the word for a way stands; nearer the outlet the lines meet."""


def route_tables(statements: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The ways words came, as a tree from the outlet: its nodes, and the links between them.

    Statements with the same chain share a way; the twelve with most words are drawn. Sources
    for which the text states no relay stand together at one end, so that the others show.
    ``place`` is the height of a node: ends stand one under the other, others between theirs.
    """
    stated = statements[statements["source"] != ""]
    routes = _routes(stated)
    places = _places([str(way["chain"]) for way in routes])
    ids = dict(zip(stated["name"], stated["source"], strict=True))
    return frame(_nodes(routes, places, ids), NODES), frame(_links(routes, places), LINKS)


def route_labels(links: pd.DataFrame) -> pd.DataFrame:
    """Where the word for each relayed way is written: on its last line, if a relay is stated."""
    stated = ~links["provenance"].isin(["first_hand_text", "unstated_relay"])
    ends = links[stated & links["last"]]
    return ends.assign(
        step=ends["step"] + LABEL_AT * (ends["to_step"] - ends["step"]),
        place=ends["place"] + LABEL_AT * (ends["to_place"] - ends["place"]),
    )


def _routes(stated: pd.DataFrame) -> list[dict[Any, Any]]:
    """The ways to draw, those that begin alike side by side, the one without relays last."""
    direct = (stated["links"] == 1) & (stated["provenance"] == "first_hand_text")
    ways = stated[~direct].groupby(["chain", "source", "provenance"], sort=False, as_index=False)
    made = ways.agg(words=("words", "sum"), statements=("attribution", "size"))
    made = made.sort_values("words", ascending=False, kind="stable").head(SHOWN_ROUTES)
    relayed: list[dict[Any, Any]] = made.to_dict("records")
    return sorted(relayed, key=lambda way: str(way["chain"])) + _without_relay(stated[direct])


def _without_relay(plain: pd.DataFrame) -> list[dict[Any, Any]]:
    """One way for all sources without a relay: that of the only one, or "12 without a relay"."""
    if plain.empty:
        return []
    outlet = str(plain["chain"].iloc[0]).split(CHAIN_ARROW)[0]
    sources = plain["source"].nunique()
    alone = sources == 1
    end = plain["name"].iloc[0] if alone else f"{sources} sources, no relay stated"
    return [
        {
            "chain": f"{outlet}{CHAIN_ARROW}{end}",
            "source": plain["source"].iloc[0] if alone else "",
            "provenance": "first_hand_text",
            "words": int(plain["words"].sum()),
            "statements": len(plain),
        }
    ]


def _nodes(
    routes: list[dict[Any, Any]], places: dict[str, float], ids: dict[str, str]
) -> Iterable[dict[str, object]]:
    """Everybody on a way once for each chain that leads there; ends with what is said there."""
    nodes: dict[str, dict[str, Any]] = {}
    for way in routes:
        steps = _steps(way)
        for step, (node, name) in enumerate(steps):
            ends = step == len(steps) - 1
            source = way["source"] if ends else ids.get(name, "") if step else ""
            at = {"node": node, "name": name, "source": source, "step": step}
            spot = nodes.setdefault(
                node, {**at, "place": places[node], "words": 0, "statements": 0}
            )
            if ends:
                spot["words"] += way["words"]
                spot["statements"] += way["statements"]
    return nodes.values()


def _links(routes: list[dict[Any, Any]], places: dict[str, float]) -> list[dict[str, object]]:
    """A line from each step of each way to the next."""
    links = []
    for way in routes:
        nodes = [node for node, _ in _steps(way)]
        for step, (node, after) in enumerate(pairwise(nodes)):
            links.append(
                {
                    **{key: way[key] for key in ("source", "chain", "provenance", "words")},
                    "last": after == nodes[-1],
                    "step": step,
                    "place": places[node],
                    "to_step": step + 1,
                    "to_place": places[after],
                }
            )
    return links


def _steps(way: dict[Any, Any]) -> list[tuple[str, str]]:
    """Each step of a way: the chain up to it, which is its node's id, and the name there."""
    names = str(way["chain"]).split(CHAIN_ARROW)
    return [(CHAIN_ARROW.join(names[: n + 1]), name) for n, name in enumerate(names)]


def _places(chains: list[str]) -> dict[str, float]:
    """The height of every node of the tree of chains: an end its row, a branch their mean."""
    below: dict[str, list[int]] = {}
    for row, chain in enumerate(chains):
        names = chain.split(CHAIN_ARROW)
        for step in range(len(names)):
            below.setdefault(CHAIN_ARROW.join(names[: step + 1]), []).append(row)
    return {node: sum(rows) / len(rows) for node, rows in below.items()}
