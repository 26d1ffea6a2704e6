"""How much each source is heard, and by what name it is known."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.sources.words import NAMED_WORDS
from charts.theme import (
    MODE_WORDS,
    NAMED_COLOURS,
    NAMES,
    ON_NAMED,
    OTHERS,
    faded,
    pick,
    rows_high,
    signed,
    source_colours,
    tone_scale,
)

QUOTED, PARAPHRASED, THOUGHT = "quoted", "paraphrased", "thought"
MANNERS = {
    "direct": QUOTED,
    "mixed": QUOTED,
    "indirect": PARAPHRASED,
    "speech_act": PARAPHRASED,
    "thought": THOUGHT,
}
MANNER_FILL = {QUOTED: 1.0, PARAPHRASED: 0.35, THOUGHT: 0.08}
BAR, ROW = 18, 26
SHOWN = 12


def words_by_source(manners: pd.DataFrame, colours: dict[str, str] | None = None) -> alt.LayerChart:
    """Words credited to each source, most-heard first; the lighter, the less literally quoted.

    Unnamed sources have a dashed outline.
    """
    table = _first(manners, "source", SHOWN).assign(
        manner=lambda t: t["mode"].map(MANNERS),
        reported=lambda t: t["mode"].map(MODE_WORDS),
        known=lambda t: t["namedness"].map(NAMED_WORDS),
        place=lambda t: t["mode"].map(list(MANNERS).index).astype("int64"),
    )
    order = list(dict.fromkeys(table["name"]))
    base = alt.Chart(table).encode(
        alt.Y("name:N").sort(order).title(None).axis(**NAMES),
    )
    totals = (
        base.transform_aggregate(total="max(total)", groupby=["name", "source"])
        .mark_text(align="left", dx=5)
        .encode(alt.X("total:Q"), alt.Text("total:Q", format=",d"))
    )
    layers = _manner_bars(base, _hues(table, colours)) + totals
    return layers.properties(
        title="Words credited to each source", height=rows_high(len(order), ROW)
    )


def _manner_bars(base: alt.Chart, hues: alt.Scale) -> alt.Chart:
    chosen = pick("source")
    bars = base.mark_bar(size=BAR, strokeWidth=1).encode(
        alt.X("words:Q").title("Words credited").axis(tickMinStep=1),
        alt.Color("source:N", scale=hues).legend(None),
        alt.FillOpacity("manner:O")
        .scale(domain=list(MANNER_FILL), range=list(MANNER_FILL.values()))
        .legend(None),  # Vega has no legend for it: the line under the chart says what it means
        stroke=alt.Stroke("source:N", scale=hues).legend(None),
        strokeDash=alt.condition(
            "datum.namedness == 'anonymous' || datum.namedness == 'collective_unnamed'",
            alt.value([3, 2]),
            alt.value([1, 0]),
        ),
        opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("name:N", title="Source"),
            alt.Tooltip("known:N", title="Known by"),
            alt.Tooltip("reported:N", title="Reported as"),
            alt.Tooltip("words:Q", title="Words"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("total:Q", title="Words of this source"),
        ],
    )
    return bars.add_params(chosen)


def named_bar(named: pd.DataFrame) -> alt.LayerChart:
    """One bar of all statements: how many name their source, and how many do not."""
    table = _placed(named)
    total = int(table["statements"].sum())
    present = [n for n in NAMED_WORDS if n in set(named["namedness"])]
    chosen = pick("show")
    base = alt.Chart(table)
    bars = base.mark_bar(size=30, cursor="pointer").encode(
        alt.X("statements:Q")
        .stack("zero")
        .title(f"Statements, {total} in all")
        .axis(tickMinStep=1),
        alt.Color("known:N")
        .scale(domain=[NAMED_WORDS[n] for n in present], range=[NAMED_COLOURS[n] for n in present])
        .title(None)
        .legend(orient="top", columns=3),
        order=alt.Order("place:Q"),
        opacity=faded(chosen),
        tooltip=[
            alt.Tooltip("known:N", title="Source"),
            alt.Tooltip("statements:Q", title="Statements"),
            alt.Tooltip("sources:Q", title="Sources"),
            alt.Tooltip("words:Q", title="Words"),
        ],
    )
    counts = base.mark_text(fontWeight="bold", fontSize=13).encode(
        alt.X("middle:Q"), alt.Text("statements:Q"), alt.Color("ink:N").scale(None)
    )
    return (bars.add_params(chosen) + counts).properties(
        title="Named against unnamed, by statements", height=175
    )


def _placed(named: pd.DataFrame) -> pd.DataFrame:
    """The groups with their words, where each lies in the bar, and the ink of its count."""
    table = named.assign(
        known=named["namedness"].map(NAMED_WORDS),
        label=[
            f"{NAMED_WORDS[n]} {s}"
            for n, s in zip(named["namedness"], named["statements"], strict=True)
        ],
        place=range(len(named)),
        ink=[ON_NAMED.get(n, "white") for n in named["namedness"]],
    )
    end = table["statements"].cumsum()
    return table.assign(to=end, middle=end - table["statements"] / 2)


def tone_per_source(tones: pd.DataFrame) -> alt.LayerChart:
    """The mean tone of each source's words, most-heard first, about zero."""
    table = tones.head(SHOWN).assign(
        scored=[signed(c) for c in tones.head(SHOWN)["compound"]],
        anchor=[max(0.0, c) for c in tones.head(SHOWN)["compound"]],
    )
    order = list(table["name"])
    chosen = pick("source")
    base = alt.Chart(table).encode(alt.Y("name:N").sort(order).title(None).axis(**NAMES))
    bars = (
        base.mark_bar(size=BAR)
        .encode(
            alt.X("compound:Q").scale(domain=[-1, 1]).title("Mean tone, −1 to +1"),
            alt.Color("tone:N").scale(tone_scale()).legend(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.35)),
            tooltip=[
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("scored:N", title="Mean score"),
                alt.Tooltip("words:Q", title="Words credited"),
            ],
        )
        .add_params(chosen)
    )
    scores = base.mark_text(align="left", dx=5).encode(alt.X("anchor:Q"), alt.Text("scored:N"))
    return (bars + scores).properties(
        title="Tone of each source", height=rows_high(len(order), ROW)
    )


def _hues(table: pd.DataFrame, colours: dict[str, str] | None) -> alt.Scale:
    """The colour of each source of the table."""
    hues = colours or source_colours(table["source"])
    ids = list(dict.fromkeys(table["source"]))
    return alt.Scale(domain=ids, range=[hues.get(i, OTHERS) for i in ids])


def _first(table: pd.DataFrame, column: str, most: int) -> pd.DataFrame:
    """The rows of the first so many different values."""
    kept = list(dict.fromkeys(table[column]))[:most]
    return table[table[column].isin(kept)]
