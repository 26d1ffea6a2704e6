"""A measure over time and by group, verbs by group; and the articles behind a mark."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.tables import (
    LEAST,
    MEASURES,
    Measure,
    fitting_period,
    grouped_table,
    period_table,
    stance_table,
    with_mentions_of,
)
from charts.follow import by_group, over_time, verbs_by_group
from charts.sources import STANCE_WORDS
from ui import link, state
from ui.follow.data import Library, passing
from ui.follow.rows import leading
from ui.kit import how_right, show, show_table
from ui.text import count, plain

BY = {"outlet": "outlet", "author": "author", "collection": "collection", "tag": "tag"}
MULTIPLES = 9
"""Small pictures side by side; more groups are in the table."""
INTERVAL = (
    "The range beside a figure would hold it in 95 of 100 such collections of articles: it is "
    "wide where there are few articles, or where they differ."
)
"""How the ranges are made stands in ``analysis.follow.estimates``."""


def measure_control(library: Library) -> tuple[str, Measure, pd.DataFrame]:
    """What is measured, and the articles with that column; mentions are of the names filtered."""
    name = st.selectbox(
        "What", list(MEASURES), key="follow_measure", format_func=lambda m: MEASURES[m].label
    )
    articles, on = library.frames.articles, state.within()
    if name == "mentions" and on.get("name"):
        articles = with_mentions_of(articles, library.frames.names, on["name"])
    return name, MEASURES[name], articles


def time_part(library: Library) -> None:
    """The measure by period; split by outlet, author or collection it is a row of small ones."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _, measure, articles = measure_control(library)
        every = st.selectbox(
            "Every",
            ["day", "week", "month", "quarter", "year"],
            index=["day", "week", "month", "quarter", "year"].index(fitting_period(articles)),
            key="follow_every",
            width=140,
        )
        split = st.selectbox("Split by", ["nothing", *BY], key="follow_split", width=160)
    by = None if split == "nothing" else split
    periods = _with_conditions(period_table(articles, measure, every, by), by)
    undated = int((articles["date"] == "").sum())
    if not periods["shown"].any():
        st.info(
            f"No {every} has {LEAST} articles, so nothing is drawn: one article would be the "
            "trend. Choose a longer period, or fewer filters."
        )
    else:
        _pictures(periods, measure, by)
    small = periods[~periods["shown"] & (periods["articles"] > 0)]
    notes = [measure.means, f"Grey line: mean over three {every}s. {INTERVAL}"]
    if len(small):
        notes.append(f"Not drawn, fewer than {LEAST} articles with a figure: {_some(small, by)}.")
    if undated:
        notes.append(f"{count(undated, 'article')} without a date left out.")
    st.caption(plain(" ".join(notes)))
    how_right("follow_time")
    columns = ["name", "period", "articles", "value", "low", "high", "smooth", "group"]
    shown = periods[columns if by else columns[1:]]
    show_table(shown, key="follow_time", label=f"{measure.label} by {every}", picks="group")
    behind(library)


def groups_part(library: Library) -> None:
    """The measure by outlet, author, collection or tag."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _, measure, articles = measure_control(library)
        by = st.selectbox("By", list(BY), key="follow_by", width=160)
    groups = _with_conditions(grouped_table(articles, measure, by), by)
    small = groups[~groups["shown"]]
    if groups["shown"].any():
        show(
            by_group(groups, title=f"{measure.label} by {by}", unit=measure.unit,
                     kind=measure.kind),
            key="follow_groups",
            table=groups[["name", "articles", "value", "low", "high", "group"]],
            alt=f"{measure.label} by {by}, {count(int(groups['shown'].sum()), 'group')}",
            how=f"{measure.means} In brackets: articles. {INTERVAL}",
            picks="group",
        )  # fmt: skip
    else:
        st.info(f"No {by} has {LEAST} articles with a figure, so nothing is drawn.")
    if len(small):
        names = ", ".join(f"{g} ({n})" for g, n in zip(small["name"], small["articles"],
                                                        strict=True))  # fmt: skip
        st.caption(plain(f"Not drawn, fewer than {LEAST} articles with a figure: {names[:400]}."))
    behind(library)


def verbs_part(library: Library) -> None:
    """What the reporting verbs imply, by group."""
    by = st.selectbox("By", list(BY), key="follow_verbs_by", width=160)
    table = stance_table(library.frames.said, library.frames.articles, by)
    if table.empty:
        st.info(f"No {by} has {LEAST} articles, so nothing is drawn.")
        return
    kept = list(dict.fromkeys(table["group"]))[:MULTIPLES]
    table = table[table["group"].isin(kept)].rename(columns={"group": "name"})
    table["group"] = [
        link.written({**_of_group(by, g), "stance": (s,)})
        for g, s in zip(table["name"], table["stance"], strict=True)
    ]
    words = table.assign(stance=[STANCE_WORDS.get(s, s) for s in table["stance"]])
    show(
        verbs_by_group(table),
        key="follow_verbs",
        table=words[["name", "stance", "statements", "all", "share", "low", "high", "verbs",
                     "group"]],
        alt=f"Stance of reporting verbs by {by}",
        how=f"Of the statements with a reporting verb. {INTERVAL} Groups of fewer than {LEAST} "
        "articles are left out.",
        picks="group",
    )  # fmt: skip
    behind(library)


def behind(library: Library) -> None:
    """The articles a chosen mark stands for; a row opens its text."""
    asked = state.chosen("group")
    if not asked:
        return
    wanted = link.conditions(str(asked))
    ids = passing(None, library.frames, wanted)
    rows = library.frames.articles[library.frames.articles["article"].isin(ids)]
    st.subheader(f"{count(len(rows), 'article')} behind the mark", anchor=False)
    st.button("Let go", key="group_off", on_click=state.put, args=("group", None))
    leading(
        rows.sort_values("date"),
        key="follow_behind",
        label="Articles behind the mark",
        columns=("title", "outlet", "date", "words", "tone", "sources", "statements"),
    )


def _pictures(periods: pd.DataFrame, measure: Measure, by: str | None) -> None:
    """One picture, or one for each group on the same scale."""
    drawn = periods[periods["shown"]]
    limits = (float(drawn["low"].min()), float(drawn["high"].max()))
    if measure.kind == "tone":
        limits = (min(limits[0], -0.1), max(limits[1], 0.1))
    groups = list(dict.fromkeys(drawn["name"]))[:MULTIPLES] if by else ["all"]
    with st.grid(min(3, len(groups)), min_column_width=230):
        for n, name in enumerate(groups):
            mine = periods[periods["name"] == name]
            title = f"{name} ({int(mine['articles'].sum()):,})" if by else measure.label
            show(
                over_time(mine, title=title, unit=measure.unit, kind=measure.kind, limits=limits),
                key=f"follow_time_{n}",
                alt=f"{measure.label} over time: {title}",
                picks="group",
            )


def _with_conditions(table: pd.DataFrame, by: str | None) -> pd.DataFrame:
    """The table with what each mark stands for in the column ``group``."""
    table = table.rename(columns={"group": "name"})
    if "begins" in table.columns:
        table["group"] = [
            link.written({**_of_group(by, name), "from": (begins,), "to": (ends,)})
            for name, begins, ends in zip(
                table["name"], table["begins"], table["ends"], strict=True
            )
        ]
    else:
        table["group"] = [link.written(_of_group(by, name)) for name in table["name"]]
    return table


def _of_group(by: str | None, name: str) -> state.Filters:
    return {by: (name,)} if by else {}


def _some(small: pd.DataFrame, by: str | None) -> str:
    told = [
        f"{r['name']}, {r['period']}" if by else str(r["period"]) for r in small.to_dict("records")
    ]
    return "; ".join(told[:6]) + (f" and {len(told) - 6} more" if len(told) > 6 else "")
