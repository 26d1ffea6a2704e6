"""A measure of many articles by group and by period, with intervals; small groups are not shown."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.follow import mean_of, share_of
from analysis.reliability import Estimate
from analysis.tables.base import frame

LEAST = 5
"""Articles a group or period needs to be shown: of fewer, one article is the trend."""
WINDOW = 3
"""Periods in a moving average: the period itself and its two neighbours."""
MOST_PERIODS = 24
GROUPED = {
    "group": "str",
    "articles": "int64",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "shown": "bool",
}
PERIODS = {
    "group": "str",
    "period": "str",
    "begins": "str",
    "ends": "str",
    "articles": "int64",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "smooth": "float64",
    "shown": "bool",
}
STANCES = {
    "group": "str",
    "stance": "str",
    "statements": "int64",
    "all": "int64",
    "share": "float64",
    "low": "float64",
    "high": "float64",
    "verbs": "str",
    "articles": "int64",
}
LIMITS = {"tone": (-1.0, 1.0), "share": (0.0, 1.0), "mean": (0.0, math.inf)}
"""Between which a measure lies, and so its interval."""
FREQUENCIES = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


@dataclass(frozen=True, slots=True)
class Measure:
    """Something measured: the columns that are summed over articles and divided."""

    label: str
    part: str
    whole: str
    means: str
    unit: str
    kind: str = "mean"
    """ "tone" (-1..1), "share" (0..1) or "mean"."""
    times: float = 1.0


MEASURES: dict[str, Measure] = {
    "tone": Measure(
        "Tone", "tone", "", "Mean tone of the articles, each counting once.", "−1 to +1", "tone"
    ),
    "writer": Measure(
        "Tone, the writer's", "writer", "", "Mean over articles of the sentences that are the "
        "writer's own.", "−1 to +1", "tone",
    ),
    "quoted": Measure(
        "Tone, of those quoted", "quoted", "", "Mean over articles of the sentences that others "
        "are credited with.", "−1 to +1", "tone",
    ),
    "headline": Measure(
        "Tone, headlines", "headline", "", "Mean tone of the headlines.", "−1 to +1", "tone"
    ),
    "mentions": Measure(
        "Mentions", "mentions", "words", "How often names stand in the body, for each 1,000 of "
        "its words.", "per 1,000 words", times=1_000.0,
    ),
    "source_words": Measure(
        "Words per source", "credited", "sources", "Words credited to sources, divided by the "
        "number of sources.", "words",
    ),
    "credited": Measure(
        "Share quoted or paraphrased", "credited", "words", "Of the words of the body, those "
        "credited to a source.", "share of words", "share",
    ),
    "unnamed": Measure(
        "Share unnamed", "unnamed", "credited", "Of the words credited to sources, those of an "
        "unnamed person or group.", "share of credited words", "share",
    ),
}  # fmt: skip


def with_mentions_of(
    articles: pd.DataFrame, names: pd.DataFrame, keys: Sequence[str]
) -> pd.DataFrame:
    """The articles with ``mentions`` counting these names only."""
    of = names[names["key"].isin(list(keys))].groupby("article")["mentions"].sum()
    return articles.assign(mentions=articles["article"].map(of).fillna(0).astype("int64"))


def grouped_table(articles: pd.DataFrame, measure: Measure, by: str) -> pd.DataFrame:
    """One row per group ("outlet", "author", "collection" or "tag"), most articles first.

    An article in two collections counts in both; articles without one stand together. Groups of
    fewer than ``LEAST`` articles have ``shown`` false and no figure.
    """
    rows = []
    for group, some in _groups(articles, by).items():
        made = _estimate(some, measure)
        rows.append({"group": group, **_row(some, made, measure)})
    table = frame(rows, GROUPED)
    return table.sort_values("articles", ascending=False, kind="stable", ignore_index=True)


def period_table(
    articles: pd.DataFrame, measure: Measure, every: str, by: str | None = None
) -> pd.DataFrame:
    """One row per group and period in order of time; undated articles are left out.

    ``smooth`` is the moving average: the same figure over a period and its neighbours, where
    these hold ``LEAST`` articles together. ``by`` None is one group, "all".
    """
    dated = articles[articles["date"] != ""]
    rows = []
    for group, some in (_groups(dated, by) if by else {"all": dated}).items():
        periods = pd.PeriodIndex(pd.to_datetime(some["date"]), freq=FREQUENCIES[every])
        if some.empty:
            continue
        for period in pd.period_range(periods.min(), periods.max(), freq=FREQUENCIES[every]):
            here = some[periods == period]
            near = some[(periods >= period - WINDOW // 2) & (periods <= period + WINDOW // 2)]
            around = _estimate(near, measure) if len(near) >= LEAST else None
            rows.append(
                {
                    "group": group,
                    "period": period_name(period, every),
                    "begins": period.start_time.date().isoformat(),
                    "ends": period.end_time.date().isoformat(),
                    "smooth": around.value * measure.times if around else None,
                    **_row(here, _estimate(here, measure), measure),
                }
            )
    return frame(rows, PERIODS)


def fitting_period(articles: pd.DataFrame) -> str:
    """The shortest period of which these articles fill at most two dozen: "month"."""
    dated = pd.to_datetime(articles.loc[articles["date"] != "", "date"])
    for every, frequency in FREQUENCIES.items():
        if (
            dated.empty
            or len(pd.period_range(dated.min(), dated.max(), freq=frequency)) <= MOST_PERIODS
        ):
            return every if not dated.empty else "month"
    return "year"


def period_name(period: pd.Period, every: str) -> str:
    """A period as a reader writes it: "3 March 2026", "March 2026", "2026, 1st quarter"."""
    begins = period.start_time
    if every in ("day", "week"):
        name = f"{begins.day} {begins:%B %Y}"
        return name if every == "day" else f"week of {name}"
    if every == "quarter":
        return f"{begins:%Y}, quarter {period.quarter}"
    return f"{begins:%B %Y}" if every == "month" else f"{begins:%Y}"


def stance_table(said: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """The verbs of each group by stance: statements, their share of all with a verb, examples.

    Groups of fewer than ``LEAST`` articles are left out.
    """
    spoken = said[(said["cue"] != "") & (said["source"] != "")]
    rows = []
    for group, some in _groups(articles, by).items():
        mine = spoken[spoken["article"].isin(some["article"])]
        if len(some) < LEAST or mine.empty:
            continue
        wholes = mine.groupby("article").size().reindex(some["article"], fill_value=0)
        for stance, of in mine.groupby("stance"):
            parts = of.groupby("article").size().reindex(some["article"], fill_value=0)
            made = share_of(_numbers(parts), _numbers(wholes))
            verbs = of["cue"].value_counts().head(4)
            rows.append(
                {
                    "group": group,
                    "stance": stance,
                    "statements": len(of),
                    "all": len(mine),
                    "share": len(of) / len(mine),
                    "low": made.low if made else None,
                    "high": made.high if made else None,
                    "verbs": ", ".join(f"{verb} ({n})" for verb, n in verbs.items()),
                    "articles": of["article"].nunique(),
                }
            )
    return frame(rows, STANCES)


# ---------------------------------------------------------------- groups and their figures


def _groups(articles: pd.DataFrame, by: str) -> Mapping[str, pd.DataFrame]:
    if by in ("collection", "tag"):
        long = articles.explode(f"{by}s")
        long[f"{by}s"] = long[f"{by}s"].fillna("")
        found = long.groupby(f"{by}s", sort=True)
    else:
        found = articles.groupby(by, sort=True)
    groups = {str(name) or f"no {by}": rows for name, rows in found}
    return dict(sorted(groups.items(), key=lambda g: -len(g[1])))


def _estimate(articles: pd.DataFrame, measure: Measure) -> Estimate | None:
    if not measure.whole:
        scores = articles[measure.part].dropna()
        return mean_of(_numbers(scores), np.ones(len(scores)))
    make = share_of if measure.kind == "share" else mean_of
    return make(_numbers(articles[measure.part]), _numbers(articles[measure.whole]))


def _row(some: pd.DataFrame, made: Estimate | None, measure: Measure) -> dict[str, object]:
    """Figures of a group; none where it is too small to be shown."""
    if made is None or made.n < LEAST:
        return {"articles": len(some), "shown": False}
    least, most = LIMITS[measure.kind]
    return {
        "articles": len(some),
        "value": made.value * measure.times,
        "low": max(least, made.low * measure.times),
        "high": min(most, made.high * measure.times),
        "shown": True,
    }


def _numbers(values: pd.Series) -> np.ndarray:
    return values.to_numpy(dtype="float64")
