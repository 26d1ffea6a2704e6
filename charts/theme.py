"""Colours and small chart helpers, the same on every page.

Hues were chosen by search: at least 3:1 against both backgrounds (#ffffff, #17181c), and
apart from each other and from the tone hues under deuteranopia, protanopia and tritanopia
(Machado et al. 2009). Manner is shown by lightness, never by hue alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

Layered = alt.LayerChart | alt.FacetChart
"""What Altair says that layering gives."""

INK, LIGHT_INK = "#18181b", "#ececea"
"""Words on a light page and on a dark one."""
NEGATIVE, NEUTRAL, POSITIVE = "#D55E00", "#868686", "#0072B2"
TONE_COLOURS = {"negative": NEGATIVE, "neutral": NEUTRAL, "positive": POSITIVE}

WRITER = "#929292"
OTHERS = "#6c6460"
SOURCE_COLOURS = ("#5151f6", "#289f40", "#d043d0", "#8c5476", "#4b7c55", "#a67cb1")
"""For the six most-heard sources before any correction; later ones are ``OTHERS``."""

PEOPLE, PLACES, BODIES, THINGS = "#7a57c7", "#9a6b1a", "#1f9060", "#b0528a"
TYPE_COLOURS = {
    "PERSON": PEOPLE,
    "ORG": BODIES,
    "NORP": BODIES,
    "GPE": PLACES,
    "LOC": PLACES,
    "FAC": PLACES,
    "EVENT": THINGS,
    "WORK": THINGS,
    "OTHER": THINGS,
}
"""Four hues for the four kinds a reader tells apart, as the figures count them."""
KIND_WORDS = {"people": PEOPLE, "places": PLACES, "bodies": BODIES, "others": THINGS}
NAMED_COLOURS = {
    "named": "#4f6bd0",
    "role_only": "#7d86dd",
    "collective_unnamed": "#09aa69",
    "anonymous": "#b0528a",
    "implicit": "#868686",
}
ON_NAMED = {"role_only": INK, "collective_unnamed": INK, "implicit": INK}
"""What is written on these colours in the dark ink; on the other two white reads better."""
TYPE_WORDS = {
    "PERSON": "people",
    "ORG": "bodies",
    "GPE": "countries and cities",
    "LOC": "other places",
    "FAC": "buildings",
    "NORP": "peoples and parties",
    "EVENT": "events",
    "WORK": "works",
    "OTHER": "others",
}
ROLE_WORDS = {
    "official": "officials",
    "law_security": "police, courts, military",
    "spokesperson": "spokespeople",
    "expert": "experts",
    "business": "business",
    "civil_society": "civil society",
    "ordinary": "ordinary people",
    "celebrity": "celebrities",
    "other": "other",
    "unknown": "not stated",
}
MODE_WORDS = {
    "direct": "quoted",
    "mixed": "partly quoted",
    "indirect": "paraphrased",
    "speech_act": "act of speech",
    "thought": "thought",
}


NAME_LIMIT = alt.ExprRef("containerSize()[0] < 480 ? 110 : 190")
"""Pixels for a name beside a chart: on a phone the bars need the room."""
_LONG = "containerSize()[0] < 480 && length(datum.label) > 18"
NAMES: dict[str, Any] = {
    "labelLimit": NAME_LIMIT,
    "labelLineHeight": 12,
    "labelOffset": alt.ExprRef(f"{_LONG} ? -6 : 0"),  # both lines lie about the row's middle
    "labelExpr": f"{_LONG} ? "
    r"split(replace(datum.label, regexp('^(.{1,18}) '), '$1\n'), '\n') : datum.label",
}
"""The axis of names beside a chart: on a phone one longer than its room takes two lines."""
LEGEND_COLUMNS = alt.ExprRef("containerSize()[0] < 480 ? 1 : 3")
"""A legend begins where the bars do: on a phone there is room for one entry beside a name."""
FRAME = 96
"""Pixels for title, axis and its title, which Streamlit counts as part of a chart's height."""
INDIGO = "#5a5fb0"
"""For marks that are neither tone, nor a source, nor a type of name."""


def source_colours(hues: Mapping[str, int] | Iterable[str]) -> dict[str, str]:
    """A colour for each source id by its place among the colours; from the seventh on all alike.

    Where ids alone are given, most-heard first, their order is their place.
    """
    if not isinstance(hues, Mapping):
        hues = {source: rank for rank, source in enumerate(dict.fromkeys(i for i in hues if i))}
    return {
        source: SOURCE_COLOURS[hue] if hue < len(SOURCE_COLOURS) else OTHERS
        for source, hue in hues.items()
    }


def signed(value: float, digits: int = 2) -> str:
    """A score as ``analysis.text.signed`` writes it: "+0.42", "−0.10", "0.00"."""
    rounded = round(float(value), digits) if value == value else float("nan")
    if rounded != rounded:
        return "–"
    return f"{rounded:+.{digits}f}".replace("-", "−") if rounded else f"{0:.{digits}f}"


def tone_scale() -> alt.Scale:
    """The scale for a field that holds what ``analysis.tone.tone_side`` says."""
    return alt.Scale(domain=list(TONE_COLOURS), range=list(TONE_COLOURS.values()))


def type_scale() -> alt.Scale:
    """The scale for a field that holds an entity type code."""
    return alt.Scale(domain=list(TYPE_COLOURS), range=list(TYPE_COLOURS.values()))


def rows_high(rows: int, step: int, *, legend: int = 0) -> int:
    """The height of a chart of so many rows, ``legend`` lines of key above them, in pixels.

    A number, since Streamlit fits a chart to its frame and Vega cannot fit a height per row.
    """
    return step * max(1, rows) + FRAME + 24 * legend


def pick(field: str) -> alt.Parameter:
    """The named selection ``ui.kit.charts.show`` listens to; the field says what is picked."""
    return alt.selection_point(name="pick", fields=[field])


def faded(chosen: alt.Parameter, *, full: float = 1.0, pale: float = 0.35) -> Any:
    """An opacity condition: full for what is picked (all, when nothing is), pale for the rest."""
    return alt.condition(chosen, alt.value(full), alt.value(pale))
