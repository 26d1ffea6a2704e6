"""Who stands beside whom, and who passes on whose words, across the library."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.tables import relay_tables, together_tables
from charts.follow import network
from ui import link, state
from ui.follow.data import Library
from ui.follow.groups import behind
from ui.frame import open_link
from ui.kit import show, show_table
from ui.text import count, plain

KINDS = {"together": "Named together", "relays": "Who relays whom"}
TIMES = {"together": "Paragraphs", "relays": "Statements"}
FEWEST = 3
"""Names below which a table says it all."""


def network_part(library: Library) -> None:
    """One of the two networks above a threshold, with every pair in its table."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = str(st.segmented_control(
            "Network", list(KINDS), default="together", key="follow_which",
            format_func=KINDS.__getitem__, required=True,
        ))  # fmt: skip
        start = 2 if kind == "together" else 1
        least = int(
            st.number_input("In at least … articles", 1, 1_000, start, key=f"follow_least_{kind}",
                            width=180)
        )  # fmt: skip
    nodes, links = _tables(library, kind, least)
    if links.empty:
        what = "share a paragraph" if kind == "together" else "pass on words of another"
        st.info(f"No two names {what} in {count(least, 'article')} or more: ask for fewer.")
        return
    title = f"{KINDS[kind]}, in {least} or more articles"
    if len(nodes) >= FEWEST:
        _picture(nodes, links, kind, title)
        _open_chosen(library)
    _pairs(links, kind, title)
    behind(library)


def _tables(library: Library, kind: str, least: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Names and pairs, each with what choosing it leads to."""
    together = kind == "together"
    if together:
        nodes, links = together_tables(library.frames, library.articles, least)
    else:
        nodes, links = relay_tables(library.frames, least)
    nodes["who"] = nodes["key"]
    links["group"] = [
        link.written({"name": (a, b)} if together else {"source": (b,)})
        for a, b in zip(links["key"], links["other_key"], strict=True)
    ]
    return nodes, links


def _picture(nodes: pd.DataFrame, links: pd.DataFrame, kind: str, title: str) -> None:
    how = (
        "A line: both are named in the same paragraph" if kind == "together" else
        "A line: one passes on the other's words; the table says which"
    )  # fmt: skip
    rest = len(set(links["key"]) | set(links["other_key"])) - len(nodes)
    show(
        network(nodes, links, title=title, counted=TIMES[kind]),
        key="follow_network",
        alt=f"{title}: {count(len(nodes), 'name')}, {count(len(links), 'link')}",
        how=f"{how}, thicker for more articles; near means linked, the place itself nothing."
        + (f" {count(rest, 'more name')} in the table only." if rest > 0 else ""),
        picks="who",
    )


def _pairs(links: pd.DataFrame, kind: str, title: str) -> None:
    """Every pair, also those that are not drawn."""
    ends = ("name", "with") if kind == "together" else ("passed on by", "words of")
    words = dict(zip(("name", "other"), ends, strict=True)) | {"times": TIMES[kind].lower()}
    show_table(
        links[["name", "other", "articles", "times", "group"]].rename(columns=words),
        key="follow_pairs",
        label=title,
        picks="group",
    )


def _open_chosen(library: Library) -> None:
    """The way from a dot to its page."""
    people = library.frames.people
    chosen = people[people["key"] == (state.chosen("who") or "")]
    if len(chosen):
        open_link("11_person.py", f"Open {plain(str(chosen['name'].iloc[0]))}")
