"""Who is heard in each column, a lane for each voice and each name, and what lanes are called."""

from __future__ import annotations

from typing import Literal

import altair as alt
import pandas as pd

from charts.score.rows import HEAD, SHARE, TONE, Rows, colour_of, gap_of, lane_places
from charts.theme import OTHERS, TYPE_COLOURS, WRITER

LABEL_LIMIT = alt.ExprRef("containerSize()[0] < 600 ? 100 : 170")
"""Pixels left of the picture for the names of the lanes."""
WRITER_RANK = 99


def shares(columns: pd.DataFrame, voices: pd.DataFrame, rows: Rows) -> alt.Chart:
    """Each column filled from the foot by whoever is credited, the writer's grey above."""
    return (
        alt.Chart(_filled(columns, voices, rows))
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


def _filled(columns: pd.DataFrame, voices: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    """A row for each voice in each column: where its part begins and ends, and its colour."""
    gap = gap_of(columns)
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
    return data.assign(
        x0=data["x0"] + gap,
        x1=data["x1"] - gap,
        y0=rows.share + SHARE * (1 - (top - part)),
        y1=rows.share + SHARE * (1 - top),
        part=part,
        colour=[
            colour_of(h) if r != WRITER_RANK else WRITER
            for r, h in zip(data["rank"], data["hue"], strict=True)
        ],
        weight=weight,
        strength=weight,
        entity="",
    )


def voice_lanes(voices: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """A lane per voice: each passage stands where it is read."""
    if voices.empty:
        return []  # an empty mark group has no name for a screen reader
    place = lane_places(voices, rows.voices)
    y = voices["lane"].map(place).astype(float)
    half = voices.get("half", 4.0)
    data = voices.assign(
        y0=y - half,
        y1=y + half,
        colour=[colour_of(h) for h in voices["hue"]],
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


def name_lanes(names: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """A lane per name: a dot in each column that has it, its area by how often."""
    if names.empty:
        return []
    place = lane_places(names, rows.names)
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


def labels(voices: pd.DataFrame, names: pd.DataFrame, rows: Rows) -> list[alt.Chart]:
    """The name of each row and lane, left of the picture; those of lanes can be clicked."""
    heads: list[dict[str, object]] = [
        {"text": "Tone", "y": TONE / 2},
        {"text": "Who speaks", "y": rows.share + SHARE / 2},
    ]
    lanes: list[dict[str, object]] = []
    for lane, y in lane_places(voices, rows.voices).items():
        first = voices[voices["lane"] == lane].iloc[0]
        text = {5: "others", 6: "unattributed"}.get(int(lane), first["name"])
        lanes.append({"text": text, "y": y, "source": first["source"] if lane < 5 else ""})
    for lane, y in lane_places(names, rows.names).items():
        first = names[names["lane"] == lane].iloc[0]
        lanes.append({"text": first["name"], "y": y, "entity": first["entity"]})
    if len(voices):
        heads.append({"text": "Voices", "y": rows.voices - HEAD / 2})
    if len(names):
        heads.append({"text": "Names", "y": rows.names - HEAD / 2})
    return [texts(heads, "bold")] + ([texts(lanes)] if lanes else [])


def texts(rows: list[dict[str, object]], weight: Literal["normal", "bold"] = "normal") -> alt.Chart:
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
