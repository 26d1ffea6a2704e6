"""The ways words came to the reader."""

from __future__ import annotations

import altair as alt
import pandas as pd

from charts.sources.words import PROVENANCE_WORDS
from charts.theme import OTHERS, WRITER, Layered, pick, source_colours

ROOM = alt.ExprRef("containerSize()[0] < 480 ? 0 : 1")
"""How words came stands on the lines where there is room; on a phone it lay over the names, so
there the table and the tooltip say it."""


def provenance_flow(
    nodes: pd.DataFrame,
    links: pd.DataFrame,
    labels: pd.DataFrame,
    colours: dict[str, str] | None = None,
) -> Layered:
    """The ways words came, left to right: outlet, relays, speaker; thickness is words."""
    hues = colours or source_colours(nodes.loc[nodes["source"] != "", "source"])
    spots = nodes.assign(
        hue=[hues.get(s, OTHERS) if s else WRITER for s in nodes["source"]],
        spoken=[f"{w:,} word{'' if w == 1 else 's'}" if w else "" for w in nodes["words"]],
    )
    last = int(nodes["step"].max()) if len(nodes) else 1
    across = alt.X("step:Q").scale(domain=[-0.12, last + 0.8], nice=False).axis(None)
    down = alt.Y("place:Q").scale(reverse=True, padding=22).axis(None)
    limit = alt.ExprRef(f"width / {last + 0.9} * 0.72")
    base = alt.Chart(spots).encode(across, down)
    layers = [_lines(_worded(links), across, down), _dots(base), *_names(base, limit)]
    if len(labels):
        layers.append(
            alt.Chart(_worded(labels))
            .mark_text(dy=-9, fontSize=12, fontStyle="italic", limit=limit, opacity=ROOM)
            .encode(across, down, alt.Text("how:N"))
        )
    rows = len(nodes["place"].unique()) if len(nodes) else 1
    drawn: Layered = alt.layer(*layers)
    return drawn.properties(title="How the words reached the reader", height=90 + 40 * rows)


def _worded(ways: pd.DataFrame) -> pd.DataFrame:
    return ways.assign(how=ways["provenance"].map(PROVENANCE_WORDS))


def _lines(ways: pd.DataFrame, across: alt.X, down: alt.Y) -> alt.Chart:
    return (
        alt.Chart(ways)
        .mark_rule(color="#9a9a9a")
        .encode(
            across,
            down,
            alt.X2("to_step:Q"),
            alt.Y2("to_place:Q"),
            alt.StrokeWidth("words:Q").scale(type="sqrt", range=[1, 7]).legend(None),
            strokeDash=alt.condition(
                "datum.provenance == 'unstated_relay'", alt.value([4, 3]), alt.value([1, 0])
            ),
            tooltip=[
                alt.Tooltip("chain:N", title="Chain"),
                alt.Tooltip("how:N", title="Came"),
                alt.Tooltip("words:Q", title="Words"),
            ],
        )
    )


def _dots(base: alt.Chart) -> alt.Chart:
    """Whoever spoke or passed on, as large as what is said there; a click picks the source."""
    chosen = pick("source")
    return (
        base.mark_circle(opacity=1, cursor="pointer")
        .encode(
            alt.Size("words:Q").scale(type="sqrt", range=[70, 420]).legend(None),
            alt.Color("hue:N").scale(None),
            opacity=alt.condition(chosen, alt.value(1), alt.value(0.4)),
            tooltip=[
                alt.Tooltip("name:N", title="Who"),
                alt.Tooltip("words:Q", title="Words spoken here"),
                alt.Tooltip("statements:Q", title="Statements"),
            ],
        )
        .add_params(chosen)
    )


def _names(base: alt.Chart, limit: alt.ExprRef) -> list[alt.Chart]:
    """The outlet above its dot, the others beside theirs, with the words spoken there."""
    outlet = (
        base.transform_filter("datum.step == 0")
        .mark_text(align="left", dx=-6, dy=-16, limit=limit, fontWeight="bold")
        .encode(alt.Text("name:N"))
    )
    names = (
        base.transform_filter("datum.step > 0")
        .mark_text(align="left", dx=12, dy=-7, limit=limit)
        .encode(alt.Text("name:N"))
    )
    amounts = base.mark_text(align="left", dx=12, dy=7, fontSize=12, opacity=0.85)
    return [outlet, names, amounts.encode(alt.Text("spoken:N"))]
