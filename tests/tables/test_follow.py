"""Many articles as tables: they add up, small groups are not shown, conditions combine."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.tables import (
    LEAST,
    MEASURES,
    called_table,
    fitting_period,
    follow_frames,
    grouped_table,
    heard_over_time,
    passage_rows,
    passing_articles,
    period_table,
    person_figures,
    relay_tables,
    stance_table,
    together_tables,
    with_mentions_of,
    with_whom,
)
from analysis.tables.follow import FOLLOWED, IN_ARTICLES, PEOPLE, SAID
from analysis.tables.network import LINKS, NODES
from analysis.tables.over_time import GROUPED, PERIODS, STANCES
from tests.follow.shelf import COPIES, cast, followed, frames, texts

MAYOR = "judith castellane"


def test_frames_have_their_columns_also_when_empty() -> None:
    for made in (frames(), follow_frames((), ())):
        both = zip(
            (made.articles, made.names, made.said, made.people),
            (FOLLOWED, IN_ARTICLES, SAID, PEOPLE),
            strict=True,
        )
        for table, columns in both:
            assert dict(table.dtypes.astype(str)) == columns


def test_articles_add_up_to_names_and_statements() -> None:
    made = frames()
    assert made.articles["mentions"].sum() == made.names["mentions"].sum()
    assert made.articles["statements"].sum() == len(made.said)
    stated = made.said[made.said["source"] != ""]
    assert made.articles["credited"].sum() == stated["words"].sum()
    assert made.articles["unnamed"].sum() == stated.loc[stated["unnamed"], "words"].sum()


@pytest.mark.parametrize("measure", MEASURES)
def test_a_group_is_the_sum_of_its_articles_and_inside_its_interval(measure: str) -> None:
    m, articles = MEASURES[measure], frames().articles
    table = grouped_table(articles, m, "outlet")
    assert dict(table.dtypes.astype(str)) == GROUPED
    shown = table[table["shown"]]
    assert list(table.loc[~table["shown"], "group"]) == ["no outlet"]  # one article
    assert (table.loc[~table["shown"], "value"]).isna().all()
    assert (shown["low"] <= shown["value"]).all()
    assert (shown["value"] <= shown["high"]).all()
    mine = articles[articles["outlet"] == "Capital Wire"]
    parts = mine[m.part].sum() * m.times
    whole = mine[m.whole].sum() if m.whole else mine[m.part].notna().sum()
    value = float(shown.loc[shown["group"] == "Capital Wire", "value"].iloc[0])
    assert value == pytest.approx(parts / whole)


def test_an_article_of_two_collections_counts_in_both() -> None:
    articles = frames().articles
    both = articles.assign(collections=[("A", "B")] * len(articles))
    table = grouped_table(both, MEASURES["tone"], "collection")
    assert dict(zip(table["group"], table["articles"], strict=True)) == {"A": 36, "B": 36}


def test_periods_run_without_gaps_and_small_ones_are_not_shown() -> None:
    articles = frames().articles.copy()
    late = articles["date"].str.startswith("2026-03")
    few = articles[late].index[LEAST - 1 :]
    articles.loc[few, "date"] = "2026-05-02"  # April is empty, March too small
    table = period_table(articles, MEASURES["tone"], "month")
    assert dict(table.dtypes.astype(str)) == PERIODS
    assert list(table["period"].str.split().str[0]) == [
        "January", "February", "March", "April", "May",
    ]  # fmt: skip
    assert list(table["shown"]) == [True, True, False, False, True]
    assert table["articles"].sum() == 35  # one has no date
    april = articles[articles["date"].str.startswith(("2026-03", "2026-05"))]
    assert table["smooth"].iloc[3] == pytest.approx(april["tone"].mean())
    split = period_table(articles, MEASURES["tone"], "month", "outlet")
    assert split["articles"].sum() == 35


def test_no_article_gives_empty_tables() -> None:
    none = follow_frames((), ())
    assert period_table(none.articles, MEASURES["tone"], "month").empty
    assert grouped_table(none.articles, MEASURES["unnamed"], "collection").empty
    assert stance_table(none.said, none.articles, "outlet").empty
    assert fitting_period(none.articles) == "month"
    nodes, links = together_tables(none, (), 1)
    assert (dict(nodes.dtypes.astype(str)), dict(links.dtypes.astype(str))) == (NODES, LINKS)
    assert relay_tables(none, 1)[1].empty


def test_the_period_fits_how_long_the_articles_run() -> None:
    dates = {"2026-01-20": "day", "2026-05-20": "week", "2027-06-01": "month"}
    for last, every in (*dates.items(), ("2031-01-01", "quarter"), ("2060-01-01", "year")):
        assert fitting_period(pd.DataFrame({"date": ["2026-01-01", last, ""]})) == every


def test_mentions_can_be_of_chosen_names_only() -> None:
    made = frames()
    articles = with_mentions_of(made.articles, made.names, [MAYOR])
    assert articles["mentions"].sum() == person_figures(made, MAYOR).mentions == 30


def test_verbs_are_shares_of_all_with_a_verb() -> None:
    table = stance_table(frames().said, frames().articles, "outlet")
    assert dict(table.dtypes.astype(str)) == STANCES
    assert "no outlet" not in set(table["group"])
    for _, rows in table.groupby("group"):
        assert rows["share"].sum() == pytest.approx(1)
        assert rows["statements"].sum() == rows["all"].iloc[0]


def test_conditions_combine_and_those_on_statements_hold_of_one() -> None:
    made = frames()
    every = passing_articles(made, {})
    assert len(every) == 36
    assert len(passing_articles(made, {"outlet": ("Capital Wire",)})) == COPIES
    assert passing_articles(made, {"outlet": ("no outlet",)}) == [followed()[0].id]
    in_time = passing_articles(made, {"from": ("2026-02-01",), "to": ("2026-02-28",)})
    assert len(in_time) == 12
    both = {"outlet": ("Capital Wire",), "from": ("2026-02-01",), "to": ("2026-02-28",)}
    assert len(passing_articles(made, both)) == 2
    assert len(passing_articles(made, {"collection": ("Bridge",)})) == 18
    assert len(passing_articles(made, {"collection": ("Bridge", "no collection")})) == 36
    assert len(passing_articles(made, {"name": (MAYOR,)})) == 18
    denied = passing_articles(made, {"source": (MAYOR,), "stance": ("deny",)})
    said = made.said[(made.said["key"] == MAYOR) & (made.said["stance"] == "deny")]
    assert set(denied) == set(said["article"])
    assert passing_articles(made, {"source": (MAYOR,), "unnamed": ("yes",)}) == []


def test_a_part_of_the_library_counts_its_own_people() -> None:
    part = frames().of(passing_articles(frames(), {"outlet": ("Capital Wire",)}))
    assert int(part.people["articles"].max()) == COPIES
    assert len(part.people) < len(frames().people)


def test_statements_come_in_order_of_time_with_their_own_words() -> None:
    table = heard_over_time(frames(), MAYOR, texts())
    dated = [d for d in table["date"] if d]
    assert dated == sorted(dated)
    assert table["date"].iloc[-1] == ""  # the undated article is last
    assert len(table) == person_figures(frames(), MAYOR).statements
    row = table.iloc[0]
    assert " ".join(texts()[row["article"]][row["start"] : row["end"]].split()) == row["text"]


def test_passages_name_whom_they_are_of() -> None:
    table = passage_rows(frames(), MAYOR, followed(), texts())
    assert table["text"].str.contains("Castellane").all()
    assert len(table) == frames().names.loc[frames().names["key"] == MAYOR, "sentences"].sum()
    assert passage_rows(frames(), "nobody", followed(), texts()).empty


def test_company_is_who_shares_a_paragraph() -> None:
    table = with_whom(frames(), MAYOR, followed())
    assert MAYOR not in set(table["key"])
    assert (table["articles"] <= table["paragraphs"]).all()
    nodes, links = together_tables(frames(), followed(), 1)
    mine = links[(links["key"] == MAYOR) | (links["other_key"] == MAYOR)]
    assert set(table["key"]) == (set(mine["key"]) | set(mine["other_key"])) - {MAYOR}
    assert {"x", "y"} <= set(nodes.columns)


def test_a_threshold_leaves_pairs_out() -> None:
    all_pairs, many = (together_tables(frames(), followed(), n)[1] for n in (1, COPIES + 1))
    assert len(many) < len(all_pairs)
    assert (many["articles"] > COPIES).all()


def test_relays_are_those_the_articles_state() -> None:
    _, links = relay_tables(frames(), 1)
    assert len(links)
    assert "unstated relay" not in set(links["name"])
    assert (links["articles"] == COPIES).all()


def test_every_name_says_its_rule() -> None:
    table = called_table(frames(), MAYOR)
    assert set(table["rule"]) == {"begins with it", "same name"}
    assert cast()[0].members[0].rule == ""
