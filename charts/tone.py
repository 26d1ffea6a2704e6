"""Charts of how an article sounds. Compound scores run from -1 to 1; colour shows the sign."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.theme import NAME_LIMIT, NEUTRAL, Layered, faded, pick, rows_high, signed, tone_scale

DOMAIN = (-1, 1)
ZERO = pd.DataFrame({"zero": [0.0]})
STEP = 26
"""Pixels for a row of names or voices."""
MOST = 12
"""Sources drawn; the table has all."""
CROWDED = 120
"""Sentences from which single ones are drawn small and faint, so that the line shows."""
SCORERS = {"plain": "plain VADER", "news": "news-tuned"}


def tone_bars(paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> Layered:
    """A bar for each paragraph, its sentences as dots on it; a click picks the paragraph."""
    chosen = pick("paragraph")
    x = _columns(paragraphs)
    bars = (
        alt.Chart(_signs(paragraphs), title="Tone of each paragraph and its sentences")
        .mark_bar(cursor="pointer")
        .encode(
            x,
            _score("compound", "Tone, −1 to +1"),
            _colour(),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("scored:N", title="Tone"),
                alt.Tooltip("tone:N", title="In words"),
                alt.Tooltip("sentences:Q", title="Sentences"),
                alt.Tooltip("text:N", title="Begins"),
            ],
        )
        .add_params(chosen)
    )
    dots = (
        alt.Chart(_signs(sentences))
        .mark_circle(size=34, stroke="white", strokeWidth=0.7, cursor="pointer")
        .encode(
            x,
            _score("compound", "Tone, −1 to +1"),
            color=alt.value("#4a4a4a"),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("scored:N", title="Sentence"),
                alt.Tooltip("text:N", title="Text"),
                alt.Tooltip("because:N", title="Because of"),
            ],
        )
    )
    return alt.layer(bars, _zero_line(), dots).properties(height=330)


def tone_arc(arc: pd.DataFrame) -> Layered:
    """The smoothed course of tone over the sentences; dots are single ones, or columns of many."""
    chosen = pick("paragraph")
    base = alt.Chart(_signs(arc), title="The arc, smoothed")
    x = alt.X("order:Q").title("Sentence").axis(tickMinStep=1, format="d")
    x = x.scale(zero=False, nice=False, padding=8)
    tips = [
        alt.Tooltip("label:N", title="Paragraph"),
        alt.Tooltip("order:Q", title="Sentence"),
        alt.Tooltip("sentences:Q", title="Sentences"),
        alt.Tooltip("smooth:Q", title="Smoothed tone", format="+.2f"),
        alt.Tooltip("scored:N", title="Tone here"),
        alt.Tooltip("text:N", title="Begins"),
    ]
    line = base.mark_line(color=NEUTRAL, strokeWidth=2.5, interpolate="monotone").encode(
        x, _score("smooth", "Tone, −1 to +1")
    )
    crowded = len(arc) > CROWDED
    dots = (
        base.mark_circle(size=24 if crowded else 55, opacity=0.3 if crowded else 0.75)
        .encode(x, alt.Y("compound:Q"), _colour(), tooltip=tips)
        .add_params(chosen)
    )
    return alt.layer(line, _zero_line(), dots).properties(height=290)


def tone_distribution(spread: pd.DataFrame) -> alt.Chart:
    """How many sentences there are at each score, in steps of 0.1; a click picks a step's."""
    chosen = pick("show")
    return (
        alt.Chart(spread, title="How the sentences' scores are spread")
        .mark_bar(cursor="pointer", stroke="white", strokeWidth=0.5)
        .encode(
            alt.X("low:Q")
            .scale(domain=[-1.05, 1.05], nice=False)
            .title("Tone, −1 to +1")
            .axis(values=[-1, -0.5, 0, 0.5, 1], format="+.1f"),
            alt.X2("high:Q"),
            alt.Y("sentences:Q").title("Sentences").axis(tickMinStep=1, format="d"),
            alt.Y2(datum=0),
            _colour(),
            opacity=faded(chosen),
            tooltip=[
                alt.Tooltip("sentences:Q", title="Sentences"),
                alt.Tooltip("low:Q", title="From", format="+.2f"),
                alt.Tooltip("high:Q", title="To", format="+.2f"),
            ],
        )
        .add_params(chosen)
        .properties(height=240)
    )


def writer_and_attributed(voices: pd.DataFrame) -> Layered:
    """Two aligned rows: the writer's own tone above that of attributed words, by paragraph."""
    chosen = pick("paragraph")
    written = [signed(c, 1) for c in voices["compound"]]
    data = _signs(voices).assign(
        written=pd.Series(written, index=voices.index, dtype="str"),
        strength=0.25 + 0.75 * voices["compound"].abs(),
    )
    base = alt.Chart(data, title="The writer's words against attributed words").encode(
        _columns(data),
        alt.Y("voice:N").sort(["writer", "attributed"]).title(None).axis(labelOverlap=False),
    )
    cells = (
        base.mark_rect(cursor="pointer")
        .encode(
            _colour(),
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
    data = _signs(points).assign(
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
    x = _score("compound", "Tone, −1 to +1", alt.X)
    stems = base.mark_rule(color=NEUTRAL).encode(x, alt.X2(datum=0))
    dots = base.mark_point(filled=True, size=130, opacity=1, cursor="pointer").encode(
        x, _colour(), tooltip=tips
    )
    dots = dots.add_params(pick("show"))
    words = base.mark_text(dy=-13, fontSize=12).encode(x, text="said:N")
    zero = alt.Chart(ZERO).mark_rule(color=NEUTRAL, strokeDash=[3, 3]).encode(alt.X("zero:Q"))
    return alt.layer(zero, stems, dots, words).properties(height=rows_high(2, 44))


def tone_of_sources(sources: pd.DataFrame) -> Layered:
    """The mean tone of what is credited to the most heard sources, the most negative on top."""
    chosen = pick("source")
    heard = sources.nlargest(MOST, "sentences").sort_values("compound", kind="stable")
    base = alt.Chart(_signs(heard), title="Tone of what each source says").encode(
        alt.Y("name:N").sort(None).title(None).axis(labelLimit=NAME_LIMIT, labelOverlap=False)
    )
    stems = base.mark_rule(color=NEUTRAL).encode(
        _score("compound", "Tone, −1 to +1", alt.X), alt.X2(datum=0)
    )
    dots = (
        base.mark_point(filled=True, size=110, opacity=1, cursor="pointer")
        .encode(
            _score("compound", "Tone, −1 to +1", alt.X),
            _colour(),
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
    base = alt.Chart(_signs(targets), title="Tone toward each name").encode(
        alt.Y("name:N").sort(None).title(None).axis(labelLimit=NAME_LIMIT, labelOverlap=False)
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
        _score("toward", "Tone, −1 to +1", alt.X), alt.X2("compound:Q")
    )
    rings = base.mark_point(size=90, color=NEUTRAL).encode(alt.X("compound:Q"), tooltip=tips)
    dots = (
        base.mark_point(filled=True, size=120, opacity=1, cursor="pointer")
        .encode(alt.X("toward:Q"), _colour(), tooltip=tips)
        .add_params(chosen)
    )
    return alt.layer(rules, rings, dots).properties(height=_rows(targets))


def two_scorers(both: pd.DataFrame) -> Layered:
    """Each paragraph's tone by the two scorers, joined by a line."""
    chosen = pick("paragraph")
    data = both.assign(
        scorer=both["scorer"].map(SCORERS).astype("str"),
        scored=pd.Series([signed(c) for c in both["compound"]], index=both.index, dtype="str"),
    )
    base = alt.Chart(data, title="The two scorers side by side").encode(_columns(data))
    rules = base.mark_rule(color=NEUTRAL).encode(
        alt.Y("min(compound):Q").title("Tone, −1 to +1"), alt.Y2("max(compound):Q")
    )
    dots = (
        base.mark_point(size=80, color="#7149df", cursor="pointer")
        .encode(
            _score("compound", "Tone, −1 to +1"),
            alt.Shape("scorer:N")
            .scale(domain=list(SCORERS.values()), range=["circle", "triangle-up"])
            .title("Scorer")
            .legend(orient="top", symbolFillColor=NEUTRAL, symbolStrokeColor=NEUTRAL),
            tooltip=[
                alt.Tooltip("scorer:N", title="Scorer"),
                alt.Tooltip("label:N", title="Paragraph"),
                alt.Tooltip("scored:N", title="Tone"),
            ],
        )
        .add_params(chosen)
    )
    return alt.layer(_zero_line(), rules, dots).properties(height=300)


def _signs(table: pd.DataFrame) -> pd.DataFrame:
    """With ``sign``, the last word of "mildly negative", and ``scored``, the score as written."""
    signs = [str(tone).rpartition(" ")[2] for tone in table["tone"]]
    scored = [signed(c) for c in table["compound"]]
    return table.assign(
        sign=pd.Series(signs, index=table.index, dtype="str"),
        scored=pd.Series(scored, index=table.index, dtype="str"),
    )


def _colour() -> alt.Color:
    return alt.Color("sign:N").scale(tone_scale()).legend(None)


def _score(field: str, title: str, axis: type = alt.Y) -> alt.Y | alt.X:
    """A score on its fixed scale from -1 to 1, so charts of different articles compare."""
    drawn: alt.Y | alt.X = axis(f"{field}:Q").scale(domain=list(DOMAIN)).title(title)
    return drawn


def _columns(table: pd.DataFrame) -> alt.X:
    """Paragraphs, or columns of several, from left to right in the order of the table."""
    order = table.sort_values("number", kind="stable") if "number" in table else table
    return (
        alt.X("label:N")
        .sort(list(dict.fromkeys(order["label"])))
        .title("Paragraph")
        .axis(labelAngle=0, labelOverlap=True)
    )


def _zero_line() -> alt.Chart:
    return alt.Chart(ZERO).mark_rule(color=NEUTRAL).encode(alt.Y("zero:Q"))


def _rows(table: pd.DataFrame) -> int:
    return rows_high(len(table), STEP)
