"""Charts of many articles are whole, also of nothing, and use columns that are there."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.tables import (
    MEASURES,
    grouped_table,
    period_table,
    stance_table,
    together_tables,
    with_whom,
)
from charts.follow import by_group, company, network, over_time, verbs_by_group
from tests.follow.shelf import followed, frames
from tests.specs import fields

EMPTY = (True, False)


def marked(table: pd.DataFrame) -> pd.DataFrame:
    return table.rename(columns={"group": "name"}).assign(group="outlet:x")


@pytest.mark.parametrize("empty", EMPTY)
@pytest.mark.parametrize("measure", ["tone", "unnamed", "source_words"])
def test_over_time_and_by_group(measure: str, empty: bool) -> None:
    m, articles = MEASURES[measure], frames().articles
    articles = articles.head(0) if empty else articles
    periods = marked(period_table(articles, m, "month"))
    chart = over_time(periods, title="T", unit=m.unit, kind=m.kind, limits=(-1.0, 1.0))
    assert fields(chart.to_dict()) - {"group"} <= set(periods.columns)
    groups = marked(grouped_table(articles, m, "outlet"))
    spec = by_group(groups, title="T", unit=m.unit, kind=m.kind).to_dict()
    assert fields(spec) <= {*groups.columns, "label", "zero"}


@pytest.mark.parametrize("empty", EMPTY)
def test_verbs(empty: bool) -> None:
    said = frames().said.head(0) if empty else frames().said
    table = marked(stance_table(said, frames().articles, "outlet"))
    assert fields(verbs_by_group(table).to_dict()) <= {*table.columns, "stance_word"}


@pytest.mark.parametrize("least", [1, 99])
def test_networks(least: int) -> None:
    nodes, links = together_tables(frames(), followed(), least)
    nodes, links = nodes.assign(who=nodes["key"]), links.assign(group="name:x")
    spec = network(nodes, links, title="T", counted="Paragraphs").to_dict()
    assert fields(spec) <= {*nodes.columns, *links.columns, "kind"}


def test_company() -> None:
    table = with_whom(frames(), "judith castellane", followed())
    table["who"] = table["key"]
    assert fields(company(table).to_dict()) <= set(table.columns)
    assert company(table.head(0)).to_dict()
