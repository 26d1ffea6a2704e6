"""Whose tone it is: the writer's, the headline's, each source's, and that toward each name."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import NAMES, NEUTRAL, Layered, pick, rows_high, signed
from charts.tone.parts import ZERO, by_sign, columns, score_on, with_signs

STEP = 26
"""Pixels for a row of names or voices."""
MOST = 12
"""Sources drawn; the table has all."""


def writer_and_attributed(voices: pd.DataFrame) -> Layered:
    """Two aligned rows: the writer's own tone above that of attributed words, by paragraph."""
    chosen = pick("paragraph")
    written = [signed(c, 1) for c in voices["compound"]]
    data = with_signs(voices).assign(
        written=pd.Series(written, index=voices.index, dtype="str"),
        strength=0.25 + 0.75 * voices["compound"].abs(),
    )
    base = alt.Chart(data, title="The writer's words against attributed words").encode(
        columns(data),
        alt.Y("voice:N").sort(["writer", "attributed"]).title(None).axis(labelOverlap=False),
    )
    cells = (
        base.mark_rect(cursor="pointer")
        .encode(
            by_sign(),
            opacity=alt.Opacity("strength:Q").scale(None).legend(None),
            tooltip=[
                alt.Tooltip("voice:N", title="Voice"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("scored:N", title="Tone"),
            ],
        )
        .add_params(chosen)
    )
    layers = [cells]
    if voices["label"].nunique() <= 24:
        layers.append(base.mark_text(fontSize=12).encode(text="written:N"))
    chart: Layered = alt.layer(*layers)
    return chart.properties(height=rows_high(2, STEP) + 28)


def headline_and_body(points: pd.DataFrame) -> Layered:
    """Headline above body on one axis, each with its score and what it is called."""
    data = with_signs(points).assign(
        said=[f"{signed(c)}, {t}" for c, t in zip(points["compound"], points["tone"], strict=True)]
    )
    base = alt.Chart(data, title="Headline against body").encode(
        alt.Y("part:N").sort(["headline", "body"]).title(None).axis(labelOverlap=False)
    )
    tips = [
        alt.Tooltip("part:N", title="Part"),
        alt.Tooltip("scored:N", title="Tone"),
        alt.Tooltip("tone:N", title="In words"),
        alt.Tooltip("sentences:Q", title="Sentences"),
    ]
    x = score_on("compound", "Tone, −1 to +1", alt.X)
    stems = base.mark_rule(color=NEUTRAL).encode(x, alt.X2(datum=0))
    dots = base.mark_point(filled=True, size=130, opacity=1, cursor="pointer").encode(
        x, by_sign(), tooltip=tips
    )
    dots = dots.add_params(pick("show"))
    words = base.mark_text(dy=-13, fontSize=12).encode(x, text="said:N")
    zero = alt.Chart(ZERO).mark_rule(color=NEUTRAL, strokeDash=[3, 3]).encode(alt.X("zero:Q"))
    return alt.layer(zero, stems, dots, words).properties(height=rows_high(2, 44))


def tone_of_sources(sources: pd.DataFrame) -> Layered:
    """The mean tone of what is credited to the most heard sources, the most negative on top."""
    chosen = pick("source")
    heard = sources.nlargest(MOST, "sentences").sort_values("compound", kind="stable")
    base = alt.Chart(with_signs(heard), title="Tone of what each source says").encode(
        alt.Y("name:N").sort(None).title(None).axis(**NAMES, labelOverlap=False)
    )
    stems = base.mark_rule(color=NEUTRAL).encode(
        score_on("compound", "Tone, −1 to +1", alt.X), alt.X2(datum=0)
    )
    dots = (
        base.mark_point(filled=True, size=110, opacity=1, cursor="pointer")
        .encode(
            score_on("compound", "Tone, −1 to +1", alt.X),
            by_sign(),
            tooltip=[
                alt.Tooltip("name:N", title="Source"),
                alt.Tooltip("scored:N", title="Tone"),
                alt.Tooltip("tone:N", title="In words"),
                alt.Tooltip("sentences:Q", title="Sentences"),
            ],
        )
        .add_params(chosen)
    )
    return alt.layer(stems, dots).properties(height=_rows(heard))


def tone_toward(targets: pd.DataFrame) -> Layered:
    """For each name: the tone toward it (filled) and of the sentences it stands in (ring)."""
    chosen = pick("entity")
    base = alt.Chart(with_signs(targets), title="Tone toward each name").encode(
        alt.Y("name:N").sort(None).title(None).axis(**NAMES, labelOverlap=False)
    )
    tips = [
        alt.Tooltip("name:N", title="Name"),
        alt.Tooltip("toward:Q", title="Toward the name", format="+.2f"),
        alt.Tooltip("scored:N", title="Of its sentences"),
        alt.Tooltip("sentences:Q", title="Sentences"),
        alt.Tooltip("positive:Q", title="Favourable sentences"),
        alt.Tooltip("negative:Q", title="Unfavourable sentences"),
    ]
    rules = base.mark_rule(color=NEUTRAL).encode(
        score_on("toward", "Tone, −1 to +1", alt.X), alt.X2("compound:Q")
    )
    rings = base.mark_point(size=90, color=NEUTRAL).encode(alt.X("compound:Q"), tooltip=tips)
    dots = (
        base.mark_point(filled=True, size=120, opacity=1, cursor="pointer")
        .encode(alt.X("toward:Q"), by_sign(), tooltip=tips)
        .add_params(chosen)
    )
    return alt.layer(rules, rings, dots).properties(height=_rows(targets))


def _rows(table: pd.DataFrame) -> int:
    return rows_high(len(table), STEP)
