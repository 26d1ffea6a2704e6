"""The score: an article in one picture, read from left to right like music.

Everything stands on one axis of words and in one frame, so that a column, a passage and a
name line up, and one click selection (``pick``) serves every mark. Rows from the top: tone,
the writer's share against what is credited to others, a lane per voice, a lane per name.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import altair as alt
import pandas as pd

from charts.theme import (
    KIND_WORDS,
    NEGATIVE,
    OTHERS,
    POSITIVE,
    SOURCE_COLOURS,
    TYPE_COLOURS,
    WRITER,
    signed,
    tone_name,
    tone_scale,
)

TONE, SHARE, LANE, GAP, HEAD, FOOT = 84, 34, 17, 12, 20, 18
"""Heights in pixels; a group of lanes has a heading."""
LABEL_LIMIT = alt.ExprRef("containerSize()[0] < 600 ? 100 : 170")
"""Pixels left of the picture for the names of the lanes."""
PALE = 0.3
"""Strength of what is not chosen, where something is."""
WIDE, NARROW, DIGIT = 560, 220, 6.5
"""Pixels: two widths of the picture to fit its numbers to, and what one digit takes."""
WRITER_RANK = 99
FIELDS = ["paragraph", "source", "entity"]


class Rows(NamedTuple):
    """Where each part of the score begins, in pixels from the top."""

    share: int
    voices: int
    names: int
    foot: int
    height: int


def score(columns: pd.DataFrame, voices: pd.DataFrame, names: pd.DataFrame) -> alt.LayerChart:
    """The whole score, nothing chosen; ``highlight`` marks a choice in its tables."""
    rows, columns = _rows(voices, names), _scored(columns)
    layers = [
        _columns(columns, rows),
        _zero(rows),
        _tone(columns),
        _shares(columns, voices, rows),
        *_voices(voices, rows),
        *_names(names, rows),
        *_labels(voices, names, rows),
        _numbers(columns, rows),
    ]
    return _frame(layers, columns, rows.height)


def slim_score(columns: pd.DataFrame) -> alt.LayerChart:
    """Only the tone row and the paragraph numbers: a map of where you are."""
    rows, columns = Rows(0, 0, 0, TONE // 2 + 4, TONE // 2 + 4 + FOOT), _scored(columns)
    layers = [
        _columns(columns, rows),
        _zero(rows, TONE // 4),
        _tone(columns, half=TONE // 4),
        _texts([{"text": "Tone", "y": TONE / 4}], "bold"),
        _numbers(columns, rows),
    ]
    return _frame(layers, columns, rows.height)


def _scored(columns: pd.DataFrame) -> pd.DataFrame:
    """With the tone as it is written."""
    written = [signed(c) for c in columns["compound"]]
    return columns.assign(scored=pd.Series(written, index=columns.index, dtype="str"))


def highlight(
    tables: Mapping[str, Any],
    *,
    paragraph: int | None = None,
    source: str | None = None,
    entity: str | None = None,
) -> dict[str, Any]:
    """The score's tables with what is chosen at full strength and its like paler.

    Only tables change, so the browser keeps the picture and moves its opacity.
    """
    marked = {}
    for name, table in tables.items():
        marked[name] = table
        if not isinstance(table, pd.DataFrame):
            continue
        if "shade" in table:
            chosen = _column_chosen(table, paragraph)
            marked[name] = table.assign(shade=chosen.map({True: 0.13, False: 0.0}).astype(float))
        elif "strength" in table:
            marked[name] = table.assign(strength=_strengths(table, paragraph, source, entity))
    return marked


def _strengths(
    table: pd.DataFrame, paragraph: int | None, source: str | None, entity: str | None
) -> pd.Series[float]:
    """Voices answer to the chosen source, names to the entity, columns to the paragraph."""
    if "part" in table and source:
        chosen = table["source"] == source
    elif "part" in table or "tone" in table:
        chosen = _column_chosen(table, paragraph)
    elif "lane" in table and "excerpt" in table:
        chosen = table["source"] == (source or "")
        paragraph = None if source is None else -1
    else:
        chosen = table["entity"] == (entity or "")
        paragraph = None if entity is None else -1
    any_chosen = paragraph is not None or ("part" in table and source is not None)
    strength = chosen.map({True: 1.0, False: PALE if any_chosen else 1.0}).astype("float64")
    return strength * table["weight"]


def score_key(names: pd.DataFrame) -> list[tuple[str, str]]:
    """What the colours of a score mean, as (colour, words); each voice has its lane's."""
    kinds = {TYPE_COLOURS[k] for k in names["type"]}
    found = [(NEGATIVE, "negative"), (POSITIVE, "positive"), (WRITER, "the writer")]
    return found + [(colour, words) for words, colour in KIND_WORDS.items() if colour in kinds]


def _frame(layers: list[Any], columns: pd.DataFrame, height: int) -> alt.LayerChart:
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    x = alt.Scale(domain=[0, words], nice=False, zero=False)
    y = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    chart: alt.LayerChart = alt.layer(*layers).resolve_scale(
        color="independent", size="independent"
    )
    for layer in chart.layer:
        for channel, scale in (("x", x), ("y", y)):
            if getattr(layer.encoding, channel, alt.Undefined) is not alt.Undefined:
                held = getattr(layer.encoding, channel)
                if not isinstance(held, (alt.XValue, alt.YValue)):
                    held["scale"], held["axis"] = scale, None
    return chart.properties(
        height=height, padding={"left": 0, "right": 4, "top": 4, "bottom": 0}
    ).configure_view(stroke=None)


def _rows(voices: pd.DataFrame, names: pd.DataFrame) -> Rows:
    share = TONE + GAP
    first = share + SHARE + GAP + (HEAD if len(voices) else 0)
    middle = first + LANE * voices["lane"].nunique() + (GAP if len(voices) else 0)
    middle += HEAD if len(names) else 0
    foot = middle + LANE * names["lane"].nunique() + (GAP // 2 if len(names) else 0)
    return Rows(share, first, middle, foot, foot + FOOT)


def _columns(columns: pd.DataFrame, rows: Rows) -> alt.Chart:
    """A pane behind each paragraph that takes the click and shows which one is chosen."""
    data = columns.assign(
        y0=0,
        y1=rows.height,
        shade=0.0,
    )
    pick = alt.selection_point(name="pick", fields=FIELDS, toggle="true")
    return (
        alt.Chart(data.assign(source="", entity=""))
        .mark_rect(color=POSITIVE, cursor="pointer")
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            opacity=alt.Opacity("shade:Q", scale=None),
            tooltip=_column_tip(),
        )
        .add_params(pick)
    )


def _tone(columns: pd.DataFrame, half: int = TONE // 2) -> alt.Chart:
    """Diverging bars about zero; the smallest is still one pixel high, so it can be seen."""
    gap = _gap(columns)
    score = columns["compound"].fillna(0.0)
    data = columns.assign(
        x0=columns["x0"] + gap,
        x1=columns["x1"] - gap,
        y0=half,
        y1=half - score.clip(-1, 1) * (half - 2),
        tone=score.map(tone_name),
        weight=1.0,
        strength=1.0,
        source="",
        entity="",
    )
    return (
        alt.Chart(data)
        .mark_rect(cursor="pointer", strokeWidth=1)
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            color=alt.Color("tone:N", scale=tone_scale(), legend=None),
            stroke=alt.Stroke("tone:N", scale=tone_scale(), legend=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=_column_tip(),
        )
    )


def _zero(rows: Rows, half: int = TONE // 2) -> alt.Chart:
    return (
        alt.Chart(pd.DataFrame({"y": [half]}))
        .mark_rule(color=WRITER, strokeWidth=1, opacity=0.6)
        .encode(alt.Y("y:Q"))
    )


def _shares(columns: pd.DataFrame, voices: pd.DataFrame, rows: Rows) -> alt.Chart:
    """Each column filled from the foot by whoever is credited, the writer's grey above."""
    gap = _gap(columns)
    keys = ["column", "source", "name", "rank", "hue"]
    spoken = pd.DataFrame(voices.groupby(keys, as_index=False)[["words"]].sum())
    writer = columns[["column", "writer_words"]].rename(columns={"writer_words": "words"})
    writer = writer.assign(source="", name="the writer", rank=WRITER_RANK, hue=-1)
    data = pd.concat([spoken, writer], ignore_index=True).merge(
        columns[["column", "paragraph", "label", "x0", "x1"]].assign(total=columns["words"]),
        on="column",
    )
    data = data[data["words"] > 0].sort_values(["column", "rank"], kind="stable")
    part = data["words"] / data["total"].clip(lower=1)
    top = part.groupby(data["column"]).cumsum()
    weight = data["rank"].map(lambda r: 0.55 if r == WRITER_RANK else 1.0).astype("float64")
    data = data.assign(
        x0=data["x0"] + gap,
        x1=data["x1"] - gap,
        y0=rows.share + SHARE * (1 - (top - part)),
        y1=rows.share + SHARE * (1 - top),
        part=part,
        colour=[
            _colour(h) if r != WRITER_RANK else WRITER
            for r, h in zip(data["rank"], data["hue"], strict=True)
        ],
        weight=weight,
        strength=weight,
        entity="",
    )
    return (
        alt.Chart(data)
        .mark_rect(cursor="pointer")
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=[
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("name:N", title="Voice"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("part:Q", title="Share of the paragraph", format=".0%"),
            ],
        )
    )


def _voices(voices: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """A lane per voice: each passage stands where it is read."""
    if voices.empty:
        return []  # an empty mark group has no name for a screen reader
    place = _lane_places(voices, rows.voices)
    y = voices["lane"].map(place).astype(float)
    data = voices.assign(
        y0=y - 4,
        y1=y + 4,
        colour=[_colour(h) for h in voices["hue"]],
        weight=1.0,
        strength=1.0,
        entity="",
    )
    marks = (
        alt.Chart(data)
        .mark_rect(cursor="pointer", cornerRadius=2)
        .encode(
            alt.X("x0:Q"),
            alt.X2("x1:Q"),
            alt.Y("y0:Q"),
            alt.Y2("y1:Q"),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=[
                alt.Tooltip("name:N", title="Voice"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("words:Q", title="Words"),
                alt.Tooltip("excerpt:N", title="Passage"),
            ],
        )
    )
    return [_staves(list(place.values())), marks]


def _names(names: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """A lane per name: a dot in each column that has it, its area by how often."""
    if names.empty:
        return []
    place = _lane_places(names, rows.names)
    data = names.assign(
        y=names["lane"].map(place).astype(float),
        area=(names["count"] * 42).clip(upper=220).astype(float),
        colour=[TYPE_COLOURS.get(t, OTHERS) for t in names["type"]],
        weight=1.0,
        strength=1.0,
        source="",
    )
    dots = (
        alt.Chart(data)
        .mark_circle(cursor="pointer", opacity=1)
        .encode(
            alt.X("x:Q"),
            alt.Y("y:Q"),
            size=alt.Size("area:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.Opacity("strength:Q", scale=None),
            tooltip=[
                alt.Tooltip("name:N", title="Name"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("count:Q", title="Mentions"),
                alt.Tooltip("forms:N", title="As"),
            ],
        )
    )
    return [_staves(list(place.values())), dots]


def _staves(places: list[float]) -> alt.Chart:
    return (
        alt.Chart(pd.DataFrame({"y": pd.Series(places, dtype="float64")}))
        .mark_rule(color=WRITER, strokeWidth=0.5, opacity=0.5)
        .encode(alt.Y("y:Q"))
    )


def _labels(voices: pd.DataFrame, names: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """The name of each row and lane, left of the picture; those of lanes can be clicked."""
    heads: list[dict[str, object]] = [
        {"text": "Tone", "y": TONE / 2},
        {"text": "Who speaks", "y": rows.share + SHARE / 2},
    ]
    lanes: list[dict[str, object]] = []
    for lane, y in _lane_places(voices, rows.voices).items():
        first = voices[voices["lane"] == lane].iloc[0]
        text = {5: "others", 6: "unattributed"}.get(int(lane), first["name"])
        lanes.append({"text": text, "y": y, "source": first["source"] if lane < 5 else ""})
    for lane, y in _lane_places(names, rows.names).items():
        first = names[names["lane"] == lane].iloc[0]
        lanes.append({"text": first["name"], "y": y, "entity": first["entity"]})
    if len(voices):
        heads.append({"text": "Voices", "y": rows.voices - HEAD / 2})
    if len(names):
        heads.append({"text": "Names", "y": rows.names - HEAD / 2})
    return [_texts(heads, "bold")] + ([_texts(lanes)] if lanes else [])


def _texts(
    rows: list[dict[str, object]], weight: Literal["normal", "bold"] = "normal"
) -> alt.Chart:
    blank = {"text": "", "y": 0.0, "source": "", "entity": "", "paragraph": -1}
    data = pd.DataFrame([{**blank, **row} for row in rows])
    return (
        alt.Chart(data)
        .mark_text(
            align="right",
            dx=-8,
            limit=LABEL_LIMIT,
            fontSize=12,
            fontWeight=weight,
            cursor="pointer" if weight == "normal" else "default",
        )
        .encode(
            x=alt.value(0),
            y=alt.Y("y:Q"),
            text="text:N",
            tooltip=alt.Tooltip("text:N", title="Row"),
        )
    )


def _numbers(columns: pd.DataFrame, rows: Rows) -> alt.Chart:
    """Paragraph numbers at the foot, as many as stand side by side at the width there is."""
    data = columns.assign(
        x=(columns["x0"] + columns["x1"]) / 2,
        y=rows.foot + FOOT / 2,
        source="",
        entity="",
        wide=_apart(columns, WIDE),
        narrow=_apart(columns, NARROW),
    )
    data = data[data["wide"] | data["narrow"]]
    fits = f"width >= {WIDE} ? datum.wide : datum.narrow"
    return (
        alt.Chart(data)
        .mark_text(fontSize=12, cursor="pointer")
        .encode(
            alt.X("x:Q"),
            alt.Y("y:Q"),
            text=alt.condition(fits, alt.Text("label:N"), alt.value("")),
            tooltip=_column_tip(),
        )
    )


def _apart(columns: pd.DataFrame, width: int) -> list[bool]:
    """Which numbers to write, from the left, so that none touches the one before."""
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    end, kept = -math.inf, []
    for label, x0, x1 in zip(columns["label"], columns["x0"], columns["x1"], strict=True):
        middle, half = (x0 + x1) / 2 / words * width, len(str(label)) * DIGIT / 2
        kept.append(middle - half >= end)
        if kept[-1]:
            end = middle + half + DIGIT
    return kept


def _column_tip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title="Paragraph"),
        alt.Tooltip("scored:N", title="Tone (−1 to +1)"),
        alt.Tooltip("words:Q", title="Words"),
        alt.Tooltip("attributed_words:Q", title="Credited to others"),
        alt.Tooltip("excerpt:N", title="Begins"),
    ]


def _lane_places(table: pd.DataFrame, first: int) -> dict[int, float]:
    lanes = sorted(int(lane) for lane in table["lane"].unique())
    return {lane: first + LANE * (n + 0.5) for n, lane in enumerate(lanes)}


def _column_chosen(columns: pd.DataFrame, paragraph: int | None) -> pd.Series:
    """Which rows belong to the column the chosen paragraph is in."""
    if paragraph is None:
        return pd.Series(False, index=columns.index)
    at_or_before = columns.loc[columns["paragraph"] <= paragraph, "paragraph"]
    return columns["paragraph"] == (at_or_before.max() if len(at_or_before) else -1)


def _gap(columns: pd.DataFrame) -> float:
    words = max(1, int(columns["x1"].max()) if len(columns) else 1)
    return words * 0.002


def _colour(hue: int) -> str:
    return SOURCE_COLOURS[hue] if 0 <= hue < len(SOURCE_COLOURS) else OTHERS
